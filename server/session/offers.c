/*
 * offers.c - turns what may be written into what the client understands.
 */
#include "offers.h"

#include <string.h>

#include "completion.h"
#include "directive_edits.h"
#include "edits.h"
#include "finding.h"
#include "formatting.h"
#include "lsp_command.h"
#include "lsp_edit.h"
#include "memory.h"
#include "template.h"

static enum snippet_skill skill_of(const struct lsp_client *client)
{
    return client->takes_snippets ? SNIPPET_STOPS : SNIPPET_NONE;
}

static struct template_facts facts_for(const struct workspace *workspace,
                                       const struct settings *settings)
{
    const struct check_owner *owner = &settings->checks.owner;

    return (struct template_facts){
        .today = client_today(&workspace->client),
        .minute = client_now(&workspace->client).minute,
        .owner_id = slice_of(owner->id),
        .owner_name = slice_of(owner->name),
    };
}

struct template_facts offers_facts(const struct workspace *workspace,
                                   const struct document *document)
{
    return facts_for(workspace, &document->settings);
}

static enum lsp_completion_kind kind_of(enum completion_kind kind)
{
    switch (kind) {
    case COMPLETION_TEMPLATE:
        return LSP_COMPLETION_SNIPPET;
    case COMPLETION_SECTION:
        return LSP_COMPLETION_CLASS;
    case COMPLETION_FIELD:
        return LSP_COMPLETION_FIELD;
    case COMPLETION_ENTRY:
        return LSP_COMPLETION_EVENT;
    case COMPLETION_REFERENCE:
        return LSP_COMPLETION_REFERENCE;
    case COMPLETION_KEY:
        return LSP_COMPLETION_PROPERTY;
    default:
        return LSP_COMPLETION_VALUE;
    }
}

static json_t *write_item(const struct workspace *workspace,
                          const struct document *document,
                          const struct completion *item, size_t place)
{
    const struct lsp_client *client = &workspace->client.facts;

    return lsp_write_completion(
        &(struct lsp_completion){
            .kind = kind_of(item->kind),
            .label = buffer_slice(&item->label),
            .detail = buffer_slice(&item->detail),
            .documentation = buffer_slice(&item->means),
            .filter = buffer_slice(&item->filter),
            .text = buffer_slice(&item->snippet.text),
            .snippet = item->snippet.stops && client->takes_snippets,
            .range = workspace_range(workspace, document, item->span),
            .place = place},
        client);
}

static json_t *completions_of(struct workspace *workspace,
                              struct document *document, size_t offset,
                              bool typing)
{
    const struct completion_source source = {
        document_model(document), &document->settings.checks,
        offers_facts(workspace, document), skill_of(&workspace->client.facts),
        typing};
    struct completions completions = {NULL, 0, 0};
    json_t *items = json_array();

    if (!document_is_off(document, FEATURE_COMPLETION))
        completions_at(&completions, &source, offset);
    for (size_t index = 0; index < completions.count; index++)
        json_array_append_new(items, write_item(workspace, document,
                                                &completions.items[index],
                                                index));
    completions_free(&completions);
    return lsp_write_completions(items);
}

json_t *offers_completions(struct workspace *workspace,
                           struct document *document, size_t offset)
{
    return completions_of(workspace, document, offset, false);
}

json_t *offers_more_completions(struct workspace *workspace,
                                struct document *document, size_t offset)
{
    return completions_of(workspace, document, offset, true);
}

/* Copies of EDITS, with the document's line ends in their texts; for
 * free_edits(). */
static struct edit *with_line_ends(const struct document *document,
                                   const struct edit *edits, size_t count)
{
    struct span all = {0, text_length(document->text)};
    const char *line_end = edits_line_end(text_slice(document->text, all));
    struct edit *copies = memory_new(count * sizeof *copies);

    for (size_t i = 0; i < count; i++) {
        struct buffer text = {NULL, 0, 0};

        edits_add_text(&text, edits[i].text, line_end);
        copies[i] = (struct edit){edits[i].span, buffer_take(&text)};
    }
    return copies;
}

static void free_edits(struct edit *edits, size_t count)
{
    for (size_t i = 0; i < count; i++)
        memory_free(edits[i].text);
    memory_free(edits);
}

json_t *offers_range_formatting(struct workspace *workspace,
                                 struct document *document,
                                 struct span span)
{
    struct formatting formatting = {NULL, 0, 0};
    struct lsp_file_edit file;
    struct edit *edits = NULL;
    json_t *array = NULL;

    if (!document_is_off(document, FEATURE_FORMATTING))
        formatting_read(&formatting, document->text, document->blocks, span);
    edits = with_line_ends(document, formatting.edits, formatting.count);
    file = workspace_file_edit(workspace, document, edits, formatting.count);
    array = lsp_write_edits(file.edits, file.edit_count);
    memory_free((void *)file.edits);
    free_edits(edits, formatting.count);
    formatting_free(&formatting);
    return array;
}

json_t *offers_formatting(struct workspace *workspace,
                           struct document *document)
{
    return offers_range_formatting(
        workspace, document,
        (struct span){0, text_length(document->text)});
}

json_t *offers_templates(struct workspace *workspace)
{
    json_t *array = json_array();
    struct template_facts facts;
    struct template template;
    struct settings settings;

    workspace_settings(workspace, (struct slice){"", 0}, &settings);
    facts = facts_for(workspace, &settings);
    for (size_t index = 0; template_at(index, &template); index++) {
        struct snippet snippet = {
            .skill = skill_of(&workspace->client.facts)};

        template_add(&snippet, &template, &facts);
        json_array_append_new(
            array, lsp_write_template(&(struct lsp_template){
                       .keyword = template.keyword,
                       .name = template.name,
                       .means = template.means,
                       .text = buffer_slice(&snippet.text),
                       .snippet = workspace->client.facts.takes_snippets}));
        snippet_free(&snippet);
    }
    return array;
}

static void add_action(const struct workspace *workspace,
                       const struct document *document,
                       const struct template *template, json_t *array)
{
    const struct template_facts facts = offers_facts(workspace, document);
    const struct finding_words words = {.report = slice_of(template->name)};
    char *title = message_fill_in(rule_fixes[FIX_BEGIN_TEMPLATE].title,
                                  &words);
    struct lsp_code_action action = {.title = title, .kind = LSP_REFACTOR};
    struct edit edit;

    template_insert(document->text, 0, template, &facts, &edit);
    action.file = workspace_file_edit(workspace, document, &edit, 1);
    json_array_append_new(
        array, lsp_write_code_action(&action, &workspace->client.facts));
    memory_free((void *)action.file.edits);
    memory_free(edit.text);
    memory_free(title);
}

static bool is_empty(struct text *text)
{
    struct slice all = text_slice(text, (struct span){0, text_length(text)});

    return slice_skip(all, 0, " \t\r\n") == all.length;
}

void offers_actions(const struct workspace *workspace,
                     const struct document *document, json_t *array)
{
    struct template template;

    if (!is_empty(document->text))
        return;
    for (size_t index = 0; template_at(index, &template); index++)
        add_action(workspace, document, &template, array);
}

/* Has the client make EDITS, of which there are COUNT; it shows LABEL. */
static void ask_to_edit(struct workspace *workspace,
                        const struct document *document, const char *label,
                        const struct edit *edits, size_t count)
{
    struct lsp_file_edit file =
        workspace_file_edit(workspace, document, edits, count);

    client_ask(&workspace->client, "workspace/applyEdit",
               lsp_write_apply_edit(label, &file, &workspace->client.facts));
    memory_free((void *)file.edits);
}

const char *offers_insert(struct workspace *workspace,
                           const struct document *document, size_t offset,
                           struct slice keyword)
{
    const struct template_facts facts = offers_facts(workspace, document);
    struct template template;
    struct edit edit;

    if (!template_find(keyword, &template))
        return "there is no such template";
    template_insert(document->text, offset, &template, &facts, &edit);
    ask_to_edit(workspace, document, template.name, &edit, 1);
    memory_free(edit.text);
    return NULL;
}

void offers_ask_to_edit(struct workspace *workspace,
                        const struct document *document, const char *label,
                        const struct edit *edits, size_t count)
{
    struct edit *own = with_line_ends(document, edits, count);

    ask_to_edit(workspace, document, label, own, count);
    free_edits(own, count);
}

bool offers_end_of_draft(struct workspace *workspace,
                         struct document *document)
{
    struct directive_edits edits;
    bool asked;

    directive_edits_without(&edits, document_model(document), KEY_DRAFT);
    asked = edits.count && workspace->client.facts.applies_edits;
    if (asked)
        offers_ask_to_edit(workspace, document,
                           rule_fixes[FIX_END_DRAFT].title, edits.items,
                           edits.count);
    directive_edits_free(&edits);
    return asked;
}
