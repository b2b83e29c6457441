/*
 * lsp_read.c - what clients say of their documents, out of JSON.
 */
#include "lsp.h"
#include "lsp_parts.h"

bool lsp_read_document(const json_t *params, struct slice *uri,
                       const char **fault)
{
    *uri = lsp_string_of(lsp_member(params, "textDocument/uri"));
    return uri->bytes ||
           lsp_refuse(fault, "textDocument.uri must be a string");
}

static bool read_version(const json_t *params, json_int_t *version,
                         const char **fault)
{
    const json_t *value = lsp_member(params, "textDocument/version");

    *version = json_integer_value(value);
    return json_is_integer(value) ||
           lsp_refuse(fault, "textDocument.version must be a whole number");
}

bool lsp_read_did_open(const json_t *params, struct lsp_did_open *open,
                       const char **fault)
{
    if (!lsp_read_document(params, &open->uri, fault) ||
        !read_version(params, &open->version, fault))
        return false;
    open->text = lsp_string_of(lsp_member(params, "textDocument/text"));
    return open->text.bytes ||
           lsp_refuse(fault, "textDocument.text must be a string");
}

static bool read_change(const json_t *value, struct lsp_change *change,
                        const char **fault)
{
    const json_t *range = json_object_get(value, "range");

    *change = (struct lsp_change){
        .whole = !range || json_is_null(range),
        .text = lsp_string_of(json_object_get(value, "text")),
    };
    if (!change->text.bytes)
        return lsp_refuse(fault, "contentChanges[].text must be a string");
    return change->whole || lsp_read_range(range, &change->range) ||
           lsp_refuse(fault, "contentChanges[].range must have a start and "
                             "an end with line and character, whole numbers "
                             "from 0");
}

bool lsp_read_did_change(const json_t *params, struct lsp_did_change *change,
                         const char **fault)
{
    struct lsp_change one;

    if (!lsp_read_document(params, &change->uri, fault) ||
        !read_version(params, &change->version, fault))
        return false;
    change->changes = json_object_get(params, "contentChanges");
    change->change_count = json_array_size(change->changes);
    if (!json_is_array(change->changes))
        return lsp_refuse(fault, "contentChanges must be an array");
    for (size_t i = 0; i < change->change_count; i++) {
        if (!read_change(json_array_get(change->changes, i), &one, fault))
            return false;
    }
    return true;
}

struct lsp_change lsp_read_change(const struct lsp_did_change *change,
                                  size_t index)
{
    struct lsp_change one;
    const char *fault;

    read_change(json_array_get(change->changes, index), &one, &fault);
    return one;
}

bool lsp_read_place(const json_t *params, struct lsp_place *place,
                    const char **fault)
{
    return lsp_read_document(params, &place->uri, fault) &&
           (lsp_read_position(json_object_get(params, "position"),
                              &place->position) ||
            lsp_refuse(fault, "position must have a line and a character, "
                              "whole numbers from 0"));
}

bool lsp_read_pull(const json_t *params, struct lsp_pull *pull,
                   const char **fault)
{
    const json_t *previous = json_object_get(params, "previousResultId");

    pull->previous = lsp_string_of(previous);
    if (previous && !json_is_string(previous) && !json_is_null(previous))
        return lsp_refuse(fault, "previousResultId must be a string");
    return lsp_read_document(params, &pull->uri, fault);
}

bool lsp_read_work_cancel(const json_t *params, json_int_t *token,
                          const char **fault)
{
    const json_t *value = json_object_get(params, "token");

    *token = json_integer_value(value);
    return json_is_integer(value) || json_is_string(value) ||
           lsp_refuse(fault, "token must be a whole number or a string");
}

json_t *lsp_read_cancel(const json_t *params)
{
    return json_object_get(params, "id");
}

const json_t *lsp_read_options(const json_t *options, const char *section)
{
    const json_t *value = json_object_get(options, section);

    return value ? value : options;
}

const json_t *lsp_read_settings(const json_t *params, const char *section)
{
    return json_object_get(json_object_get(params, "settings"), section);
}

const json_t *lsp_read_configuration(const json_t *result)
{
    return json_array_get(result, 0);
}
