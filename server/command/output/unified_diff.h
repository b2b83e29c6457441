/*
 * unified_diff.h - two versions of a text, in the form that patch(1) reads.
 */
#ifndef OUTPUT_UNIFIED_DIFF_H
#define OUTPUT_UNIFIED_DIFF_H

#include <stdbool.h>
#include <stdio.h>

#include "slice.h"

/* Where a difference goes. */
struct unified_diff {
    FILE *stream;
    bool colour;                /* what goes is red, what comes green */
};

/*
 * Writes what turns OLD into NEW, both called NAME; nothing if they are equal.
 */
void unified_diff_write(const struct unified_diff *output, const char *name,
                        struct slice old, struct slice new);

#endif
