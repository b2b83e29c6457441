/*
 * lsp_edit.c - completions, edits, code actions and renames, out of JSON and
 * into it.
 */
#include "lsp_edit.h"

#include <stdio.h>
#include <string.h>

#include "array.h"
#include "lsp_parts.h"

#define FORMAT_SNIPPET 2            /* InsertTextFormat */
#define MODE_AS_IS 1                /* InsertTextMode */
#define TRIGGER_INCOMPLETE 3        /* CompletionTriggerKind */
#define TRIGGER_INVOKED 1           /* CodeActionTriggerKind */

/* Every client knows all of the kinds but that of an event. */
static int known_kind(enum lsp_completion_kind kind,
                      const struct lsp_client *client)
{
    return client->completion_kinds & 1u << kind ? (int)kind
                                                 : LSP_COMPLETION_SNIPPET;
}

json_t *lsp_write_completion(const struct lsp_completion *completion,
                             const struct lsp_client *client)
{
    bool documented = completion->documentation.length;
    char place[24];
    json_t *item = NULL;

    snprintf(place, sizeof place, "%04zu", completion->place);
    item = json_pack(
        "{s:o*, s:i, s:o*, s:o*, s:s, s:o*}",
        "label", lsp_new_string(completion->label),
        "kind", known_kind(completion->kind, client),
        "detail", completion->detail.length
                      ? lsp_new_string(completion->detail)
                      : NULL,
        "documentation", documented
                             ? lsp_new_markup(completion->documentation,
                                              client->documents_markdown)
                             : NULL,
        "sortText", place,
        "filterText", lsp_new_string(completion->filter));
    if (completion->snippet)
        json_object_set_new(item, "insertTextFormat",
                            json_integer(FORMAT_SNIPPET));
    if (client->inserts_as_is)
        json_object_set_new(item, "insertTextMode", json_integer(MODE_AS_IS));
    json_object_set_new(item, "textEdit",
                        json_pack("{s:o, s:o*}", "range",
                                  lsp_new_range(completion->range), "newText",
                                  lsp_new_string(completion->text)));
    return item;
}

bool lsp_read_typing(const json_t *params)
{
    const json_t *kind =
        json_object_get(json_object_get(params, "context"), "triggerKind");

    return json_integer_value(kind) == TRIGGER_INCOMPLETE;
}

json_t *lsp_write_completions(json_t *items)
{
    return json_pack("{s:b, s:o}", "isIncomplete",
                     json_array_size(items) > 0, "items", items);
}

json_t *lsp_write_edits(const struct lsp_edit *edits, size_t count)
{
    json_t *array = json_array();

    for (size_t i = 0; i < count; i++)
        json_array_append_new(array, json_pack("{s:o, s:s}", "range",
                                               lsp_new_range(edits[i].range),
                                               "newText", edits[i].text));
    return array;
}

/* Should the file have come into being since, it is left as it is. */
static json_t *write_creation(const struct lsp_file_edit *file)
{
    return json_pack("{s:s, s:o, s:{s:b}}", "kind", "create", "uri",
                     lsp_new_string(file->uri), "options", "ignoreIfExists",
                     true);
}

static json_t *write_document_changes(const struct lsp_file_edit *file)
{
    json_t *edit = json_pack(
        "{s:{s:o, s:o}, s:o}", "textDocument", "uri", lsp_new_string(file->uri),
        "version", lsp_new_version(file->version), "edits",
        lsp_write_edits(file->edits, file->edit_count));

    return json_pack("{s:[o*, o]}", "documentChanges",
                     file->create ? write_creation(file) : NULL, edit);
}

static json_t *write_changes(const struct lsp_file_edit *file)
{
    json_t *changes = json_object();

    json_object_setn_new(changes, file->uri.bytes, file->uri.length,
                         lsp_write_edits(file->edits, file->edit_count));
    return json_pack("{s:o}", "changes", changes);
}

static json_t *write_workspace_edit(const struct lsp_file_edit *file,
                                    const struct lsp_client *client)
{
    return client->versions_edits ? write_document_changes(file)
                                  : write_changes(file);
}

json_t *lsp_write_apply_edit(const char *label,
                             const struct lsp_file_edit *file,
                             const struct lsp_client *client)
{
    return json_pack("{s:s, s:o}", "label", label, "edit",
                     write_workspace_edit(file, client));
}

static const struct {
    enum lsp_action_kind kind;
    const char *name;
} kinds[] = {
    {LSP_QUICK_FIX, "quickfix"},
    {LSP_REFACTOR, "refactor"},
    {LSP_REWRITE, "refactor.rewrite"},
    {LSP_CERTIFICATES, "refactor.rewrite.certificates"},
    {LSP_FIX_ALL, "source.fixAll.incident-ls"},
};

#define ALL_KINDS                                                             \
    (LSP_QUICK_FIX | LSP_REFACTOR | LSP_REWRITE | LSP_CERTIFICATES |          \
     LSP_FIX_ALL)

#define KIND_COUNT LENGTH_OF(kinds)

/* True if NAME is the kind WANTED, or one below it. All are below "". */
static bool is_within(const char *name, const char *wanted)
{
    size_t length = strlen(wanted);

    return !length || (!strncmp(name, wanted, length) &&
                       (name[length] == '\0' || name[length] == '.'));
}

static unsigned kinds_within(const char *wanted)
{
    unsigned within = 0;

    for (size_t i = 0; wanted && i < KIND_COUNT; i++) {
        if (is_within(kinds[i].name, wanted))
            within |= kinds[i].kind;
    }
    return within;
}

static unsigned read_kinds(const json_t *context)
{
    const json_t *only = json_object_get(context, "only");
    const json_t *trigger = json_object_get(context, "triggerKind");
    unsigned wanted = 0;

    if (!json_array_size(only))
        return json_integer_value(trigger) == TRIGGER_INVOKED
                   ? ALL_KINDS
                   : ALL_KINDS & ~(unsigned)LSP_FIX_ALL;
    for (size_t i = 0; i < json_array_size(only); i++)
        wanted |= kinds_within(json_string_value(json_array_get(only, i)));
    return wanted;
}

bool lsp_read_code_action(const json_t *params,
                          struct lsp_code_action_params *action,
                          const char **fault)
{
    if (!lsp_read_document(params, &action->uri, fault))
        return false;
    if (!lsp_read_range(json_object_get(params, "range"), &action->range))
        return lsp_refuse(fault, "range must have a start and an end with "
                                 "line and character, whole numbers from 0");
    action->kinds = read_kinds(json_object_get(params, "context"));
    return true;
}

static const char *name_of(enum lsp_action_kind kind)
{
    size_t i = 0;

    while (kinds[i].kind != kind)
        i++;
    return kinds[i].name;
}

static json_t *write_command(const struct lsp_code_action *action)
{
    return json_pack("{s:s, s:s, s:o}", "title", action->title, "command",
                     action->command, "arguments", action->arguments);
}

json_t *lsp_write_code_action(const struct lsp_code_action *action,
                              const struct lsp_client *client)
{
    bool preferred = action->preferred && client->marks_preferred;
    bool edits = action->file.edit_count > 0;

    return json_pack("{s:s, s:s, s:o*, s:o*, s:o*, s:o*}", "title",
                     action->title, "kind", name_of(action->kind),
                     "diagnostics", action->diagnostics, "isPreferred",
                     preferred ? json_true() : NULL, "edit",
                     edits ? write_workspace_edit(&action->file, client) : NULL,
                     "command", action->command ? write_command(action) : NULL);
}

bool lsp_read_rename(const json_t *params, struct lsp_rename *rename,
                     const char **fault)
{
    rename->name = lsp_string_of(json_object_get(params, "newName"));
    return lsp_read_place(params, &rename->place, fault) &&
           (rename->name.bytes ||
            lsp_refuse(fault, "newName must be a string"));
}

json_t *lsp_write_renamable(struct range range, struct slice words)
{
    return json_pack("{s:o, s:o*}", "range", lsp_new_range(range),
                     "placeholder", lsp_new_string(words));
}

json_t *lsp_write_rename(const struct lsp_file_edit *file,
                         const struct lsp_client *client)
{
    return write_workspace_edit(file, client);
}
