/* glyph.h - what a character does where it is shown. */
#ifndef MARKDOWN_GLYPH_H
#define MARKDOWN_GLYPH_H

#include <stddef.h>
#include <stdint.h>

#include "slice.h"
#include "memory.h"

/*
 * How many cells CHARACTER fills: 2 for the wide ones of East Asia and for
 * emoji, 0 for what combines with the character before it, else 1. Terminals
 * differ about rare characters; of these they all think the same.
 */
size_t glyph_width(uint32_t character);
/* The same of all of TEXT, valid UTF-8. */
size_t glyph_cells(struct slice text);

/*
 * Adds TEXT, any bytes, so that it can do nothing but be read: U+FFFD in the
 * place of what isn't UTF-8, of control characters (a line end, an escape
 * sequence) and of those that turn the direction of writing.
 */
void glyph_add_safe(struct buffer *buffer, struct slice text);

/*
 * The same for a message in an editor: some make a link of "[words](address)"
 * in it, and the address may be a command of theirs. A blank in between makes
 * it words alone.
 */
void glyph_add_unlinked(struct buffer *buffer, struct slice text);

#endif
