/*
 * guarded.h - memory that may be read a little before where it begins.
 *
 * Some versions of cmark-gfm (CVE-2023-22485, which Debian 12 has mended in
 * part) look for the "mailto:" that could stand before a ":", even where the
 * ":" is the first byte of what they have. They find zeros there.
 *
 * The functions are those of memory.h but for that; what one of them gave, only
 * they may resize and free.
 */
#ifndef MARKDOWN_GUARDED_H
#define MARKDOWN_GUARDED_H

#include <stddef.h>

void *guarded_new_zeroed(size_t count, size_t size);
void *guarded_resize(void *memory, size_t size);
void guarded_free(void *memory);

#endif
