/* The marks of containers at the start of a line. */
#include "markers.h"

/* Where a list may begin at the latest. */
#define COLUMN_MAX 60
#define TAB_STOP 4
#define DIGITS_MAX 9

static bool ends_marker(struct slice line, size_t offset)
{
    return offset == line.length || byte_is_in(line.bytes[offset], " \t\v\f");
}

/* How long the list marker at OFFSET is; 0 if there is none. */
static size_t list_marker(struct slice line, size_t offset)
{
    size_t end = offset;
    char first = line.bytes[offset];

    while (end < line.length && end < offset + DIGITS_MAX &&
           byte_is_digit(line.bytes[end]))
        end++;
    if (end == offset && !byte_is_in(first, "-+*"))
        return 0;
    if (end > offset && !byte_is_in(slice_at(line, end), ".)"))
        return 0;
    return ends_marker(line, end + 1) ? end + 1 - offset : 0;
}

/* Whether all from OFFSET on is one character and blanks: a thematic break,
 * or the end of one, or at most two more lists. */
static bool is_break(struct slice line, size_t offset)
{
    char first = line.bytes[offset];

    if (first != '-' && first != '*')
        return false;
    for (size_t i = offset; i < line.length; i++) {
        if (line.bytes[i] != first && !byte_is_blank(line.bytes[i]))
            return false;
    }
    return true;
}

size_t markers_too_deep(struct slice line)
{
    size_t column = 0;
    size_t offset = 0;

    while (offset < line.length) {
        size_t marker = 1;

        if (line.bytes[offset] == '\t')
            column += TAB_STOP - column % TAB_STOP - 1;
        else if (line.bytes[offset] != ' ' && line.bytes[offset] != '>')
            marker = list_marker(line, offset);
        if (!marker)
            break;
        if (column >= COLUMN_MAX && list_marker(line, offset))
            return is_break(line, offset) ? line.length : offset;
        offset += marker;
        column += marker;
    }
    return line.length;
}

size_t markers_skip(struct slice line, size_t quotes)
{
    size_t offset = 0;

    for (; offset < line.length; offset++) {
        if (byte_is_blank(line.bytes[offset]))
            continue;
        if (line.bytes[offset] != '>' || !quotes)
            break;
        quotes--;
    }
    return offset;
}
