/*
 * whole.h - the top-level blocks of a text, each in one piece.
 *
 * Made for those who look at all of a text at once, as to format it; it costs
 * what the text has of nodes.
 */
#ifndef MARKDOWN_WHOLE_H
#define MARKDOWN_WHOLE_H

#include "blocks.h"

/* A list and a table have all of their nodes, and END where they do. */
struct wholes {
    struct block *items;            /* none of them continues another */
    size_t count;
    struct node *nodes;             /* of all items */
};

/* Fills WHOLES, to be freed with wholes_free(); BLOCKS is borrowed for the call
 * only. */
void wholes_read(struct wholes *wholes, const struct blocks *blocks);
void wholes_free(struct wholes *wholes);            /* leaves it empty */

#endif
