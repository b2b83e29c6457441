/*
 * line_diff.h - which lines differ between two versions of a text.
 */
#ifndef FEATURES_LINE_DIFF_H
#define FEATURES_LINE_DIFF_H

#include <stddef.h>

#include "slice.h"

/* Lines with their line ends; the last may have none, and isn't empty. */
struct diff_lines {
    struct slice *items;
    size_t count;
};

/* COUNT lines from START on of one version became those of the other. */
struct diff_hunk {
    size_t old_start, old_count;
    size_t new_start, new_count;
};

struct line_diff {
    struct diff_lines old, new;
    struct diff_hunk *hunks;        /* in order; equal lines between them */
    size_t count, room;
};

/*
 * Fills DIFF with the fewest changes that make NEW of OLD, unless they are very
 * many: then with one. Both are borrowed; line_diff_free() releases the rest.
 */
void line_diff_read(struct line_diff *diff, struct slice old,
                    struct slice new);
void line_diff_free(struct line_diff *diff);        /* leaves it empty */

#endif
