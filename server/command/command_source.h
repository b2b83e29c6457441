/*
 * command_source.h - reads the files to check: reports, lists of certificates.
 */
#ifndef COMMAND_COMMAND_SOURCE_H
#define COMMAND_COMMAND_SOURCE_H

#include "list_read.h"
#include "memory.h"

/*
 * Reads the file at PATH, or stdin if that is "-", into SOURCE: valid UTF-8
 * without its byte order mark, whose length *SKIPPED gets. NULL, or a sentence
 * on why the file cannot be checked, for memory_free().
 */
char *command_source_read(const char *path, struct buffer *source,
                          size_t *skipped);

/*
 * Reads the list of certificates at PATH into LIST, which the caller frees with
 * certificate_file_free(). NULL, or a sentence on why it cannot be checked, for
 * memory_free(). LIST->known says whether it is such a list at all.
 */
char *command_list_read(const char *path, const struct check_options *options,
                        struct certificate_file *list);

#endif
