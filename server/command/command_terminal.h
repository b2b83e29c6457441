/*
 * command_terminal.h - how wide what is printed is, and whether in colours.
 */
#ifndef COMMAND_COMMAND_TERMINAL_H
#define COMMAND_COMMAND_TERMINAL_H

#include <stdbool.h>
#include <stddef.h>

enum command_colour { COLOUR_AUTO, COLOUR_ALWAYS, COLOUR_NEVER };

/* What command_set_colour() takes, for people. */
#define COMMAND_COLOURS "auto, always or never"

/* A setter of options (command_options.h) for an enum command_colour. */
bool command_set_colour(void *member, const char *value);

/*
 * True if stdout is to have colours. COLOUR decides unless it is auto; then the
 * variables NO_COLOR and FORCE_COLOR do, and else whether stdout is a terminal
 * that shows them.
 */
bool command_terminal_coloured(enum command_colour colour);

/* The columns of the terminal that is stdout; 0 if stdout is no terminal. */
size_t command_terminal_width(void);

#endif
