/* Where the lines of a text begin, in an array with a gap. */
#include "lines.h"

#include <string.h>

#include "memory.h"
#include "search.h"

void lines_free(struct lines *lines)
{
    memory_free(lines->breaks);
    *lines = (struct lines){NULL, 0, 0, 0, 0};
}

size_t lines_break_count(const struct lines *lines)
{
    return lines->gap + lines->after;
}

size_t lines_break(const struct lines *lines, size_t index)
{
    size_t from_end;

    if (index < lines->gap)
        return lines->breaks[index];
    from_end = lines_break_count(lines) - index;
    return lines->length - lines->breaks[lines->room - from_end];
}

static bool is_at_most(const void *lines, size_t index, size_t offset)
{
    return lines_break(lines, index) <= offset;
}

size_t lines_breaks_to(const struct lines *lines, size_t offset)
{
    return search_first(lines, lines_break_count(lines), offset, is_at_most);
}

/* What counts from one end of the text counts from the other afterwards. */
static uint32_t turned(const struct lines *lines, uint32_t offset)
{
    return (uint32_t)lines->length - offset;
}

void lines_open(struct lines *lines, size_t index, size_t count)
{
    uint32_t *breaks = lines->breaks;

    while (lines->gap > index) {
        lines->after++;
        lines->gap--;
        breaks[lines->room - lines->after] = turned(lines,
                                                     breaks[lines->gap]);
    }
    while (lines->gap < index) {
        breaks[lines->gap] = turned(lines,
                                    breaks[lines->room - lines->after]);
        lines->gap++;
        lines->after--;
    }
    lines->after -= count;
}

static void make_room(struct lines *lines)
{
    size_t before = lines->room;
    size_t wanted = lines_break_count(lines) + 1;

    if (wanted <= before)
        return;
    lines->breaks = memory_grow(lines->breaks, &lines->room, wanted,
                                sizeof *lines->breaks);
    memmove(lines->breaks + (lines->room - lines->after),
            lines->breaks + (before - lines->after),
            lines->after * sizeof *lines->breaks);
}

void lines_add(struct lines *lines, size_t offset)
{
    make_room(lines);
    lines->breaks[lines->gap++] = (uint32_t)offset;
}
