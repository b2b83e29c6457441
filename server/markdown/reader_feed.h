/*
 * reader_feed.h - cmark's block parser, run over some lines of a text.
 *
 * cmark works in two phases: blocks line by line, then the inline Markdown in
 * them. The second can be quadratic, and nobody here needs it, so it never
 * runs: the tree is taken when all lines have been fed, and the parser is
 * thrown away unfinished. As in Bugzilla, "<" is a character like any other, so
 * that there are no blocks of HTML. An extension of cmark gives us the tree,
 * tells which lines are text of paragraphs, and opens tables (without cells).
 *
 * The lines read must begin where a block is sure to begin (see boundary.h).
 */
#ifndef MARKDOWN_READER_FEED_H
#define MARKDOWN_READER_FEED_H

#include "reader.h"

/*
 * Reads the lines FIRST to END - 1 of TEXT, the first of them in an open table
 * if IN_TABLE; reader_free() releases what READER then holds.
 */
void reader_feed(struct reader *reader, const struct text *text, size_t first,
                 size_t end, bool in_table);
void reader_free(struct reader *reader);

#endif
