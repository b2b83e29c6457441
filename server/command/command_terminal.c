/*
 * command_terminal.c - decides how what is printed looks.
 */
#include "command_terminal.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "array.h"
#include "process.h"

#define WIDTH 80            /* of a terminal that does not say */

static const char *const names[] = {
    [COLOUR_AUTO] = "auto",
    [COLOUR_ALWAYS] = "always",
    [COLOUR_NEVER] = "never",
};

bool command_set_colour(void *member, const char *value)
{
    for (size_t i = 0; i < LENGTH_OF(names); i++) {
        if (!strcmp(names[i], value)) {
            *(enum command_colour *)member = (enum command_colour)i;
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

bool command_terminal_coloured(enum command_colour colour)
{
    if (colour != COLOUR_AUTO)
        return colour == COLOUR_ALWAYS;
    if (is_set("NO_COLOR"))
        return false;
    return is_set("FORCE_COLOR") || (process_is_terminal(PROCESS_OUTPUT) &&
                                     process_shows_colour());
}

size_t command_terminal_width(void)
{
    size_t width = process_terminal_width();

    return width || !process_is_terminal(PROCESS_OUTPUT) ? width : WIDTH;
}
