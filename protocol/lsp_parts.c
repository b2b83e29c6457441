/*
 * lsp_parts.c - reads and makes the pieces that messages are made of.
 */
#include "lsp_parts.h"

#include <stdint.h>
#include <string.h>

bool lsp_refuse(const char **fault, const char *sentence)
{
    *fault = sentence;
    return false;
}

/* As deep as PATH, a constant. NOLINTNEXTLINE(misc-no-recursion) */
const json_t *lsp_member(const json_t *value, const char *path)
{
    size_t length = strcspn(path, "/");

    value = json_object_getn(value, path, length);
    return path[length] && value ? lsp_member(value, path + length + 1) : value;
}

struct slice lsp_string_of(const json_t *value)
{
    return (struct slice){json_string_value(value), json_string_length(value)};
}

/* Some clients write a whole number as 3.0. */
bool lsp_read_index(const json_t *value, size_t *index)
{
    double number = json_number_value(value);

    if (!json_is_number(value) || number < 0)
        return false;
    *index = number < INT32_MAX ? (size_t)number : INT32_MAX;
    return json_is_integer(value) || number >= INT32_MAX ||
           number - (double)*index <= 0;
}

bool lsp_read_position(const json_t *value, struct position *position)
{
    return lsp_read_index(json_object_get(value, "line"), &position->line) &&
           lsp_read_index(json_object_get(value, "character"),
                          &position->character);
}

bool lsp_read_range(const json_t *value, struct range *range)
{
    return lsp_read_position(json_object_get(value, "start"), &range->start) &&
           lsp_read_position(json_object_get(value, "end"), &range->end);
}

json_t *lsp_new_version(struct lsp_version version)
{
    return version.known ? json_integer(version.number) : json_null();
}

json_t *lsp_new_string(struct slice string)
{
    return json_stringn(string.bytes, string.length);
}

json_t *lsp_new_position(struct position position)
{
    return json_pack("{s:I, s:I}", "line", (json_int_t)position.line,
                     "character", (json_int_t)position.character);
}

json_t *lsp_new_range(struct range range)
{
    return json_pack("{s:{s:I, s:I}, s:{s:I, s:I}}", "start", "line",
                     (json_int_t)range.start.line, "character",
                     (json_int_t)range.start.character, "end", "line",
                     (json_int_t)range.end.line, "character",
                     (json_int_t)range.end.character);
}

json_t *lsp_new_markup(struct slice text, bool markdown)
{
    return json_pack("{s:s, s:o*}", "kind", markdown ? "markdown" : "plaintext",
                     "value", lsp_new_string(text));
}
