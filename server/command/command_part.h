/* command_part.h - the parts of the command line, for command.c alone. */
#ifndef COMMAND_COMMAND_PART_H
#define COMMAND_COMMAND_PART_H

#include <stdbool.h>

/*
 * Each takes what follows "incident-ls" (ARGV[0] is the part's own name),
 * writes to stdout and stderr, and returns an enum command_status.
 */
int command_check(int argc, char **argv);
int command_preview(int argc, char **argv);
int command_new(int argc, char **argv);
int command_rules(int argc, char **argv);
int command_explain(int argc, char **argv);

/*
 * Says on stderr what is wrong: "incident-ls: ", the sentence, a line end. The
 * name of a file in it can do nothing to a terminal.
 */
void command_complain(const char *format, ...)
    __attribute__((format(printf, 1, 2)));

/*
 * Complains that WORD is no WHAT, and names the nearest of KNOWN (which ends
 * with NULL) if one is near enough to be meant.
 */
void command_complain_unknown(const char *what, const char *word,
                              const char *const *known);

#endif
