/*
 * walk.h - the state of the walk through cmark's tree, and the nodes it adds.
 *
 * cmark keeps no node for a paragraph that is nothing but link reference
 * definitions. The marked lines that no node claims are these; they get their
 * node when the walk comes to what follows them, or to the end of the
 * container they are in.
 */
#ifndef MARKDOWN_WALK_H
#define MARKDOWN_WALK_H

#include <stddef.h>
#include <stdint.h>

#include "outline.h"
#include "reader.h"

/* Lines count from the first one read, offsets from its start. */
struct walk {
    struct reader reader;
    const struct text *text;
    size_t first;               /* the first line read, in the text */
    size_t start;               /* its offset */
    size_t claimed;             /* lines before this one have their nodes */
    size_t depth;               /* open containers */
    size_t *open;               /* their nodes, DEPTH of them */
    size_t open_room;
    size_t quotes;              /* those of them that are quotes */
    uint32_t end;               /* of all nodes so far */
    struct outline outline;
};

/* Where a node lies: from COLUMN of LINE to the end of LAST. */
struct extent {
    size_t line, column, last;
};

/* What stands on LINE, without its line end; valid like a slice of the text. */
struct slice walk_line(const struct walk *walk, size_t line);
enum mark_kind walk_mark(const struct walk *walk, size_t line);
/* The extent of the text of a paragraph, or the rows of a table. */
struct extent walk_text(const struct walk *walk, size_t first, size_t last);

/* Adds a leaf; the node is valid until the next is added. */
struct node *walk_add(struct walk *walk, enum node_kind kind,
                      struct extent extent);
/* Adds the definitions among the lines before END that have no node yet. */
void walk_add_definitions(struct walk *walk, size_t end);

/* Adds a container; what is added until it is closed is in it. */
struct node *walk_open(struct walk *walk, enum node_kind kind,
                       cmark_node *container);
void walk_close(struct walk *walk, cmark_node *container);

#endif
