/*
 * rows.h - which lines can be rows of a table.
 *
 * A line is given from its first byte that isn't blank, past the marks of the
 * containers it is in, with or without its line end. These are the rules of
 * cmark-gfm's table extension to the letter; a differential test holds them to
 * it. They take the place of that extension because it builds every cell,
 * which on some inputs takes seconds, and we want none.
 */
#ifndef MARKDOWN_ROWS_H
#define MARKDOWN_ROWS_H

#include <stdbool.h>
#include <stddef.h>

#include "slice.h"

/* How many cells LINE has as a row; 0 if it can't be one. */
size_t rows_columns(struct slice line);

/* Whether LINE can be the delimiter row below a table's header. */
bool rows_delimits(struct slice line);

#endif
