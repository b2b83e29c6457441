/*
 * angle.h - what Bugzilla does with "<" before cmark-gfm gets to see a text.
 *
 * It puts another character in its place, so that there is no HTML: neither
 * tags nor comments, nor blocks that end with either. Only an address keeps
 * its "<".
 */
#ifndef MARKDOWN_ANGLE_H
#define MARKDOWN_ANGLE_H

#include <stdbool.h>

#include "slice.h"

/* Is the "<" that TEXT begins with a character like any other? */
static inline bool angle_is_text(struct slice text)
{
    return !slice_begins(text, "<http://") && !slice_begins(text, "<https://");
}

#endif
