/* Tells front matter from a text that begins with a thematic break. */
#include "front_matter.h"

#include <stdbool.h>

#include "utf8.h"

/* No more lines are looked at. */
#define LINES_MOST 200

static size_t next_line(struct slice text, size_t at)
{
    at = slice_line_end(text, at);
    if (slice_has(text, at, "\r\n"))
        return at + 2;
    return at < text.length ? at + 1 : at;
}

/* "title:", with nothing or a blank after it. */
static bool is_key(struct slice line)
{
    size_t at = 0;

    while (byte_is_alphanumeric(slice_at(line, at)) ||
           byte_is_in(slice_at(line, at), "-_."))
        at++;
    return at && slice_at(line, at) == ':' &&
           (at + 1 == line.length || byte_is_blank(slice_at(line, at + 1)));
}

static bool may_be_inside(struct slice line)
{
    return !line.length || byte_is_in(line.bytes[0], " \t#") ||
           slice_begins(line, "- ") || is_key(line);
}

/* Of a text without a byte order mark. */
static size_t length_of(struct slice text)
{
    size_t at = next_line(text, 0);
    bool keyed = false;

    if (!slice_is(slice_trim_end(slice_part(text, 0, slice_line_end(text, 0)),
                                 " \t"),
                  "---"))
        return 0;
    for (int count = 0; count < LINES_MOST && at < text.length; count++) {
        struct slice line = slice_trim_end(
            slice_part(text, at, slice_line_end(text, at)), " \t");

        if (slice_is(line, "---") || slice_is(line, "..."))
            return keyed ? next_line(text, at) : 0;
        if (!may_be_inside(line))
            return 0;
        keyed |= is_key(line);
        at = next_line(text, at);
    }
    return 0;
}

size_t front_matter(struct slice text)
{
    size_t mark = slice_begins(text, UTF8_MARK) ? strlen(UTF8_MARK) : 0;
    size_t length = length_of(slice_from(text, mark));

    return length ? mark + length : 0;
}
