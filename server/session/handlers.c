/*
 * handlers.c - the life of a session and of its documents.
 */
#include "handlers.h"

#include <string.h>

#include "attachment.h"
#include "log.h"

struct reply reply_with(json_t *result)
{
    return (struct reply){.result = result};
}

struct reply reply_failed(enum rpc_error code, const char *problem)
{
    return (struct reply){.code = code, .problem = problem};
}

struct reply reply_bad_params(const char *fault)
{
    return reply_failed(RPC_INVALID_PARAMS, fault);
}

struct reply on_nothing(struct workspace *workspace, const json_t *params)
{
    (void)workspace;
    (void)params;
    return reply_with(NULL);
}

/*
 * Some capabilities are announced only to clients that can use them: that
 * diagnostics can be pulled, code actions with their edits, the preparation of
 * a rename.
 */
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

/*
 * Helix up to 25.01 sends its changes in any order. The latest of several
 * whole texts is right whenever it comes; parts of a text could not be put
 * together.
 */
static bool sends_in_any_order(const struct lsp_client *client)
{
    return client->name.bytes && !strcmp(client->name.bytes, "helix");
}

struct reply on_initialize(struct workspace *workspace, const json_t *params)
{
    struct lsp_client facts;
    const char *fault;

    if (!lsp_read_initialize(params, &facts, &fault))
        return reply_bad_params(fault);
    log_line("serving %s",
             facts.name.bytes ? facts.name.bytes : "a client without a name");
    client_begin(&workspace->client, params, &facts);
    workspace_begin(workspace);
    return reply_with(lsp_write_initialize(&(struct lsp_server){
        .name = SERVER_NAME,
        .version = INCIDENT_LS_VERSION,
        .encoding = facts.encoding,
        .capabilities = announced(workspace),
        .whole_texts = sends_in_any_order(&facts),
    }));
}

struct reply on_initialized(struct workspace *workspace, const json_t *params)
{
    (void)params;
    workspace_register(workspace);
    return reply_with(NULL);
}

struct reply on_did_open(struct workspace *workspace, const json_t *params)
{
    struct lsp_did_open open;
    const char *fault;

    if (!lsp_read_did_open(params, &open, &fault))
        return reply_bad_params(fault);
    workspace_open(workspace, &open);
    workspace->survey.changed = true;
    return reply_with(NULL);
}

static void apply(struct document *document, struct lsp_change change,
                  enum encoding encoding)
{
    if (change.whole) {
        document_replace(document, change.text);
        return;
    }
    document_edit(document, text_span(document->text, change.range, encoding),
                  change.text);
}

/*
 * Is CHANGE older than the text of DOCUMENT? Only a client that sends its
 * changes in any order is taken at its versions: another's may begin again, and
 * what it sends last is what its user sees.
 */
static bool is_late(const struct lsp_client *client,
                    const struct document *document,
                    const struct lsp_did_change *change)
{
    return sends_in_any_order(client) && change->version.known &&
           document->version.known &&
           change->version.number < document->version.number;
}

struct reply on_did_change(struct workspace *workspace, const json_t *params)
{
    struct lsp_did_change change;
    struct document *document;
    const char *fault;

    if (!lsp_read_did_change(params, &change, &fault))
        return reply_bad_params(fault);
    document = workspace_find(workspace, change.uri);
    if (!document)
        return reply_bad_params("the document isn't open");
    if (is_late(&workspace->client.facts, document, &change))
        return reply_with(NULL);
    for (size_t i = 0; i < change.change_count; i++)
        apply(document, lsp_read_change(&change, i),
              workspace->client.facts.encoding);
    document->version = change.version;
    document->stale = true;
    workspace->survey.changed = true;
    return reply_with(NULL);
}

struct reply on_did_close(struct workspace *workspace, const json_t *params)
{
    struct client *client = &workspace->client;
    struct document *document;
    struct slice uri;
    const char *fault;

    if (!lsp_read_document(params, &uri, &fault))
        return reply_bad_params(fault);
    document = workspace_find(workspace, uri);
    if (document)
        attachment_close(workspace, document);
    if (!documents_close(&workspace->documents, uri))
        return reply_bad_params("the document isn't open");
    workspace->survey.changed = true;
    if (!client->facts.pulls_diagnostics)
        client_notify(client, "textDocument/publishDiagnostics",
                      lsp_write_publish_none(uri));
    return reply_with(NULL);
}

/* Not every client watches files for us, so files are read again on saving. */
struct reply on_did_save(struct workspace *workspace, const json_t *params)
{
    (void)params;
    workspace_reload(workspace);
    attachment_reload(workspace);
    return reply_with(NULL);
}

/* Clients that can be asked send nothing of use here. */
struct reply on_configuration(struct workspace *workspace,
                              const json_t *params)
{
    if (workspace->client.facts.has_configuration)
        workspace_ask_settings(workspace);
    else
        workspace_configure(workspace,
                            settings_among(lsp_read_settings(params)));
    return reply_with(NULL);
}

struct reply on_watched_files(struct workspace *workspace,
                              const json_t *params)
{
    (void)params;
    workspace_reload(workspace);
    attachment_reload(workspace);
    survey_reload(workspace);
    return reply_with(NULL);
}

struct reply on_work_cancel(struct workspace *workspace, const json_t *params)
{
    json_int_t token;
    const char *fault;

    if (!lsp_read_work_cancel(params, &token, &fault))
        return reply_bad_params(fault);
    work_done_cancel(&workspace->works, token);
    return reply_with(NULL);
}
