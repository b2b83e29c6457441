/*
 * command_options.h - options and operands of one command.
 *
 * "--name=value" and "--name value" are the same, options may stand behind
 * operands, and "--" ends them.
 */
#ifndef COMMAND_COMMAND_OPTIONS_H
#define COMMAND_COMMAND_OPTIONS_H

#include <stdbool.h>

struct command_option {
    const char *name;           /* "--format"; NULL ends a list of options */
    const char *allowed;        /* its values, for people; NULL: it has none */
    /* Puts VALUE into REQUEST; false if it is none of those allowed. */
    bool (*set)(void *request, const char *value);
};

/*
 * Reads ARGV[1..] into REQUEST and moves the operands to ARGV[0..], in their
 * order. How many there are, or -1 after a complaint on stderr.
 */
int command_options_read(int argc, char **argv,
                         const struct command_option *options, void *request);

#endif
