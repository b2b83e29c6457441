/* Code actions: what clients ask for, and what they get. */
#include <string.h>

#include "lsp_parts.h"
#include "lsp_edit.h"

#define TRIGGER_INVOKED 1           /* CodeActionTriggerKind */

static const struct {
    enum lsp_action_kind kind;
    const char *name;
} kinds[] = {
    {LSP_QUICK_FIX, "quickfix"},
    {LSP_REFACTOR, "refactor"},
    {LSP_REWRITE, "refactor.rewrite"},
    {LSP_FIX_ALL, "source.fixAll.incident-ls"},
};

#define ALL_KINDS (LSP_QUICK_FIX | LSP_REFACTOR | LSP_REWRITE | LSP_FIX_ALL)

#define KIND_COUNT (sizeof kinds / sizeof kinds[0])

/* Is the kind NAME the kind WANTED, or one below it? All are below "". */
static bool is_within(const char *name, const char *wanted)
{
    size_t length = strlen(wanted);

    return !length || (!strncmp(name, wanted, length) &&
                       (name[length] == '\0' || name[length] == '.'));
}

static unsigned kinds_within(const char *wanted)
{
    unsigned within = 0;
    size_t i;

    for (i = 0; wanted && i < KIND_COUNT; i++) {
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
    size_t i;

    if (!json_is_array(only))
        return json_integer_value(trigger) == TRIGGER_INVOKED
                   ? ALL_KINDS
                   : ALL_KINDS & ~(unsigned)LSP_FIX_ALL;
    for (i = 0; i < json_array_size(only); i++)
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

json_t *lsp_new_code_action_options(void)
{
    /* The general kind too: editors filter by what is announced. */
    static const char *const announced[] = {"quickfix", "refactor",
                                            "refactor.rewrite",
                                            "source.fixAll",
                                            "source.fixAll.incident-ls"};
    json_t *names = json_array();
    size_t i;

    for (i = 0; i < sizeof announced / sizeof announced[0]; i++)
        json_array_append_new(names, json_string(announced[i]));
    return lsp_new_object_with("codeActionKinds", names);
}

json_t *lsp_write_edits(const struct lsp_edit *edits, size_t count)
{
    json_t *array = json_array();
    size_t i;

    for (i = 0; i < count; i++) {
        json_t *edit =
            lsp_new_object_with("range", lsp_new_range(edits[i].range));

        json_object_set_new(edit, "newText", json_string(edits[i].text));
        json_array_append_new(array, edit);
    }
    return array;
}

/* Should the file have come to be since, it is left as it is. */
static json_t *write_creation(const struct lsp_file_edit *file)
{
    json_t *create = lsp_new_object_with("kind", json_string("create"));

    json_object_set_new(create, "uri", lsp_new_string(file->uri));
    json_object_set_new(create, "options",
                        lsp_new_object_with("ignoreIfExists", json_true()));
    return create;
}

static json_t *write_document_changes(const struct lsp_file_edit *file)
{
    json_t *document = lsp_new_object_with("uri", lsp_new_string(file->uri));
    json_t *edit = lsp_new_object_with("textDocument", document);
    json_t *changes = json_array();

    json_object_set_new(document, "version",
                        file->open ? json_integer(file->version)
                                   : json_null());
    json_object_set_new(edit, "edits",
                        lsp_write_edits(file->edits, file->edit_count));
    if (file->create)
        json_array_append_new(changes, write_creation(file));
    json_array_append_new(changes, edit);
    return lsp_new_object_with("documentChanges", changes);
}

static json_t *write_changes(const struct lsp_file_edit *file)
{
    json_t *changes = json_object();

    json_object_setn_new(changes, file->uri.bytes, file->uri.length,
                         lsp_write_edits(file->edits, file->edit_count));
    return lsp_new_object_with("changes", changes);
}

json_t *lsp_new_workspace_edit(const struct lsp_file_edit *file,
                               const struct lsp_client *client)
{
    return client->versions_edits ? write_document_changes(file)
                                  : write_changes(file);
}

static const char *name_of(enum lsp_action_kind kind)
{
    size_t i = 0;

    while (kinds[i].kind != kind)
        i++;
    return kinds[i].name;
}

json_t *lsp_write_code_action(const struct lsp_code_action *action,
                              const struct lsp_client *client)
{
    json_t *value = lsp_new_object_with("title", json_string(action->title));

    json_object_set_new(value, "kind", json_string(name_of(action->kind)));
    if (action->diagnostics)
        json_object_set_new(value, "diagnostics", action->diagnostics);
    if (action->preferred && client->marks_preferred)
        json_object_set_new(value, "isPreferred", json_true());
    json_object_set_new(value, "edit",
                        lsp_new_workspace_edit(&action->file, client));
    return value;
}
