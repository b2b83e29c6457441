/*
 * angle.h - what Bugzilla does with "<" before cmark-gfm gets to see a text.
 *
 * It puts another character in its place, so that there is no HTML: neither
 * tags nor comments, nor blocks that end with either. Only an address keeps
 * its "<".
 */
#ifndef MARKDOWN_ANGLE_H
#define MARKDOWN_ANGLE_H

#include "memory.h"

/*
 * Where the first "<" at or after AT of TEXT is that is a character like any
 * other; the end of TEXT if there is none.
 */
size_t angle_find(struct slice text, size_t at);

/* Adds TEXT with STAND_IN in place of each such "<". */
void angle_add(struct buffer *buffer, struct slice text, const char *stand_in);

#endif
