/*
 * blocks.h - the block structure of a text, kept up to date edit by edit.
 *
 * cmark parses whole documents; this keeps a document as a sequence of blocks
 * and lets cmark parse again only those an edit touched. What comes out is the
 * same, node for node and byte for byte, as a parse of the whole text: that is
 * the promise the property test holds us to.
 *
 * A block is a top-level block of the document, but a list and a table may be
 * large and come in pieces: the items of a top-level list after its first,
 * and the rows of a top-level table after its header, are blocks of their
 * own, so that an edit in an item or a row costs no more than that.
 *
 * The structure is that of cmark-gfm with its table extension, but for lists
 * that begin beyond the sixtieth column of a line: they are text here. Nodes of
 * tables end at the row, not at the cell.
 *
 * cmark gives the structure only. Inline Markdown (emphasis, links, code) is
 * never given to it, because its inline parser is quadratic on some inputs;
 * those who need it look at the bytes of a node themselves.
 */
#ifndef MARKDOWN_BLOCKS_H
#define MARKDOWN_BLOCKS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "text.h"

enum node_kind {
    NODE_QUOTE,
    NODE_LIST,
    NODE_ITEM,
    NODE_CODE,          /* indented or fenced */
    NODE_PARAGRAPH,
    NODE_HEADING,       /* ATX or setext */
    NODE_BREAK,         /* a thematic break */
    NODE_TABLE,
    NODE_ROW,           /* one line of a table, the delimiter row excepted */
    NODE_DEFINITION     /* lines that are link reference definitions */
};

/*
 * One node, in the order of the text; the children of a container follow it
 * with a larger depth. START is where the node's own marks begin (the bullet
 * of an item, the # of a heading), END the end of its last line that isn't
 * blank, before the line break. Both count from the start of the block. A list
 * or table that goes on in the next block ENDs with its first item or with the
 * row of dashes; whole.h has it in one piece.
 */
struct node {
    uint32_t start, end;
    uint32_t line;          /* of START, from the first line of the block */
    uint16_t depth;         /* 0 for a top-level block */
    uint8_t kind;           /* enum node_kind */
    uint8_t level;          /* of a heading: 1..6; of a list: its bullet
                               ('-', '*', '+', '.', ')'); of code: its fence
                               ('`', '~'), 0 if indented; of a row: 1 for the
                               header, else 0 */
};

/* START and LINE are of the whole text. */
struct block {
    size_t start, line;
    size_t length, line_count;      /* up to the next block's start: blank
                                       lines after a block belong to it */
    const struct node *nodes;       /* valid until the blocks are edited */
    size_t node_count;              /* 0 only for blank lines at the text's
                                       start, which form a block of their own */
    bool continues;                 /* the list or table of the block before:
                                       it begins with an item or a row */
    uint64_t identity;              /* another after each parse of the block */
};

/* Which blocks an edit replaced: upper floors may keep what they know of the
 * others. */
struct blocks_change {
    size_t first, removed, added;   /* in blocks */
    size_t above, below;            /* bytes before and after the edit */
};

struct blocks;

/* Parses all of TEXT, which must outlive the blocks. Never fails. */
struct blocks *blocks_new(const struct text *text);
void blocks_free(struct blocks *blocks);            /* NULL is allowed */

/* Brings the blocks up to date after text_splice() returned CHANGE. */
struct blocks_change blocks_edit(struct blocks *blocks,
                                 struct text_change change);

/* How many there are, at least 1; the one at INDEX, valid until an edit. */
size_t blocks_count(const struct blocks *blocks);
struct block blocks_at(const struct blocks *blocks, size_t index);
/* The index of the block OFFSET is in; count - 1 past the end. */
size_t blocks_find(const struct blocks *blocks, size_t offset);

#endif
