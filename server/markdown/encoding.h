/*
 * encoding.h - counting the code units of UTF-8 bytes.
 *
 * All bytes given here are valid UTF-8 that begins at a character's start.
 */
#ifndef MARKDOWN_ENCODING_H
#define MARKDOWN_ENCODING_H

#include <stdbool.h>
#include <stddef.h>

#include "text.h"

/* How many units of ENCODING the characters that begin in BYTES have. */
size_t encoding_units(struct slice bytes, enum encoding encoding);

/*
 * How many bytes the first *UNITS units take: whole characters, at most all of
 * BYTES. *UNITS gets the units these really have.
 */
size_t encoding_bytes(struct slice bytes, size_t *units,
                      enum encoding encoding);

#endif
