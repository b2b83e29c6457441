/*
 * unified_diff.c - writes the difference of two texts as patch(1) reads it.
 */
#include "unified_diff.h"

#include <string.h>

#include "line_diff.h"
#include "shown.h"

#define CONTEXT 3 /* equal lines around a change */

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/*
 * The index past the last hunk that shares its context with the one at FIRST.
 */
static size_t group_end(const struct line_diff *diff, size_t first)
{
    size_t end = first + 1;

    while (end < diff->count &&
           diff->hunks[end].old_start <=
               diff->hunks[end - 1].old_start +
                   diff->hunks[end - 1].old_count + 2 * CONTEXT)
        end++;
    return end;
}

static void write_lines(FILE *stream, char mark, const struct slice *lines,
                        size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct slice line = lines[i];

        fputc(mark, stream);
        shown_write(stream, line);
        if (line.bytes[line.length - 1] != '\n')
            fputs("\n\\ No newline at end of file\n", stream);
    }
}

/* "12,3"; an empty range is named by the line before it. */
static void write_range(FILE *stream, char mark, size_t start, size_t count)
{
    fprintf(stream, "%c%zu", mark, count ? start + 1 : start);
    if (count != 1)
        fprintf(stream, ",%zu", count);
}

/* The hunks FIRST to END - 1, with the lines around and between them. */
static void write_group(FILE *stream, const struct line_diff *diff,
                        size_t first, size_t end)
{
    const struct diff_hunk *hunk = &diff->hunks[first];
    const struct diff_hunk *last = &diff->hunks[end - 1];
    size_t before = least(CONTEXT, hunk->old_start);
    size_t behind = last->old_start + last->old_count;
    size_t after = least(CONTEXT, diff->old.count - behind);
    size_t at = hunk->old_start - before;
    size_t new_start = hunk->new_start - before;

    fputs("@@ ", stream);
    write_range(stream, '-', at, behind + after - at);
    fputc(' ', stream);
    write_range(stream, '+', new_start,
                last->new_start + last->new_count + after - new_start);
    fputs(" @@\n", stream);
    for (; first < end; first++) {
        hunk = &diff->hunks[first];
        write_lines(stream, ' ', diff->old.items + at, hunk->old_start - at);
        write_lines(stream, '-', diff->old.items + hunk->old_start,
                    hunk->old_count);
        write_lines(stream, '+', diff->new.items + hunk->new_start,
                    hunk->new_count);
        at = hunk->old_start + hunk->old_count;
    }
    write_lines(stream, ' ', diff->old.items + at, after);
}

static void write_name(FILE *stream, const char *mark, const char *name)
{
    fputs(mark, stream);
    shown_write(stream, slice_of(name));
    fputc('\n', stream);
}

void unified_diff_write(FILE *stream, const char *name, struct slice old,
                        struct slice new)
{
    struct line_diff diff;
    size_t first = 0;

    line_diff_read(&diff, old, new);
    if (diff.count) {
        write_name(stream, "--- ", name);
        write_name(stream, "+++ ", name);
    }
    while (first < diff.count) {
        size_t end = group_end(&diff, first);

        write_group(stream, &diff, first, end);
        first = end;
    }
    line_diff_free(&diff);
}
