/*
 * unified_diff.h - two versions of a text, in the form that patch(1) reads.
 */
#ifndef OUTPUT_UNIFIED_DIFF_H
#define OUTPUT_UNIFIED_DIFF_H

#include <stdio.h>

#include "slice.h"

/*
 * Writes what turns OLD into NEW, both called NAME; nothing if they are equal.
 */
void unified_diff_write(FILE *stream, const char *name, struct slice old,
                        struct slice new);

#endif
