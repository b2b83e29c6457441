/*
 * shown.h - bytes of somebody else's, on their way to stdout.
 *
 * A patch or a page goes to a file or a program as it is. To a terminal nothing
 * goes that would do anything there but be read.
 */
#ifndef OUTPUT_SHOWN_H
#define OUTPUT_SHOWN_H

#include <stdio.h>

#include "slice.h"

/*
 * Writes BYTES to STREAM; if that is a terminal, with U+FFFD for each of what
 * glyph_add_safe() takes out, but for tabs and line ends.
 */
void shown_write(FILE *stream, struct slice bytes);

#endif
