/* The bridge from messages to what the server can do. */
#include "handlers.h"

#include <stdio.h>
#include <string.h>

#include "actions.h"
#include "attachment.h"
#include "diagnostics.h"
#include "log.h"
#include "lsp_writing.h"
#include "navigating.h"
#include "place.h"
#include "views.h"
#include "writing.h"

/* Room for two numbers of 64 bits with a dash between them. */
#define RESULT_ID_ROOM 48

static struct reply done(json_t *result)
{
    return (struct reply){.result = result};
}

static struct reply failed(enum rpc_error code, const char *problem)
{
    return (struct reply){.code = code, .problem = problem};
}

static struct reply bad_params(const char *fault)
{
    return failed(RPC_INVALID_PARAMS, fault);
}

static struct document *document_find(const struct workspace *workspace,
                                      struct lsp_string uri)
{
    return documents_find(&workspace->documents,
                          (struct slice){uri.bytes, uri.length});
}

struct reply on_nothing(struct workspace *workspace, const json_t *params)
{
    (void)workspace;
    (void)params;
    return done(NULL);
}

/* Diagnostics are announced only to those who can pull them, code actions to
 * those who take them with their edits, and that a rename can be prepared to
 * those who do. */
static unsigned announced(const struct workspace *workspace)
{
    const struct lsp_client *client = &workspace->client.facts;
    unsigned hidden = 0;

    if (!client->pulls_diagnostics)
        hidden |= LSP_DIAGNOSTICS;
    if (!client->has_code_actions)
        hidden |= LSP_CODE_ACTIONS;
    if (!client->prepares_rename)
        hidden |= LSP_PREPARE_RENAME;
    return workspace->capabilities & ~hidden;
}

struct reply on_initialize(struct workspace *workspace, const json_t *params)
{
    struct lsp_client facts;
    const char *fault;

    if (!lsp_read_initialize(params, &facts, &fault))
        return bad_params(fault);
    log_line("serving %s",
             facts.name.bytes ? facts.name.bytes : "a client without a name");
    client_begin(&workspace->client, params, &facts);
    workspace_begin(workspace);
    return done(lsp_write_initialize(&(struct lsp_server){
        .name = SERVER_NAME,
        .version = INCIDENT_LS_VERSION,
        .encoding = facts.encoding,
        .capabilities = announced(workspace),
    }));
}

struct reply on_initialized(struct workspace *workspace, const json_t *params)
{
    (void)params;
    workspace_register(workspace);
    return done(NULL);
}

struct reply on_did_open(struct workspace *workspace, const json_t *params)
{
    struct lsp_did_open open;
    const char *fault;

    if (!lsp_read_did_open(params, &open, &fault))
        return bad_params(fault);
    workspace_open(workspace, &open);
    return done(NULL);
}

static void apply(struct document *document, struct lsp_change change,
                  enum lsp_encoding encoding)
{
    struct slice text = {change.text.bytes, change.text.length};

    if (change.whole)
        document_replace(document, text);
    else
        document_edit(document,
                      place_span(document->text, change.range, encoding),
                      text);
}

struct reply on_did_change(struct workspace *workspace, const json_t *params)
{
    struct lsp_did_change change;
    struct document *document;
    const char *fault;
    size_t i;

    if (!lsp_read_did_change(params, &change, &fault))
        return bad_params(fault);
    document = document_find(workspace, change.uri);
    if (!document)
        return bad_params("the document isn't open");
    for (i = 0; i < change.change_count; i++)
        apply(document, lsp_read_change(&change, i),
              workspace->client.facts.encoding);
    document->version = change.version;
    document->stale = true;
    return done(NULL);
}

struct reply on_did_close(struct workspace *workspace, const json_t *params)
{
    struct client *client = &workspace->client;
    struct document *document;
    struct lsp_string uri;
    const char *fault;

    if (!lsp_read_document(params, &uri, &fault))
        return bad_params(fault);
    document = document_find(workspace, uri);
    if (document)
        attachment_close(workspace, document);
    if (!documents_close(&workspace->documents,
                         (struct slice){uri.bytes, uri.length}))
        return bad_params("the document isn't open");
    if (!client->facts.pulls_diagnostics)
        client_notify(client, "textDocument/publishDiagnostics",
                      lsp_write_publish_none(uri));
    return done(NULL);
}

/* Not every client watches files for us; saving is when they get looked at. */
struct reply on_did_save(struct workspace *workspace, const json_t *params)
{
    (void)params;
    workspace_reload(workspace);
    attachment_reload(workspace);
    return done(NULL);
}

/* Clients that can be asked send nothing of use here. */
struct reply on_configuration(struct workspace *workspace,
                              const json_t *params)
{
    if (workspace->client.facts.has_configuration)
        workspace_ask_settings(workspace);
    else
        workspace_configure(workspace, lsp_read_settings(params, SERVER_NAME));
    return done(NULL);
}

struct reply on_watched_files(struct workspace *workspace,
                              const json_t *params)
{
    (void)params;
    workspace_reload(workspace);
    attachment_reload(workspace);
    return done(NULL);
}

/*
 * Names one check of one document of one session: a client may still hold the
 * id that an earlier session gave it.
 */
static void write_result_id(const struct workspace *workspace,
                            const struct document *document, char *id)
{
    snprintf(id, RESULT_ID_ROOM, "%lld-%zu", workspace->started,
             document->check);
}

struct reply on_diagnostic(struct workspace *workspace, const json_t *params)
{
    struct lsp_pull pull;
    struct document *document;
    char id[RESULT_ID_ROOM];
    const char *fault;

    if (!lsp_read_pull(params, &pull, &fault))
        return bad_params(fault);
    document = document_find(workspace, pull.uri);
    if (!document)
        return done(lsp_write_report(NULL, json_array()));
    workspace_check(workspace, document);
    write_result_id(workspace, document, id);
    if (pull.previous.length == strlen(id) &&
        !memcmp(pull.previous.bytes, id, pull.previous.length))
        return done(lsp_write_report_unchanged(id));
    return done(lsp_write_report(
        id, diagnostics_of(document, &workspace->client.facts)));
}

struct reply on_code_action(struct workspace *workspace, const json_t *params)
{
    const struct lsp_client *client = &workspace->client.facts;
    struct lsp_code_action_params action;
    struct document *document;
    const char *fault;

    if (!lsp_read_code_action(params, &action, &fault))
        return bad_params(fault);
    document = document_find(workspace, action.uri);
    if (!document || !client->has_code_actions)
        return done(json_array());
    workspace_check(workspace, document);
    return done(actions_at(
        workspace, document,
        place_span(document->text, action.range, client->encoding),
        action.kinds));
}

struct reply on_hover(struct workspace *workspace, const json_t *params)
{
    struct lsp_place place;
    struct document *document;
    const char *fault;

    if (!lsp_read_place(params, &place, &fault))
        return bad_params(fault);
    document = document_find(workspace, place.uri);
    return done(document ? view_hover(workspace, document, place.position)
                         : NULL);
}

static size_t offset_of(const struct workspace *workspace,
                        const struct document *document,
                        struct lsp_position position)
{
    return place_span(document->text, (struct lsp_range){position, position},
                      workspace->client.facts.encoding).start;
}

struct reply on_completion(struct workspace *workspace, const json_t *params)
{
    struct lsp_place place;
    struct document *document;
    const char *fault;

    if (!lsp_read_place(params, &place, &fault))
        return bad_params(fault);
    document = document_find(workspace, place.uri);
    if (!document)
        return done(lsp_write_completions(json_array()));
    return done(writing_completions(
        workspace, document, offset_of(workspace, document, place.position)));
}

struct reply on_command(struct workspace *workspace, const json_t *params)
{
    struct lsp_command command;
    struct lsp_insertion insertion;
    struct document *document;
    const char *fault;

    if (!lsp_read_command(params, &command, &fault))
        return bad_params(fault);
    if (strcmp(command.name.bytes, LSP_INSERT_TEMPLATE))
        return bad_params("there is no such command");
    if (!lsp_read_insertion(command.arguments, &insertion, &fault))
        return bad_params(fault);
    document = document_find(workspace, insertion.place.uri);
    if (!document)
        return bad_params("the document isn't open");
    fault = writing_insert(
        workspace, document,
        offset_of(workspace, document, insertion.place.position),
        insertion.keyword);
    return fault ? bad_params(fault) : done(NULL);
}

/* What VIEW shows of the document that PARAMS name; nothing of one that isn't
 * open. */
static struct reply show(struct workspace *workspace, const json_t *params,
                         json_t *(*view)(struct workspace *workspace,
                                         struct document *document))
{
    struct document *document;
    struct lsp_string uri;
    const char *fault;

    if (!lsp_read_document(params, &uri, &fault))
        return bad_params(fault);
    document = document_find(workspace, uri);
    return done(document ? view(workspace, document) : json_array());
}

struct reply on_symbols(struct workspace *workspace, const json_t *params)
{
    return show(workspace, params, view_symbols);
}

struct reply on_folding(struct workspace *workspace, const json_t *params)
{
    return show(workspace, params, view_folding);
}

struct reply on_links(struct workspace *workspace, const json_t *params)
{
    return show(workspace, params, view_links);
}

struct reply on_lenses(struct workspace *workspace, const json_t *params)
{
    return show(workspace, params, view_lenses);
}

/* Of a document that isn't open the answer is null: an empty array would lack
 * the positions that were asked for. */
struct reply on_selection(struct workspace *workspace, const json_t *params)
{
    struct lsp_selection_params selection;
    struct document *document;
    const char *fault;

    if (!lsp_read_selection(params, &selection, &fault))
        return bad_params(fault);
    document = document_find(workspace, selection.uri);
    return done(document ? view_selections(workspace, document, &selection)
                         : NULL);
}

struct reply on_hints(struct workspace *workspace, const json_t *params)
{
    struct lsp_part part;
    struct document *document;
    const char *fault;

    if (!lsp_read_part(params, &part, &fault))
        return bad_params(fault);
    document = document_find(workspace, part.uri);
    return done(document ? view_hints(workspace, document, part.range)
                         : json_array());
}

struct reply on_formatting(struct workspace *workspace, const json_t *params)
{
    struct lsp_string uri;
    struct document *document;
    const char *fault;

    if (!lsp_read_document(params, &uri, &fault))
        return bad_params(fault);
    document = document_find(workspace, uri);
    if (!document)
        return done(json_array());
    return done(writing_formatting(
        workspace, document,
        (struct span){0, text_length(document->text)}));
}

struct reply on_range_formatting(struct workspace *workspace,
                                 const json_t *params)
{
    struct lsp_part part;
    struct document *document;
    const char *fault;

    if (!lsp_read_part(params, &part, &fault))
        return bad_params(fault);
    document = document_find(workspace, part.uri);
    if (!document)
        return done(json_array());
    return done(writing_formatting(
        workspace, document,
        place_span(document->text, part.range,
                   workspace->client.facts.encoding)));
}

/* What GO finds for the place that PARAMS name; nothing in a document that
 * isn't open. */
static struct reply go_from(struct workspace *workspace, const json_t *params,
                            json_t *(*go)(struct workspace *workspace,
                                          struct document *document,
                                          size_t offset))
{
    struct lsp_place place;
    struct document *document;
    const char *fault;

    if (!lsp_read_place(params, &place, &fault))
        return bad_params(fault);
    document = document_find(workspace, place.uri);
    if (!document)
        return done(json_array());
    return done(go(workspace, document,
                   offset_of(workspace, document, place.position)));
}

struct reply on_definition(struct workspace *workspace, const json_t *params)
{
    return go_from(workspace, params, navigating_definitions);
}

struct reply on_highlight(struct workspace *workspace, const json_t *params)
{
    return go_from(workspace, params, navigating_highlights);
}

struct reply on_references(struct workspace *workspace, const json_t *params)
{
    return go_from(workspace, params,
                   lsp_read_declarations(params) ? navigating_mentions
                                                 : navigating_references);
}

struct reply on_prepare_rename(struct workspace *workspace,
                               const json_t *params)
{
    struct lsp_place place;
    struct document *document;
    const char *fault;

    if (!lsp_read_place(params, &place, &fault))
        return bad_params(fault);
    document = document_find(workspace, place.uri);
    if (!document)
        return done(NULL);
    return done(navigating_renamable(
        workspace, document, offset_of(workspace, document, place.position)));
}

struct reply on_rename(struct workspace *workspace, const json_t *params)
{
    struct lsp_rename rename;
    struct document *document;
    const char *fault;
    json_t *edit;

    if (!lsp_read_rename(params, &rename, &fault))
        return bad_params(fault);
    document = document_find(workspace, rename.place.uri);
    if (!document)
        return bad_params("the document isn't open");
    edit = navigating_rename(
        workspace, document,
        offset_of(workspace, document, rename.place.position), rename.name,
        &fault);
    return edit ? done(edit) : failed(RPC_REQUEST_FAILED, fault);
}
