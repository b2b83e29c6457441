/* Writes the values of JSON. */
#include "json_text.h"

#include <stdbool.h>

/* What stands after a backslash for BYTE; '\0' if nothing does. */
static char escape_of(char byte)
{
    static const char bytes[] = "\"\\\b\f\n\r\t";
    const char *found = byte ? strchr(bytes, byte) : NULL;

    return found ? "\"\\bfnrt"[found - bytes] : '\0';
}

/* True of bytes that stand for themselves in a string. */
static bool is_plain(char byte)
{
    return (unsigned char)byte >= ' ' && byte != '"' && byte != '\\';
}

static void add_escaped(struct buffer *text, char byte)
{
    char escape = escape_of(byte);

    if (escape) {
        buffer_add_char(text, '\\');
        buffer_add_char(text, escape);
    } else {
        buffer_addf(text, "\\u%04X", (unsigned)byte);
    }
}

static void add_string(struct buffer *text, struct slice string)
{
    size_t at = 0;

    buffer_add_char(text, '"');
    while (at < string.length) {
        size_t start = at;

        while (at < string.length && is_plain(string.bytes[at]))
            at++;
        buffer_add_slice(text, slice_part(string, start, at));
        if (at < string.length)
            add_escaped(text, string.bytes[at++]);
    }
    buffer_add_char(text, '"');
}

static void add_integer(struct buffer *text, json_int_t integer)
{
    if (integer < 0)
        buffer_addf(text, "%" JSON_INTEGER_FORMAT, integer);
    else
        buffer_add_number(text, (uint64_t)integer);
}

static void add_array(struct buffer *text, const json_t *array)
{
    buffer_add_char(text, '[');
    for (size_t i = 0; i < json_array_size(array); i++) {
        if (i)
            buffer_add_char(text, ',');
        json_text_add(text, json_array_get(array, i));
    }
    buffer_add_char(text, ']');
}

static void add_object(struct buffer *text, const json_t *object)
{
    /* An iterator changes nothing, but takes no const. */
    json_t *members = (json_t *)object;
    void *first = json_object_iter(members);

    buffer_add_char(text, '{');
    for (void *at = first; at; at = json_object_iter_next(members, at)) {
        if (at != first)
            buffer_add_char(text, ',');
        add_string(text, slice_of(json_object_iter_key(at)));
        buffer_add_char(text, ':');
        json_text_add(text, json_object_iter_value(at));
    }
    buffer_add_char(text, '}');
}

/* Nothing but an id that a client has made up is one. */
static void add_real(struct buffer *text, const json_t *real)
{
    char *digits = json_dumps(real, JSON_ENCODE_ANY);

    buffer_add_string(text, digits);
    memory_free(digits);
}

void json_text_add(struct buffer *text, const json_t *value)
{
    switch (json_typeof(value)) {
    case JSON_OBJECT:
        add_object(text, value);
        break;
    case JSON_ARRAY:
        add_array(text, value);
        break;
    case JSON_STRING:
        add_string(text, (struct slice){json_string_value(value),
                                        json_string_length(value)});
        break;
    case JSON_INTEGER:
        add_integer(text, json_integer_value(value));
        break;
    case JSON_REAL:
        add_real(text, value);
        break;
    case JSON_TRUE:
        buffer_add_string(text, "true");
        break;
    case JSON_FALSE:
        buffer_add_string(text, "false");
        break;
    case JSON_NULL:
        buffer_add_string(text, "null");
        break;
    }
}
