/*
 * slice.h - pieces of a text: the bytes themselves, or where they stand.
 *
 * Neither owns anything. A slice is good for as long as the bytes it points
 * to; a span means nothing without the text it was measured in.
 */
#ifndef BASE_SLICE_H
#define BASE_SLICE_H

#include <stddef.h>

/* A piece of somebody else's text: not ended by a NUL, not to be freed. */
struct slice {
    const char *bytes;
    size_t length;
};

/* The bytes START..END-1 of a text. */
struct span {
    size_t start, end;
};

#endif
