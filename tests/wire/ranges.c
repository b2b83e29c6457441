/* Looks ranges up in a text. */
#include "ranges.h"

#include <stdlib.h>
#include <string.h>

/* A line's length, without what ends it. */
static size_t line_length(const char *line)
{
    return strcspn(line, "\r\n");
}

/* The line number LINE, from 0; NULL if there is none. */
static const char *line_of(const char *text, json_int_t line)
{
    while (line > 0) {
        text += line_length(text);
        if (!*text)
            return NULL;
        text += text[0] == '\r' && text[1] == '\n' ? 2 : 1;
        line--;
    }
    return text;
}

/* How many units a character that begins with BYTE has; 0 within one. */
static json_int_t units(unsigned char byte, const char *encoding)
{
    if (!strcmp(encoding, "utf-8"))
        return 1;
    if ((byte & 0xc0) == 0x80)
        return 0;
    return !strcmp(encoding, "utf-16") && byte >= 0xf0 ? 2 : 1;
}

/* The place of POSITION in TEXT; NULL if no character begins there. */
static const char *place_of(const char *text, const char *encoding,
                            const json_t *position)
{
    const char *at = line_of(
        text, json_integer_value(json_object_get(position, "line")));
    json_int_t left =
        json_integer_value(json_object_get(position, "character"));
    const char *end;

    if (!at)
        return NULL;
    for (end = at + line_length(at); left > 0 && at < end; at++)
        left -= units((unsigned char)*at, encoding);
    while (at < end && ((unsigned char)*at & 0xc0) == 0x80 &&
           strcmp(encoding, "utf-8"))
        at++;
    return left || ((unsigned char)*at & 0xc0) == 0x80 ? NULL : at;
}

char *ranges_words(const char *text, const char *encoding,
                   const json_t *range)
{
    const char *start =
        place_of(text, encoding, json_object_get(range, "start"));
    const char *end = place_of(text, encoding, json_object_get(range, "end"));

    return start && end && start <= end
               ? memory_copy(start, (size_t)(end - start))
               : NULL;
}

static bool holds(const char *text, const char *encoding, const json_t *value)
{
    char *words;

    if (json_object_get(value, "character"))
        return place_of(text, encoding, value) != NULL;
    if (!json_object_get(json_object_get(value, "start"), "character"))
        return true;
    words = ranges_words(text, encoding, value);
    memory_free(words);
    return words != NULL;
}

bool ranges_hold(const char *text, const char *encoding, const json_t *value,
                 struct buffer *fault)
{
    const char *name;
    json_t *member;
    bool hold = holds(text, encoding, value);

    if (!hold) {
        char *written = json_dumps(value, JSON_SORT_KEYS);

        buffer_cut(fault, 0);
        buffer_add_string(fault, written);
        free(written);
    }
    for (size_t index = 0; hold && index < json_array_size(value); index++)
        hold = ranges_hold(text, encoding, json_array_get(value, index),
                           fault);
    json_object_foreach((json_t *)value, name, member)
        hold = hold && ranges_hold(text, encoding, member, fault);
    return hold;
}
