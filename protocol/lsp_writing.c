/* Completion and edits, into JSON. */
#include "lsp_edit.h"

#include <stdio.h>

#include "lsp_parts.h"

#define FORMAT_SNIPPET 2            /* InsertTextFormat */
#define MODE_AS_IS 1                /* InsertTextMode */

json_t *lsp_new_completion_options(void)
{
    static const char *const triggers[] = {"#", "*", "|", ":", "-", ",", "("};
    json_t *characters = json_array();
    size_t i;

    for (i = 0; i < sizeof triggers / sizeof triggers[0]; i++)
        json_array_append_new(characters, json_string(triggers[i]));
    return lsp_new_object_with("triggerCharacters", characters);
}

static json_t *write_documentation(struct lsp_string text, bool markdown)
{
    json_t *value = lsp_new_object_with(
        "kind", json_string(markdown ? "markdown" : "plaintext"));

    json_object_set_new(value, "value", lsp_new_string(text));
    return value;
}

static json_t *write_text_edit(const struct lsp_completion *completion)
{
    json_t *edit = lsp_new_object_with("range",
                                       lsp_new_range(completion->range));

    json_object_set_new(edit, "newText", lsp_new_string(completion->text));
    return edit;
}

/* Nothing but an event is not known to every client. */
static json_t *write_kind(enum lsp_completion_kind kind,
                          const struct lsp_client *client)
{
    return json_integer(client->completion_kinds & 1u << kind
                            ? kind : LSP_COMPLETION_SNIPPET);
}

json_t *lsp_write_completion(const struct lsp_completion *completion,
                             const struct lsp_client *client)
{
    json_t *item = lsp_new_object_with("label",
                                       lsp_new_string(completion->label));
    char place[24];

    snprintf(place, sizeof place, "%04zu", completion->place);
    json_object_set_new(item, "kind", write_kind(completion->kind, client));
    if (completion->detail.length)
        json_object_set_new(item, "detail",
                            lsp_new_string(completion->detail));
    if (completion->documentation.length)
        json_object_set_new(item, "documentation",
                            write_documentation(completion->documentation,
                                                client->documents_markdown));
    json_object_set_new(item, "sortText", json_string(place));
    json_object_set_new(item, "filterText",
                        lsp_new_string(completion->filter));
    if (completion->snippet)
        json_object_set_new(item, "insertTextFormat",
                            json_integer(FORMAT_SNIPPET));
    if (client->inserts_as_is)
        json_object_set_new(item, "insertTextMode", json_integer(MODE_AS_IS));
    json_object_set_new(item, "textEdit", write_text_edit(completion));
    return item;
}

json_t *lsp_write_completions(json_t *items)
{
    json_t *list = lsp_new_object_with("isIncomplete", json_false());

    json_object_set_new(list, "items", items);
    return list;
}

json_t *lsp_write_apply_edit(const char *label,
                             const struct lsp_file_edit *file,
                             const struct lsp_client *client)
{
    json_t *params = lsp_new_object_with("label", json_string(label));

    json_object_set_new(params, "edit", lsp_new_workspace_edit(file, client));
    return params;
}
