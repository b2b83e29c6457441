/*
 * command_colour.h - whether what is printed has colours.
 */
#ifndef COMMAND_COMMAND_COLOUR_H
#define COMMAND_COMMAND_COLOUR_H

#include <stdbool.h>

enum command_colour { COLOUR_AUTO, COLOUR_ALWAYS, COLOUR_NEVER };

/* For people: what command_colour_read() takes. */
#define COMMAND_COLOURS "auto, always or never"

/* False if VALUE is not one of COMMAND_COLOURS. */
bool command_colour_read(const char *value, enum command_colour *colour);

/*
 * True if stdout is to have colours. COLOUR decides unless it is auto; then the
 * variables NO_COLOR and FORCE_COLOR do, and else whether stdout is a terminal
 * that shows them.
 */
bool command_colour_wanted(enum command_colour colour);

#endif
