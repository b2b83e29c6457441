/* unified_diff.h - two versions of a text, as patch(1) reads the difference. */
#ifndef OUTPUT_UNIFIED_DIFF_H
#define OUTPUT_UNIFIED_DIFF_H

#include <stdio.h>

#include "slice.h"

/* Writes what makes NEW of OLD, both called NAME; nothing if they are equal. */
void unified_diff_write(FILE *stream, const char *name, struct slice old,
                        struct slice new);

#endif
