/*
 * command_colour.c - decides whether what is printed has colours.
 */
#include "command_colour.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "process.h"

static const char *const names[] = {
    [COLOUR_AUTO] = "auto",
    [COLOUR_ALWAYS] = "always",
    [COLOUR_NEVER] = "never",
};

bool command_colour_read(const char *value, enum command_colour *colour)
{
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (!strcmp(names[i], value)) {
            *colour = (enum command_colour)i;
            return true;
        }
    }
    return false;
}

/* Is the variable NAME set, to anything? */
static bool is_set(const char *name)
{
    const char *value = getenv(name);

    return value && *value;
}

bool command_colour_wanted(enum command_colour colour)
{
    if (colour != COLOUR_AUTO)
        return colour == COLOUR_ALWAYS;
    if (is_set("NO_COLOR"))
        return false;
    return is_set("FORCE_COLOR") || (process_is_terminal(PROCESS_OUTPUT) &&
                                     process_shows_colour());
}
