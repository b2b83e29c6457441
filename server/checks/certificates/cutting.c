/* Keeps some lines of a file, and where they stand in it. */
#include "cutting.h"

static void add_line(struct cutting *cutting, size_t line, size_t offset)
{
    cutting->lines = memory_grow(cutting->lines, &cutting->room,
                                 cutting->count + 1, sizeof *cutting->lines);
    cutting->lines[cutting->count++] = (struct cutting_line){line, offset};
}

/* The length of the line end at AT; 0 if there is none. */
static size_t line_end(struct slice bytes, size_t at)
{
    if (bytes.bytes[at] == '\n')
        return 1;
    if (bytes.bytes[at] != '\r')
        return 0;
    return slice_at(bytes, at + 1) == '\n' ? 2 : 1;
}

size_t cutting_add(struct cutting *cutting, struct slice bytes, size_t line,
                   size_t offset)
{
    size_t start = cutting->text.length;

    add_line(cutting, line, offset);
    for (size_t at = 0; at < bytes.length; at++) {
        size_t length = line_end(bytes, at);

        if (!length)
            continue;
        at += length - 1;
        add_line(cutting, ++line, offset + at + 1);
    }
    buffer_add_slice(&cutting->text, bytes);
    buffer_add_char(&cutting->text, '\n');
    return start;
}

struct cutting_line cutting_line(const struct cutting *cutting, size_t number)
{
    if (!cutting->count)
        return (struct cutting_line){0, 0};
    return cutting->lines[number < cutting->count ? number
                                                  : cutting->count - 1];
}

void cutting_free(struct cutting *cutting)
{
    buffer_free(&cutting->text);
    memory_free(cutting->lines);
    *cutting = (struct cutting){{NULL, 0, 0}, NULL, 0, 0};
}
