/*
 * outline.h - the block structure of some lines of a text, as a flat list.
 *
 * The nodes are those of blocks.h, but START, END and LINE count from the first
 * of the lines, and any number of top-level blocks follow one another.
 */
#ifndef MARKDOWN_OUTLINE_H
#define MARKDOWN_OUTLINE_H

#include <stdbool.h>
#include <stddef.h>

#include "blocks.h"

struct outline {
    struct node *nodes;
    size_t count, room;
};

/*
 * The outline of the lines FIRST to END - 1 of TEXT, where FIRST is one that a
 * block is sure to begin on (see boundary.h). If that is a row IN_TABLE, the
 * outline begins with rows. Release with outline_free().
 */
struct outline outline_new(const struct text *text, size_t first, size_t end,
                           bool in_table);
void outline_free(struct outline *outline);

#endif
