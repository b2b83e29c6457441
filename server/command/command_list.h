/* command_list.h - `check` of a file that is a list of certificates. */
#ifndef COMMAND_COMMAND_LIST_H
#define COMMAND_COMMAND_LIST_H

#include "list_read.h"

/*
 * Reads the list at PATH into LIST, which is then to be freed. NULL, or a
 * sentence on why it can't be checked, for memory_free(). Whether it is a list
 * at all is for LIST->known.
 */
char *command_list_read(const char *path, const struct check_options *options,
                        struct certificate_file *list);

#endif
