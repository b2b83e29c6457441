/*
 * outline.h - the block structure of some lines of a text, as a flat list.
 *
 * The nodes are those of blocks.h, but START, END and LINE count from the first
 * of the lines, and any number of top-level blocks follow one another.
 */
#ifndef MARKDOWN_OUTLINE_H
#define MARKDOWN_OUTLINE_H

#include <stddef.h>

#include "blocks.h"

struct outline {
    struct node *nodes;
    size_t count, room;
};

/*
 * The outline of the lines FIRST to END - 1 of TEXT, which must begin where
 * only the document is open (see reader.h). Release with outline_free().
 */
struct outline outline_new(struct text *text, size_t first, size_t end);
void outline_free(struct outline *outline);

#endif
