/*
 * command_complain.h - says on stderr what is wrong.
 */
#ifndef COMMAND_COMMAND_COMPLAIN_H
#define COMMAND_COMMAND_COMPLAIN_H

#include "format.h"

/*
 * Writes "incident-ls: ", the sentence and a line end to stderr. A terminal
 * finds nothing in it to obey, whatever the names of files.
 */
void command_complain(const char *format, ...)
    FORMAT(1, 2);

/*
 * Complains that WORD is not WHAT ("an option"), and names the nearest of KNOWN
 * (which ends with NULL) if one may have been meant; else the command whose
 * output lists them, LISTED_BY ("incident-ls --help").
 */
void command_complain_unknown(const char *what, const char *word,
                              const char *const *known, const char *listed_by);

#endif
