/*
 * utf8.h - whether bytes are UTF-8, and what characters they hold.
 *
 * Text from outside (a file, the name of a file, another library's message)
 * passes here once; all other code takes UTF-8 for granted.
 */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include <stddef.h>
#include <stdint.h>

#include "memory.h"

/* The byte order mark that a file may begin with. */
#define UTF8_MARK "\xEF\xBB\xBF"

/*
 * The offset of the first of the LENGTH bytes at BYTES that can't be part of
 * a character (RFC 3629: no surrogates, no overlong forms, nothing above
 * U+10FFFF, nothing cut short), or LENGTH if all is well.
 */
size_t utf8_invalid(const char *bytes, size_t length);

/*
 * The character that begins at BYTES, which must be valid, and in *SIZE how
 * many bytes (1 to 4) it takes.
 */
uint32_t utf8_character(const char *bytes, size_t *size);

/*
 * The length of the whole characters that ONE and OTHER both begin with; and of
 * those that they both end with, after the first START bytes of each.
 */
size_t utf8_same_start(struct slice one, struct slice other);
size_t utf8_same_end(struct slice one, struct slice other, size_t start);

/* Adds BYTES with U+FFFD in place of each byte that isn't UTF-8. */
void utf8_add_repaired(struct buffer *buffer, const char *bytes,
                       size_t length);

#endif
