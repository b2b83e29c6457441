/*
 * command.h - the command line: check, new, rules, explain, help.
 *
 * Findings go to stdout, in one of four formats; what is said about the run
 * itself (a summary, files that can't be read, wrong options) to stderr.
 */
#ifndef COMMAND_COMMAND_H
#define COMMAND_COMMAND_H

#include <stdbool.h>

/* What the process returns to its shell. */
enum command_status {
    COMMAND_CLEAN,
    COMMAND_FINDINGS,           /* at or above --fail-on */
    COMMAND_FAILED              /* a file or stdout failed, a wrong command */
};

/*
 * Does what ARGV, as main() got it, asks for and returns the status. If it
 * asks for the language server, *SERVE is true and nothing has been done or
 * written. The order of ARGV may change.
 */
int command_run(int argc, char **argv, bool *serve);

#endif
