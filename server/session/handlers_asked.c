/*
 * handlers_asked.c - what the client asks about a document, or a place or part
 * of it.
 */
#include "handlers.h"

#include <stdio.h>
#include <string.h>

#include "actions.h"
#include "diagnostics.h"
#include "lsp_edit.h"
#include "occurrences.h"
#include "offers.h"
#include "views.h"

/* Room for two numbers of 64 bits with a dash between them. */
#define RESULT_ID_ROOM 48

/* If the document is not open, the answer is null. */
typedef json_t *tell(struct workspace *workspace, struct document *document);

static struct reply about(struct workspace *workspace, const json_t *params,
                          tell *answer)
{
    struct document *document;
    struct slice uri;
    const char *fault;

    if (!lsp_read_document(params, &uri, &fault))
        return reply_bad_params(fault);
    document = workspace_find(workspace, uri);
    return reply_with(document ? answer(workspace, document) : NULL);
}

typedef json_t *tell_at(struct workspace *workspace, struct document *document,
                        size_t offset);

static struct reply about_place(struct workspace *workspace,
                                const json_t *params, tell_at *answer)
{
    struct lsp_place place;
    struct document *document;
    const char *fault;

    if (!lsp_read_place(params, &place, &fault))
        return reply_bad_params(fault);
    document = workspace_find(workspace, place.uri);
    if (!document)
        return reply_with(NULL);
    return reply_with(
        answer(workspace, document,
               workspace_offset(workspace, document, place.position)));
}

typedef json_t *tell_of(struct workspace *workspace, struct document *document,
                        struct span span);

static struct reply about_part(struct workspace *workspace,
                               const json_t *params, tell_of *answer)
{
    struct lsp_part part;
    struct document *document;
    const char *fault;

    if (!lsp_read_part(params, &part, &fault))
        return reply_bad_params(fault);
    document = workspace_find(workspace, part.uri);
    if (!document)
        return reply_with(NULL);
    return reply_with(answer(workspace, document,
                             text_span(document->text, part.range,
                                       workspace->client.facts.encoding)));
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
        return reply_bad_params(fault);
    document = workspace_find(workspace, pull.uri);
    if (!document)
        return reply_with(lsp_write_report(NULL, json_array()));
    workspace_check(workspace, document);
    write_result_id(workspace, document, id);
    if (pull.previous.length == strlen(id) &&
        !memcmp(pull.previous.bytes, id, pull.previous.length))
        return reply_with(lsp_write_report_unchanged(id));
    return reply_with(lsp_write_report(
        id, diagnostics_of(document, &workspace->client.facts)));
}

struct reply on_code_action(struct workspace *workspace, const json_t *params)
{
    const struct lsp_client *client = &workspace->client.facts;
    struct lsp_code_action_params action;
    struct document *document;
    const char *fault;

    if (!lsp_read_code_action(params, &action, &fault))
        return reply_bad_params(fault);
    document = workspace_find(workspace, action.uri);
    if (!document || !client->has_code_actions)
        return reply_with(json_array());
    workspace_check(workspace, document);
    return reply_with(actions_at(
        workspace, document,
        text_span(document->text, action.range, client->encoding),
        action.kinds));
}

struct reply on_hover(struct workspace *workspace, const json_t *params)
{
    return about_place(workspace, params, view_hover);
}

struct reply on_completion(struct workspace *workspace, const json_t *params)
{
    return about_place(workspace, params,
                       lsp_read_typing(params) ? offers_more_completions
                                               : offers_completions);
}

struct reply on_symbols(struct workspace *workspace, const json_t *params)
{
    return about(workspace, params, view_symbols);
}

struct reply on_workspace_symbols(struct workspace *workspace,
                                  const json_t *params)
{
    struct slice query;
    const char *fault;

    if (!lsp_read_query(params, &query, &fault))
        return reply_bad_params(fault);
    return reply_with(view_workspace_symbols(workspace, query));
}

struct reply on_folding(struct workspace *workspace, const json_t *params)
{
    return about(workspace, params, view_folding);
}

struct reply on_links(struct workspace *workspace, const json_t *params)
{
    return about(workspace, params, view_links);
}

struct reply on_lenses(struct workspace *workspace, const json_t *params)
{
    return about(workspace, params, view_lenses);
}

struct reply on_preview(struct workspace *workspace, const json_t *params)
{
    return about(workspace, params, view_preview);
}

struct reply on_due(struct workspace *workspace, const json_t *params)
{
    struct lsp_due_params due;
    const char *fault;

    if (!lsp_read_due(params, &due, &fault))
        return reply_bad_params(fault);
    survey_ask(workspace, &due);
    return reply_with(view_due(workspace));
}

struct reply on_selection(struct workspace *workspace, const json_t *params)
{
    struct lsp_selection_params selection;
    struct document *document;
    const char *fault;

    if (!lsp_read_selection(params, &selection, &fault))
        return reply_bad_params(fault);
    document = workspace_find(workspace, selection.uri);
    if (!document)
        return reply_with(NULL);
    return reply_with(view_selections(workspace, document, &selection));
}

struct reply on_hints(struct workspace *workspace, const json_t *params)
{
    return about_part(workspace, params, view_hints);
}

struct reply on_formatting(struct workspace *workspace, const json_t *params)
{
    return about(workspace, params, offers_formatting);
}

struct reply on_range_formatting(struct workspace *workspace,
                                 const json_t *params)
{
    return about_part(workspace, params, offers_range_formatting);
}

struct reply on_definition(struct workspace *workspace, const json_t *params)
{
    return about_place(workspace, params, occurrences_definitions);
}

struct reply on_highlight(struct workspace *workspace, const json_t *params)
{
    return about_place(workspace, params, occurrences_highlights);
}

struct reply on_references(struct workspace *workspace, const json_t *params)
{
    return about_place(workspace, params,
                       lsp_read_declarations(params) ? occurrences_mentions
                                                     : occurrences_references);
}

struct reply on_prepare_rename(struct workspace *workspace,
                               const json_t *params)
{
    return about_place(workspace, params, occurrences_renamable);
}

struct reply on_rename(struct workspace *workspace, const json_t *params)
{
    struct lsp_rename rename;
    struct document *document;
    const char *fault;
    json_t *edit;

    if (!lsp_read_rename(params, &rename, &fault))
        return reply_bad_params(fault);
    document = workspace_find(workspace, rename.place.uri);
    if (!document)
        return reply_bad_params("the document isn't open");
    edit = occurrences_rename(
        workspace, document,
        workspace_offset(workspace, document, rename.place.position),
        rename.name, &fault);
    return edit ? reply_with(edit) : reply_failed(RPC_REQUEST_FAILED, fault);
}
