/*
 * command.h - the command line, and its commands.
 *
 * Results go to stdout. What is said about the run itself goes to stderr: a
 * summary, files that cannot be read, wrong options.
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
 * Runs the command that ARGV, as main() got it, asks for, and returns its
 * status. If that is the language server, *SERVE is true and nothing has been
 * done yet. The order of ARGV may change.
 */
int command_run(int argc, char **argv, bool *serve);

/*
 * The commands. Each takes what follows "incident-ls" (ARGV[0] is its own
 * name), writes to stdout and stderr, and returns an enum command_status.
 */
int command_check(int argc, char **argv);
int command_preview(int argc, char **argv);
int command_due(int argc, char **argv);
int command_new(int argc, char **argv);
int command_rules(int argc, char **argv);
int command_explain(int argc, char **argv);

#endif
