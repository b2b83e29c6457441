/*
 * excerpt.h - a line of the source with marks below a part of it.
 */
#ifndef OUTPUT_EXCERPT_H
#define OUTPUT_EXCERPT_H

#include "memory.h"
#include "text.h"

/* The two lines of an excerpt, without line ends. */
struct excerpt {
    struct buffer source;
    struct buffer marks;        /* blanks, and a caret below each cell */
};

/*
 * Fills EXCERPT with as much of the line in which SPAN begins as fits in WIDTH
 * cells, cut around SPAN with an ellipsis at either end. A span of several
 * lines is marked up to the end of the first. The caller frees it with
 * excerpt_free().
 */
void excerpt_read(struct excerpt *excerpt, struct text *text,
                  struct span span, size_t width);
void excerpt_free(struct excerpt *excerpt);     /* leaves it empty */

#endif
