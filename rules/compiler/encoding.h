/*
 * encoding.h - whether bytes are UTF-8.
 */
#ifndef COMPILER_ENCODING_H
#define COMPILER_ENCODING_H

#include <stddef.h>

/*
 * The first line, from 1, of the LENGTH bytes at BYTES that holds a NUL, a
 * carriage return or anything that isn't UTF-8 (RFC 3629); 0 if none does.
 */
int encoding_fault(const char *bytes, size_t length);

#endif
