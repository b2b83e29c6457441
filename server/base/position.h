/*
 * position.h - places in a text as an editor counts them.
 */
#ifndef BASE_POSITION_H
#define BASE_POSITION_H

#include <stddef.h>

/* What the characters of a line are counted in. */
enum encoding {
    ENCODING_UTF8,
    ENCODING_UTF16,
    ENCODING_UTF32
};

struct position {
    size_t line, character;         /* both from 0; in code units */
};

struct range {
    struct position start, end;     /* END is not part of it */
};

#endif
