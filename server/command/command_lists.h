/*
 * command_lists.h - checks a report together with the lists of certificates
 * that it links to, as files beside it.
 */
#ifndef COMMAND_COMMAND_LISTS_H
#define COMMAND_COMMAND_LISTS_H

#include "checks.h"

/*
 * As checks_of_reports(), of the reports in the file at PATH (NULL: none). The
 * lists that they link to are read, as far as they are in that file's folder
 * or below it; of those that are not there nothing is said.
 */
void command_lists_check(const struct reports *reports, const char *path,
                         const struct check_options *options,
                         struct findings *findings);

#endif
