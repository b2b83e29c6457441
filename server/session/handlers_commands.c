/*
 * handlers_commands.c - the commands that the client runs.
 */
#include "handlers.h"

#include "additions.h"
#include "explain.h"
#include "facts.h"
#include "finding.h"
#include "lsp_command.h"
#include "lsp_view.h"
#include "submission.h"
#include "offers.h"

static const char not_open[] = "the document isn't open";
static const char no_edits[] = "the client can't be asked to edit";

/* The document that the ARGUMENTS name; NULL with *FAULT if there is none. */
static struct document *subject(const struct workspace *workspace,
                                const json_t *arguments,
                                struct lsp_place *place, const char **fault)
{
    struct document *document;

    if (!lsp_read_command_place(arguments, place, fault))
        return NULL;
    document = workspace_find(workspace, place->uri);
    if (!document)
        *fault = not_open;
    return document;
}

static struct reply insert_template(struct workspace *workspace,
                                    const json_t *arguments)
{
    struct lsp_insertion insertion;
    struct document *document;
    const char *fault;

    if (!lsp_read_insertion(arguments, &insertion, &fault))
        return reply_bad_params(fault);
    document = workspace_find(workspace, insertion.place.uri);
    if (!document)
        return reply_bad_params(not_open);
    if (!workspace->client.facts.applies_edits)
        return reply_failed(RPC_REQUEST_FAILED, no_edits);
    fault = offers_insert(
        workspace, document,
        workspace_offset(workspace, document, insertion.place.position),
        insertion.keyword);
    return fault ? reply_bad_params(fault) : reply_with(NULL);
}

static struct reply list_templates(struct workspace *workspace,
                                   const json_t *arguments)
{
    (void)arguments;
    return reply_with(offers_templates(workspace));
}

/* What TELL answers about the document that the ARGUMENTS name. */
static struct reply stand(struct workspace *workspace, const json_t *arguments,
                          json_t *(*tell)(struct workspace *workspace,
                                          struct document *document))
{
    struct lsp_place place;
    const char *fault;
    struct document *document = subject(workspace, arguments, &place, &fault);

    if (!document)
        return reply_bad_params(fault);
    return reply_with(tell(workspace, document));
}

static struct reply tell_progress(struct workspace *workspace,
                                  const json_t *arguments)
{
    return stand(workspace, arguments, submission_progress);
}

static struct reply check(struct workspace *workspace, const json_t *arguments)
{
    return stand(workspace, arguments, submission_check);
}

static struct reply give_text(struct workspace *workspace,
                              const json_t *arguments)
{
    struct lsp_place place;
    const char *fault;
    struct document *document = subject(workspace, arguments, &place, &fault);

    if (!document)
        return reply_bad_params(fault);
    return reply_with(
        submission_text(workspace, document,
                        workspace_offset(workspace, document, place.position)));
}

/* The same in plain text, for a client that would not show it. */
static void show_explanation(struct workspace *workspace,
                             const struct rule *rule)
{
    struct prose prose = {.markdown = false};

    explain_rule(&prose, rule, rule_guideline_current());
    client_notify(&workspace->client, "window/showMessage",
                  lsp_write_message(LSP_MESSAGE_INFO, prose.words.bytes));
    buffer_free(&prose.words);
}

static struct reply explain(struct workspace *workspace,
                            const json_t *arguments)
{
    struct prose prose = {.markdown = true};
    struct buffer href = {NULL, 0, 0};
    struct lsp_explain_params params;
    const char *fault;
    json_t *answer;
    int rule;

    if (!lsp_read_explain(arguments, &params, &fault))
        return reply_bad_params(fault);
    rule = rule_find(params.rule);
    if (rule < 0)
        return reply_bad_params("there is no such rule");
    explain_rule_page(&prose, &rules[rule], rule_guideline_current());
    finding_href(&rules[rule], rule_guideline_current(), &href);
    answer = lsp_write_explanation(&(struct lsp_explanation){
        rules[rule].id, prose.words.bytes, href.bytes});
    if (!params.quiet)
        show_explanation(workspace, &rules[rule]);
    buffer_free(&href);
    buffer_free(&prose.words);
    return reply_with(answer);
}

static struct reply add(struct workspace *workspace, const json_t *arguments)
{
    static const char no_section[] =
        "the report does not have the section for that";
    struct lsp_addition_params params;
    struct document *document;
    enum addition_kind kind;
    const char *fault;
    json_t *answer = NULL;
    size_t offset;

    if (!lsp_read_addition(arguments, &params, &fault))
        return reply_bad_params(fault);
    document = workspace_find(workspace, params.place.uri);
    if (!document)
        return reply_bad_params(not_open);
    if (!addition_find(params.what, &kind))
        return reply_bad_params("there is nothing of that name to be added");
    offset = text_offset(document->text, params.place.position,
                         workspace->client.facts.encoding);
    if (params.quiet) {
        answer = additions_give(workspace, document, offset, kind);
        return answer ? reply_with(answer)
                      : reply_failed(RPC_REQUEST_FAILED, no_section);
    }
    if (!workspace->client.facts.applies_edits)
        return reply_failed(RPC_REQUEST_FAILED, no_edits);
    return additions_ask(workspace, document, offset, kind)
               ? reply_with(NULL)
               : reply_failed(RPC_REQUEST_FAILED, no_section);
}

static struct reply set_facts(struct workspace *workspace,
                              const json_t *arguments)
{
    struct lsp_facts_params params;
    struct document *document;
    const char *fault;

    if (!lsp_read_facts(arguments, &params, &fault))
        return reply_bad_params(fault);
    document = workspace_find(workspace, params.place.uri);
    if (!document)
        return reply_bad_params(not_open);
    if (!workspace->client.facts.applies_edits)
        return reply_failed(RPC_REQUEST_FAILED, no_edits);
    fault = facts_set(workspace, document, &params);
    return fault ? reply_bad_params(fault) : reply_with(NULL);
}

static struct reply show(struct workspace *workspace, const json_t *arguments)
{
    struct lsp_place place;
    const char *fault;

    if (!subject(workspace, arguments, &place, &fault))
        return reply_bad_params(fault);
    if (!workspace->client.facts.shows_documents)
        return reply_failed(RPC_REQUEST_FAILED,
                            "the client can't be asked to show a place");
    client_ask(&workspace->client, "window/showDocument",
               lsp_write_show(place.uri, place.position));
    return reply_with(NULL);
}

struct reply on_command(struct workspace *workspace, const json_t *params)
{
    static struct reply (*const commands[LSP_COMMAND_COUNT])(
        struct workspace *workspace, const json_t *arguments) = {
        [LSP_INSERT_TEMPLATE] = insert_template,
        [LSP_TEMPLATES] = list_templates,
        [LSP_PROGRESS] = tell_progress,
        [LSP_CHECK] = check,
        [LSP_BUGZILLA_TEXT] = give_text,
        [LSP_EXPLAIN] = explain,
        [LSP_ADD] = add,
        [LSP_SET_FACTS] = set_facts,
        [LSP_SHOW] = show,
    };
    struct lsp_command command;
    const char *fault;

    if (!lsp_read_command(params, &command, &fault))
        return reply_bad_params(fault);
    return commands[command.id](workspace, command.arguments);
}
