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

/* What command_set_day() takes, for people. */
#define COMMAND_DAY "a day such as 2026-01-31"

/*
 * Setters for members that several commands have: a string that is not empty,
 * borrowed (const char *); a day, YYYY-MM-DD, that has just begun (struct
 * report_moment).
 */
bool command_set_string(void *member, const char *value);
bool command_set_day(void *member, const char *value);

/* What a command takes. */
struct command_usage {
    const char *help;           /* what --help prints */
    const struct command_option *options;   /* NULL: none of its own */
};

/* The arguments of a command, as they come; then its operands. */
struct command_line {
    int count;
    char **words;
    int status;                 /* if there is nothing left to be done: what
                                   the command returns */
};

/*
 * Reads the options among the words after the first, which is the name of the
 * command, into REQUEST, and leaves the operands, in their order, in LINE.
 * False if that was all: after --help, or after a complaint on stderr.
 */
bool command_line_read(struct command_line *line,
                       const struct command_usage *usage, void *request);

#endif
