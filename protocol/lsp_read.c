/*
 * lsp_read.c - what clients say of their documents, out of JSON.
 */
#include "lsp.h"
#include "lsp_parts.h"

#include <stdlib.h>

#define DIGITS_MOST 18      /* of a number that fits 64 bits */

bool lsp_read_document(const json_t *params, struct slice *uri,
                       const char **fault)
{
    *uri = lsp_string_of(lsp_member(params, "textDocument/uri"));
    return uri->bytes ||
           lsp_refuse(fault, "textDocument.uri must be a string");
}

/* Some clients write 2.0 or "2", or leave it out. The text that comes with it
 * counts all the same: without it every later edit would go astray. */
static struct lsp_version read_version(const json_t *params)
{
    const json_t *value = lsp_member(params, "textDocument/version");
    struct slice digits = lsp_string_of(value);
    size_t index;

    if (json_is_integer(value))
        return (struct lsp_version){true, json_integer_value(value)};
    if (lsp_read_index(value, &index))
        return (struct lsp_version){true, (json_int_t)index};
    if (digits.length && digits.length < DIGITS_MOST &&
        slice_skip_digits(digits, 0) == digits.length)
        return (struct lsp_version){true, strtoll(digits.bytes, NULL, 10)};
    return (struct lsp_version){.known = false};
}

bool lsp_read_did_open(const json_t *params, struct lsp_did_open *open,
                       const char **fault)
{
    if (!lsp_read_document(params, &open->uri, fault))
        return false;
    open->version = read_version(params);
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

    if (!lsp_read_document(params, &change->uri, fault))
        return false;
    change->version = read_version(params);
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

const json_t *lsp_read_settings(const json_t *params)
{
    return json_object_get(params, "settings");
}

const json_t *lsp_read_configuration(const json_t *result)
{
    return json_array_get(result, 0);
}
