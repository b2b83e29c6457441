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

/* What is printed before and after a line with MARK. */
static void begin_colour(const struct unified_diff *output, char mark)
{
    if (!output->colour || mark == ' ')
        return;
    fputs(mark == '-' ? "\033[31m" : mark == '+' ? "\033[32m" : "\033[36m",
          output->stream);
}

static void end_colour(const struct unified_diff *output, char mark)
{
    if (output->colour && mark != ' ')
        fputs("\033[0m", output->stream);
}

/* LINE without its line end, which no colour goes over. */
static void write_line(const struct unified_diff *output, char mark,
                       struct slice line)
{
    bool ended = line.bytes[line.length - 1] == '\n';

    begin_colour(output, mark);
    fputc(mark, output->stream);
    shown_write(output->stream, slice_part(line, 0, line.length - ended));
    end_colour(output, mark);
    fputs(ended ? "\n" : "\n\\ No newline at end of file\n", output->stream);
}

static void write_lines(const struct unified_diff *output, char mark,
                        const struct slice *lines, size_t count)
{
    for (size_t i = 0; i < count; i++)
        write_line(output, mark, lines[i]);
}

/* "12,3"; an empty range is named by the line before it. */
static void write_range(FILE *stream, char mark, size_t start, size_t count)
{
    fprintf(stream, "%c%zu", mark, count ? start + 1 : start);
    if (count != 1)
        fprintf(stream, ",%zu", count);
}

/* The hunks FIRST to END - 1, with the lines around and between them. */
static void write_group(const struct unified_diff *output,
                        const struct line_diff *diff,
                        size_t first, size_t end)
{
    FILE *stream = output->stream;
    const struct diff_hunk *hunk = &diff->hunks[first];
    const struct diff_hunk *last = &diff->hunks[end - 1];
    size_t before = least(CONTEXT, hunk->old_start);
    size_t behind = last->old_start + last->old_count;
    size_t after = least(CONTEXT, diff->old.count - behind);
    size_t at = hunk->old_start - before;
    size_t new_start = hunk->new_start - before;

    begin_colour(output, '@');
    fputs("@@ ", stream);
    write_range(stream, '-', at, behind + after - at);
    fputc(' ', stream);
    write_range(stream, '+', new_start,
                last->new_start + last->new_count + after - new_start);
    fputs(" @@", stream);
    end_colour(output, '@');
    fputc('\n', stream);
    for (; first < end; first++) {
        hunk = &diff->hunks[first];
        write_lines(output, ' ', diff->old.items + at, hunk->old_start - at);
        write_lines(output, '-', diff->old.items + hunk->old_start,
                    hunk->old_count);
        write_lines(output, '+', diff->new.items + hunk->new_start,
                    hunk->new_count);
        at = hunk->old_start + hunk->old_count;
    }
    write_lines(output, ' ', diff->old.items + at, after);
}

static void write_name(FILE *stream, const char *mark, const char *name)
{
    fputs(mark, stream);
    shown_write(stream, slice_of(name));
    fputc('\n', stream);
}

void unified_diff_write(const struct unified_diff *output, const char *name,
                        struct slice old, struct slice new)
{
    struct line_diff diff;
    size_t first = 0;

    line_diff_read(&diff, old, new);
    if (diff.count) {
        write_name(output->stream, "--- ", name);
        write_name(output->stream, "+++ ", name);
    }
    while (first < diff.count) {
        size_t end = group_end(&diff, first);

        write_group(output, &diff, first, end);
        first = end;
    }
    line_diff_free(&diff);
}
