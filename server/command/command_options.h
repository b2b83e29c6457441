/*
 * command_options.h - options and operands of one command.
 *
 * "--name=value" and "--name value" are the same, options may come after
 * operands, and "--" ends the options. Every command has --help and -h.
 */
#ifndef COMMAND_COMMAND_OPTIONS_H
#define COMMAND_COMMAND_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

struct command_option {
    const char *name;           /* "--format"; NULL ends a list of options */
    size_t offset;              /* of the member of the request that it sets;
                                   without values, of a bool */
    const char *allowed;        /* its values, for people; NULL: it has none */
    /* Puts VALUE into MEMBER; false if it is not one of those allowed. */
    bool (*set)(void *member, const char *value);
};

/*
 * For members that several commands have: a string that is not empty, borrowed
 * (const char *); a day, YYYY-MM-DD, when it has just begun (struct
 * report_moment).
 */
#define COMMAND_DAY "a day such as 2026-01-31"
bool command_set_string(void *member, const char *value);
bool command_set_day(void *member, const char *value);

/* Instead of a number of operands. */
#define COMMAND_OPTIONS_WRONG (-1)      /* after a complaint on stderr */
#define COMMAND_OPTIONS_HELP (-2)       /* --help is among the options */

/*
 * Reads ARGV[1..], after the name of the command, into REQUEST and moves the
 * operands to ARGV[0..], in their order. Returns how many there are, or one of
 * the above. OPTIONS is NULL for a command without any of its own.
 */
int command_options_read(int argc, char **argv,
                         const struct command_option *options, void *request);

#endif
