/* The commands that a client can have executed, out of JSON and into it. */
#include "lsp_command.h"

#include <string.h>

#include "lsp_parts.h"

static const char *const names[LSP_COMMAND_COUNT] = {
    [LSP_INSERT_TEMPLATE] = "incident-ls.insertTemplate",
    [LSP_TEMPLATES] = "incident-ls.templates",
    [LSP_PROGRESS] = "incident-ls.progress",
    [LSP_CHECK] = "incident-ls.check",
    [LSP_BUGZILLA_TEXT] = "incident-ls.bugzillaText",
};

json_t *lsp_new_command_options(void)
{
    json_t *array = json_array();
    size_t id;

    for (id = 0; id < LSP_COMMAND_COUNT; id++)
        json_array_append_new(array, json_string(names[id]));
    return lsp_new_object_with("commands", array);
}

bool lsp_read_command(const json_t *params, struct lsp_command *command,
                      const char **fault)
{
    struct lsp_string name = lsp_string_of(json_object_get(params, "command"));
    size_t id;

    if (!name.bytes)
        return lsp_refuse(fault, "command must be a string");
    for (id = 0; id < LSP_COMMAND_COUNT; id++) {
        if (!strcmp(name.bytes, names[id])) {
            command->id = (enum lsp_command_id)id;
            command->arguments = json_object_get(params, "arguments");
            return true;
        }
    }
    return lsp_refuse(fault, "there is no such command");
}

bool lsp_read_command_place(const json_t *arguments, struct lsp_place *place,
                            const char **fault)
{
    const json_t *position = json_array_get(arguments, 1);

    place->uri = lsp_string_of(json_array_get(arguments, 0));
    place->position = (struct lsp_position){0, 0};
    return (place->uri.bytes &&
            (!position || lsp_read_position(position, &place->position))) ||
           lsp_refuse(fault, "arguments must be a URI and at most a position");
}

bool lsp_read_insertion(const json_t *arguments,
                        struct lsp_insertion *insertion, const char **fault)
{
    insertion->place.uri = lsp_string_of(json_array_get(arguments, 0));
    insertion->keyword = lsp_string_of(json_array_get(arguments, 2));
    return (insertion->place.uri.bytes && insertion->keyword.bytes &&
            lsp_read_position(json_array_get(arguments, 1),
                              &insertion->place.position)) ||
           lsp_refuse(fault, "arguments must be a URI, a position and the "
                             "name of a template");
}

static void set_string(json_t *object, const char *name, const char *string)
{
    json_object_set_new(object, name, json_string(string));
}

static void set_count(json_t *object, const char *name, size_t count)
{
    json_object_set_new(object, name, json_integer((json_int_t)count));
}

json_t *lsp_write_template(const struct lsp_template *template)
{
    json_t *value = json_object();

    set_string(value, "keyword", template->keyword);
    set_string(value, "name", template->name);
    set_string(value, "means", template->means);
    json_object_set_new(value, "text", lsp_new_string(template->text));
    json_object_set_new(value, "snippet", json_boolean(template->snippet));
    return value;
}

json_t *lsp_write_progress(const struct lsp_progress *progress)
{
    json_t *value = json_object();

    set_string(value, "name", progress->name);
    json_object_set_new(value, "range", lsp_new_range(progress->range));
    set_count(value, "complete", progress->complete);
    set_count(value, "fields", progress->fields);
    set_count(value, "errors", progress->errors);
    set_count(value, "warnings", progress->warnings);
    set_string(value, "words", progress->words);
    return value;
}

json_t *lsp_write_standing(json_t *reports, const struct lsp_range *first,
                           bool edited)
{
    json_t *standing = lsp_new_object_with("reports", reports);

    if (first)
        json_object_set_new(standing, "first", lsp_new_range(*first));
    if (edited)
        json_object_set_new(standing, "edited", json_true());
    return standing;
}

json_t *lsp_write_posting(const struct lsp_posting *posting)
{
    json_t *value = lsp_new_object_with("text", lsp_new_string(posting->text));

    set_count(value, "length", posting->length);
    set_count(value, "limit", posting->limit);
    set_count(value, "errors", posting->errors);
    set_count(value, "above", posting->above);
    return value;
}
