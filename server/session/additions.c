/*
 * additions.c - one more row, entry or factor, as the client is to get it.
 */
#include "additions.h"

#include "lsp_command.h"
#include "lsp_edit.h"
#include "lsp_view.h"
#include "memory.h"
#include "offers.h"

static struct position position_of(const struct workspace *workspace,
                                   const struct document *document,
                                   size_t offset)
{
    return text_position(document->text, offset,
                         workspace->client.facts.encoding);
}

static bool read(const struct workspace *workspace, struct document *document,
                 size_t offset, enum addition_kind kind,
                 struct addition *addition)
{
    const struct template_facts facts = offers_facts(workspace, document);

    return addition_read(addition, document_model(document), offset, kind,
                         &facts);
}

json_t *additions_give(struct workspace *workspace, struct document *document,
                       size_t offset, enum addition_kind kind)
{
    bool snippets = workspace->client.facts.takes_snippets;
    struct addition addition = {
        .snippet.skill = snippets ? SNIPPET_STOPS : SNIPPET_NONE};
    json_t *answer;

    if (!read(workspace, document, offset, kind, &addition))
        return NULL;
    answer = lsp_write_addition(&(struct lsp_addition){
        .range = workspace_range(workspace, document, addition.span),
        .text = buffer_slice(&addition.snippet.text),
        .snippet = snippets});
    snippet_free(&addition.snippet);
    return answer;
}

/* Where the first thing to fill in will be once SNIPPET, plain text in ASCII up
 * to there, stands at POSITION. */
static struct position first_place(const struct snippet *snippet,
                                   struct position position)
{
    for (size_t at = 0; at < snippet->first; at++) {
        if (snippet->text.bytes[at] == '\n')
            position = (struct position){position.line + 1, 0};
        else
            position.character++;
    }
    return position;
}

bool additions_ask(struct workspace *workspace, struct document *document,
                   size_t offset, enum addition_kind kind)
{
    struct addition addition = {.snippet.skill = SNIPPET_NONE};
    struct position first;
    struct edit edit;

    if (!read(workspace, document, offset, kind, &addition))
        return false;
    first = first_place(&addition.snippet, position_of(workspace, document,
                                                       addition.span.start));
    edit = (struct edit){addition.span, addition.snippet.text.bytes};
    if (!slice_same(text_slice(document->text, edit.span),
                    buffer_slice(&addition.snippet.text)))
        offers_ask_to_edit(workspace, document,
                           rule_fixes[addition_rules[kind].title].title,
                           &edit, 1);
    if (workspace->client.facts.shows_documents)
        client_ask(&workspace->client, "window/showDocument",
                   lsp_write_show(document->uri, first));
    snippet_free(&addition.snippet);
    return true;
}

void additions_actions(const struct workspace *workspace,
                       struct document *document, size_t offset,
                       json_t *array)
{
    const struct reports *reports = document_model(document);

    for (size_t kind = 0; kind < ADDITION_COUNT; kind++) {
        const struct addition_rule *rule = &addition_rules[kind];
        json_t *arguments;

        if (!addition_belongs(reports, offset, (enum addition_kind)kind))
            continue;
        arguments = lsp_write_place(document->uri,
                                    position_of(workspace, document, offset));
        json_array_append_new(arguments, json_string(rule->keyword));
        json_array_append_new(
            array, lsp_write_code_action(
                       &(struct lsp_code_action){
                           .title = rule_fixes[rule->title].title,
                           .kind = LSP_REFACTOR,
                           .command = LSP_ADD_COMMAND,
                           .arguments = arguments},
                       &workspace->client.facts));
    }
}
