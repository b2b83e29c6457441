/*
 * Which lines differ between two versions of a text.
 *
 * Myers' greedy search: for each number of changes, how far one gets on each
 * diagonal of the grid of old against new lines. What each number of changes
 * reached is kept, so that the way can be walked back from the end.
 */
#include "line_diff.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "memory.h"

/* What is kept grows with its square. */
#define CHANGES_MOST 1500

/* The search among the lines between those equal at both ends. */
struct search {
    const struct slice *old, *new;
    size_t old_count, new_count;
    int32_t **reached;              /* by changes; 2 * changes + 1 each */
    size_t changes;
};

static void split(struct slice text, struct diff_lines *lines)
{
    size_t room = 0;
    size_t start = 0;

    *lines = (struct diff_lines){NULL, 0};
    while (start < text.length) {
        const char *end = memchr(text.bytes + start, '\n',
                                 text.length - start);
        size_t past = end ? (size_t)(end - text.bytes) + 1 : text.length;

        *memory_append(lines->items, lines->count, room) =
            slice_part(text, start, past);
        start = past;
    }
}

/* How far one had got with CHANGES changes on DIAGONAL, in old lines. */
static int32_t reached(const struct search *search, size_t changes,
                       int32_t diagonal)
{
    return search->reached[changes][diagonal + (int32_t)changes];
}

/* Whether one more change got onto DIAGONAL by a new line, not by an old line
 * left out. */
static bool is_insertion(const struct search *search, size_t changes,
                         int32_t diagonal)
{
    int32_t most = (int32_t)changes;

    if (diagonal == -most)
        return true;
    return diagonal != most &&
           reached(search, changes - 1, diagonal - 1) <
               reached(search, changes - 1, diagonal + 1);
}

/* Where DIAGONAL is entered with CHANGES changes, in old lines. */
static int32_t entered(const struct search *search, size_t changes,
                       int32_t diagonal)
{
    if (!changes)
        return 0;
    return is_insertion(search, changes, diagonal)
               ? reached(search, changes - 1, diagonal + 1)
               : reached(search, changes - 1, diagonal - 1) + 1;
}

/* One step with CHANGES changes; true if it got to the end of both. */
static bool advance(struct search *search, size_t changes)
{
    int32_t most = (int32_t)changes;
    int32_t *row = memory_new_zeroed(2 * changes + 1, sizeof *row);

    search->reached[changes] = row;
    for (int32_t diagonal = -most; diagonal <= most; diagonal += 2) {
        int32_t old = entered(search, changes, diagonal);
        int32_t new = old - diagonal;

        while (old < (int32_t)search->old_count &&
               new < (int32_t)search->new_count &&
               slice_same(search->old[old], search->new[new])) {
            old++;
            new++;
        }
        row[diagonal + most] = old;
        if (old >= (int32_t)search->old_count &&
            new >= (int32_t)search->new_count)
            return true;
    }
    return false;
}

static void add_hunk(struct line_diff *diff, struct diff_hunk hunk)
{
    struct diff_hunk *last = diff->count ? &diff->hunks[diff->count - 1]
                                         : NULL;

    /* They come from the end to the beginning. */
    if (last && hunk.old_start + hunk.old_count == last->old_start &&
        hunk.new_start + hunk.new_count == last->new_start) {
        last->old_start = hunk.old_start;
        last->new_start = hunk.new_start;
        last->old_count += hunk.old_count;
        last->new_count += hunk.new_count;
        return;
    }
    *memory_append(diff->hunks, diff->count, diff->room) = hunk;
}

/* Walks back from the end; HEAD lines before the search's are equal. */
static void walk_back(const struct search *search, size_t head,
                      struct line_diff *diff)
{
    int32_t diagonal =
        (int32_t)search->old_count - (int32_t)search->new_count;

    for (size_t changes = search->changes; changes; changes--) {
        bool insertion = is_insertion(search, changes, diagonal);
        size_t old = (size_t)entered(search, changes, diagonal);
        size_t new = (size_t)((int32_t)old - diagonal);

        add_hunk(diff, insertion
                           ? (struct diff_hunk){head + old, 0,
                                                head + new - 1, 1}
                           : (struct diff_hunk){head + old - 1, 1,
                                                head + new, 0});
        diagonal += insertion ? 1 : -1;
    }
}

static void turn_round(struct line_diff *diff)
{
    for (size_t index = 0; index < diff->count / 2; index++) {
        struct diff_hunk hunk = diff->hunks[index];

        diff->hunks[index] = diff->hunks[diff->count - 1 - index];
        diff->hunks[diff->count - 1 - index] = hunk;
    }
}

/* Looks for the fewest changes; one for all if they are too many. */
static void find(struct search *search, size_t head, struct line_diff *diff)
{
    size_t most = search->old_count + search->new_count;
    bool found = false;

    if (!most)
        return;
    most = most < CHANGES_MOST ? most : CHANGES_MOST;
    search->reached = memory_new_zeroed(most + 1, sizeof *search->reached);
    for (size_t changes = 0; changes <= most && !found; changes++) {
        found = advance(search, changes);
        search->changes = changes;
    }
    if (found)
        walk_back(search, head, diff);
    else
        add_hunk(diff, (struct diff_hunk){head, search->old_count, head,
                                          search->new_count});
    for (size_t changes = 0; changes <= search->changes; changes++)
        memory_free(search->reached[changes]);
    memory_free(search->reached);
}

void line_diff_read(struct line_diff *diff, struct slice old, struct slice new)
{
    const struct diff_lines *a = &diff->old;
    const struct diff_lines *b = &diff->new;
    struct search search;
    size_t head = 0, tail = 0;

    *diff = (struct line_diff){{NULL, 0}, {NULL, 0}, NULL, 0, 0};
    split(old, &diff->old);
    split(new, &diff->new);
    while (head < a->count && head < b->count &&
           slice_same(a->items[head], b->items[head]))
        head++;
    while (head + tail < a->count && head + tail < b->count &&
           slice_same(a->items[a->count - 1 - tail],
                      b->items[b->count - 1 - tail]))
        tail++;
    search = (struct search){a->items + head, b->items + head,
                             a->count - head - tail, b->count - head - tail,
                             NULL, 0};
    find(&search, head, diff);
    turn_round(diff);
}

void line_diff_free(struct line_diff *diff)
{
    memory_free(diff->old.items);
    memory_free(diff->new.items);
    memory_free(diff->hunks);
    *diff = (struct line_diff){{NULL, 0}, {NULL, 0}, NULL, 0, 0};
}
