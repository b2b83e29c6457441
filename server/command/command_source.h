/* command_source.h - the bytes of a file to check, as text. */
#ifndef COMMAND_COMMAND_SOURCE_H
#define COMMAND_COMMAND_SOURCE_H

#include "memory.h"

/*
 * Reads the file at PATH, or stdin if that is "-", into SOURCE: valid UTF-8
 * without its byte order mark, of which *SKIPPED gets the length. NULL, or
 * a sentence on why the file can't be checked, for memory_free().
 */
char *command_source_read(const char *path, struct buffer *source,
                          size_t *skipped);

#endif
