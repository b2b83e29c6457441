/*
 * lsp_command.c - the commands that a client can run, out of JSON and into it.
 */
#include "lsp_command.h"

#include <string.h>

#include "lsp_parts.h"

static const char *const names[LSP_COMMAND_COUNT] = {
    [LSP_INSERT_TEMPLATE] = "incident-ls.insertTemplate",
    [LSP_TEMPLATES] = "incident-ls.templates",
    [LSP_PROGRESS] = "incident-ls.progress",
    [LSP_CHECK] = "incident-ls.check",
    [LSP_BUGZILLA_TEXT] = "incident-ls.bugzillaText",
    [LSP_EXPLAIN] = LSP_EXPLAIN_COMMAND,
    [LSP_ADD] = LSP_ADD_COMMAND,
    [LSP_SET_FACTS] = LSP_SET_FACTS_COMMAND,
    [LSP_SHOW] = LSP_SHOW_COMMAND,
};

json_t *lsp_new_command_names(void)
{
    json_t *array = json_array();

    for (size_t id = 0; id < LSP_COMMAND_COUNT; id++)
        json_array_append_new(array, json_string(names[id]));
    return array;
}

bool lsp_read_command(const json_t *params, struct lsp_command *command,
                      const char **fault)
{
    struct slice name = lsp_string_of(json_object_get(params, "command"));

    if (!name.bytes)
        return lsp_refuse(fault, "command must be a string");
    for (size_t id = 0; id < LSP_COMMAND_COUNT; id++) {
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
    place->position = (struct position){0, 0};
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

bool lsp_read_addition(const json_t *arguments,
                       struct lsp_addition_params *params,
                       const char **fault)
{
    params->what = lsp_string_of(json_array_get(arguments, 2));
    params->quiet = json_is_true(json_array_get(arguments, 3));
    if (!params->what.bytes)
        return lsp_refuse(fault, "arguments must be a URI, a position and "
                                 "what is to be added");
    return lsp_read_command_place(arguments, &params->place, fault);
}

bool lsp_read_facts(const json_t *arguments, struct lsp_facts_params *params,
                    const char **fault)
{
    params->facts = json_array_get(arguments, 2);
    if (!json_is_object(params->facts))
        return lsp_refuse(fault, "arguments must be a URI, a position and an "
                                 "object of facts");
    return lsp_read_command_place(arguments, &params->place, fault);
}

bool lsp_read_fact(const struct lsp_facts_params *params, const char *key,
                   struct slice *value, bool *gone)
{
    const json_t *found = json_object_get(params->facts, key);

    *gone = json_is_null(found);
    *value = lsp_string_of(found);
    return *gone || value->bytes;
}

bool lsp_read_explain(const json_t *arguments,
                      struct lsp_explain_params *params, const char **fault)
{
    params->rule = lsp_string_of(json_array_get(arguments, 0));
    params->quiet = json_is_true(json_array_get(arguments, 1));
    return params->rule.bytes ||
           lsp_refuse(fault, "arguments must be the name of a rule");
}

json_t *lsp_write_template(const struct lsp_template *template)
{
    return json_pack("{s:s, s:s, s:s, s:o, s:b}", "keyword", template->keyword,
                     "name", template->name, "means", template->means, "text",
                     lsp_new_string(template->text), "snippet",
                     template->snippet);
}

json_t *lsp_write_progress(const struct lsp_progress *progress)
{
    return json_pack("{s:s, s:o, s:I, s:I, s:I, s:I, s:s}",
                     "name", progress->name,
                     "range", lsp_new_range(progress->range),
                     "complete", (json_int_t)progress->complete,
                     "fields", (json_int_t)progress->fields,
                     "errors", (json_int_t)progress->errors,
                     "warnings", (json_int_t)progress->warnings,
                     "words", progress->words);
}

json_t *lsp_write_standing(const struct lsp_standing *standing)
{
    json_t *blanks = json_array();

    for (size_t index = 0; index < standing->blank_count; index++)
        json_array_append_new(blanks, lsp_new_range(standing->blanks[index]));
    return json_pack("{s:o, s:o, s:o*, s:o*, s:o*}", "reports",
                     standing->reports, "blanks", blanks,
                     "first",
                     standing->first ? lsp_new_range(*standing->first) : NULL,
                     "blank",
                     standing->blank < standing->blank_count
                         ? json_integer((json_int_t)standing->blank)
                         : NULL,
                     "edited", standing->edited ? json_true() : NULL);
}

json_t *lsp_write_place(struct slice uri, struct position position)
{
    return json_pack("[o, o]", lsp_new_string(uri),
                     lsp_new_position(position));
}

json_t *lsp_write_addition(const struct lsp_addition *addition)
{
    return json_pack("{s:o, s:o*, s:b}", "range",
                     lsp_new_range(addition->range), "text",
                     lsp_new_string(addition->text), "snippet",
                     addition->snippet);
}

json_t *lsp_write_explanation(const struct lsp_explanation *explanation)
{
    return json_pack("{s:s, s:s, s:s}", "rule", explanation->rule, "text",
                     explanation->text, "href", explanation->href);
}

json_t *lsp_write_posting(const struct lsp_posting *posting)
{
    return json_pack("{s:o*, s:I, s:I, s:I, s:I}",
                     "text", lsp_new_string(posting->text),
                     "length", (json_int_t)posting->length,
                     "limit", (json_int_t)posting->limit,
                     "errors", (json_int_t)posting->errors,
                     "above", (json_int_t)posting->above);
}
