/*
 * boundary.h - where parsing may begin and end within a text.
 *
 * A block parser is causal: what a line begins depends on the lines before it
 * only. But two kinds of lines reach back: an underline makes a heading of the
 * paragraph above, and a row of dashes makes a table of its last line. So a
 * block is sure to begin where it does
 *
 * - below a blank line, a heading or a thematic break, which end what could be
 *   reached back for, or
 * - if it isn't a paragraph, nor made of one: a heading with #, a list, a
 *   quote, a fence or a break can be no other line's header or heading.
 *
 * In a list of the top level, each item is sure to begin where it does, and in
 * a table each row after the header.
 *
 * What was open before such a line makes no difference to what follows, so
 * parsing may begin with it. An item begins a list there, which is as good as
 * the one it is in; a row needs a table that is open.
 */
#ifndef MARKDOWN_BOUNDARY_H
#define MARKDOWN_BOUNDARY_H

#include "blocks.h"
#include "outline.h"

/* A line on which parsing begins. */
struct beginning {
    size_t line;
    bool continues;         /* its block goes on with the one before */
    bool in_table;          /* then: with a table, else with a list */
};

/* Where BLOCK, one of TEXT, begins. */
struct beginning boundary_of(const struct block *block);

/* Whether BLOCK, one of TEXT, is sure to begin where it does, whatever block is
 * above it. */
bool boundary_is_sure(const struct text *text, const struct block *block);

/* Whether nothing below NODE goes on with it, and nothing above it: it is a
 * heading or a thematic break of the top level. */
bool boundary_closes(const struct node *node);

/*
 * Whether BLOCK still begins as it did with the node INDEX of OUTLINE, which is
 * of its first line and of lines before it.
 */
bool boundary_holds(const struct text *text, const struct block *block,
                    const struct outline *outline, size_t index);

/* Does a block of its own begin with the node INDEX of OUTLINE? */
bool boundary_is_at(const struct outline *outline, size_t index);

/*
 * Whether the node INDEX of OUTLINE, with which a block begins, is the first
 * of a block that goes on with the one before.
 */
bool boundary_continues(const struct outline *outline, size_t index);

/*
 * The last node of OUTLINE on a line after its first that is sure to begin a
 * block there. FIRST is the text's line that the outline begins with. False
 * if there is none.
 */
bool boundary_last(const struct text *text, const struct outline *outline,
                   size_t first, size_t *index);

#endif
