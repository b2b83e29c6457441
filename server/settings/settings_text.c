/*
 * settings_text.c - makes JSON of JSON with comments.
 */
#include "settings_text.h"

#include <string.h>

#include "utf8.h"

/* Puts blanks for the bytes START..END-1, but for line ends. */
static void blank(struct buffer *text, size_t start, size_t end)
{
    for (size_t i = start; i < end; i++) {
        if (!byte_is_line_end(text->bytes[i]))
            text->bytes[i] = ' ';
    }
}

/* Where the string ends that begins at AT. */
static size_t string_end(struct slice text, size_t at)
{
    for (at++; at < text.length && text.bytes[at] != '"'; at++) {
        if (text.bytes[at] == '\\')
            at++;
    }
    return at + 1;
}

/* Where the comment ends that begins at AT; AT if none does. */
static size_t comment_end(struct slice text, size_t at)
{
    if (slice_has(text, at, "//"))
        return slice_line_end(text, at);
    if (!slice_has(text, at, "/*"))
        return at;
    for (at += 2; at < text.length && !slice_has(text, at, "*/");)
        at++;
    return at < text.length ? at + 2 : at;
}

/* Blanks the comments, and the commas with nothing but a bracket after them. */
static bool blank_extras(struct buffer *text)
{
    size_t comma = text->length;
    bool found = false;

    for (size_t at = 0, end; at < text->length; at = end) {
        char byte = text->bytes[at];

        end = comment_end(buffer_slice(text), at);
        if (end > at) {
            blank(text, at, end);
            found = true;
            continue;
        }
        end = byte == '"' ? string_end(buffer_slice(text), at) : at + 1;
        if ((byte == '}' || byte == ']') && comma < at) {
            blank(text, comma, comma + 1);
            found = true;
        }
        if (byte == ',')
            comma = at;
        else if (!byte_is_in(byte, " \t\r\n"))
            comma = text->length;
    }
    return found;
}

bool settings_text_blank(struct buffer *text)
{
    bool marked = slice_begins(buffer_slice(text), UTF8_MARK);

    if (marked)
        blank(text, 0, strlen(UTF8_MARK));
    return blank_extras(text) || marked;
}
