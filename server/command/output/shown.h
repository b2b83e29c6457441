/*
 * shown.h - the texts of others, on their way to stdout.
 *
 * A file or a program gets a patch or a page as it is. A terminal gets only
 * what it will display, and nothing that it would obey.
 */
#ifndef OUTPUT_SHOWN_H
#define OUTPUT_SHOWN_H

#include <stdio.h>

#include "slice.h"

/*
 * Writes BYTES to STREAM. If that is a terminal, whatever glyph_add_safe()
 * replaces becomes U+FFFD, except tabs and line ends.
 */
void shown_write(FILE *stream, struct slice bytes);

#endif
