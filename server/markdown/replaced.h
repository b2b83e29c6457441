/*
 * replaced.h - what edits have replaced since a text was last looked at.
 *
 * For those who keep something of a text, and want to look again only at what
 * may be another. What is replaced is told in whole blocks: all others have
 * their bytes and nodes still, wherever they stand now.
 */
#ifndef MARKDOWN_REPLACED_H
#define MARKDOWN_REPLACED_H

#include <stdbool.h>
#include <stddef.h>

#include "blocks.h"
#include "text.h"

/* Collects edits. After replaced_begin() nothing is replaced. */
struct replacing {
    bool any;
    size_t above, below;        /* blocks at both ends that were left alone */
    size_t bytes_above, bytes_below;    /* ... and bytes */
    size_t length;              /* of the text at the beginning, in bytes */
};

/* The bytes START..WAS-1 of the old text became START..IS-1 of the new one:
 * whole blocks. To the byte, EDIT_START..EDIT_WAS-1 became
 * EDIT_START..EDIT_IS-1; all others in these blocks were only parsed again. */
struct replaced {
    size_t start, was, is;
    size_t edit_start, edit_was, edit_is;
};

void replaced_begin(struct replacing *replacing, const struct text *text);
/* After CHANGE, which BLOCKS has gone through. */
void replaced_add(struct replacing *replacing, struct blocks_change change,
                  const struct blocks *blocks);
/* How many bytes lie between those edits and SPAN of TEXT; 0 if there were
 * none. */
size_t replaced_distance(const struct replacing *replacing,
                         const struct text *text, struct span span);
struct replaced replaced_end(const struct replacing *replacing,
                             const struct blocks *blocks,
                             const struct text *text);

/* Of a text that nothing is known of: all of it. */
struct replaced replaced_all(const struct text *text);

/*
 * True if the bytes of OLD, a span of the old text, are as they were; *BY gets
 * how far they have moved.
 */
bool replaced_spares(const struct replaced *replaced, struct span old,
                     ptrdiff_t *by);

/* True if what stood at OFFSET of the old text is as it was. */
bool replaced_keeps(const struct replaced *replaced, size_t offset);
/* Where that is now. */
size_t replaced_offset(const struct replaced *replaced, size_t offset);

/* Where the byte at OFFSET of the old text is now: also one that was only
 * parsed again. Where the edit begins if it was edited. */
size_t replaced_byte(const struct replaced *replaced, size_t offset);

/* SPAN so far from where it was. */
struct span replaced_move(struct span span, ptrdiff_t by);

#endif
