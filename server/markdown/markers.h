/*
 * markers.h - the marks of containers at the start of a line: > - + * 1. 1)
 *
 * cmark looks at every open list for every blank line. Lists nested without
 * end (one needs two bytes a level) would make that quadratic, so lists may
 * only begin in the first sixty columns of a line.
 */
#ifndef MARKDOWN_MARKERS_H
#define MARKDOWN_MARKERS_H

#include <stddef.h>

#include "slice.h"

/*
 * The offset of the first list marker in LINE (without its line end) that is
 * too far to the right to begin a list; LINE's length if there is none.
 */
size_t markers_too_deep(struct slice line);

/*
 * The offset of the first byte of LINE that is neither blank nor one of the
 * marks of at most QUOTES quotes; LINE's length if there is none.
 */
size_t markers_skip(struct slice line, size_t quotes);

#endif
