/*
 * command_fix.h - what `check --fix` and `check --diff` do to one file.
 */
#ifndef COMMAND_COMMAND_FIX_H
#define COMMAND_COMMAND_FIX_H

#include "checks.h"
#include "memory.h"

/* The text of one file, without the SKIPPED bytes of a byte order mark. */
struct command_fix {
    const char *path;               /* "-": stdin */
    const char *name;               /* of it, in what is printed */
    const struct check_options *options;
    struct buffer *source;
    size_t skipped;
    bool colour;                    /* of a diff */
    bool changed;                   /* set when fixes were made */
};

/*
 * Makes the fixes that change no meaning: replaces the file, or prints it to
 * stdout if it is stdin, and lets SOURCE be what it now holds. Says on stderr
 * what was fixed. NULL, or a sentence on why the file cannot be replaced, for
 * memory_free(); file and SOURCE are then unchanged.
 */
char *command_fix_file(struct command_fix *fix);

/* Prints what that would do, as a unified diff; false if nothing. */
bool command_fix_diff(const struct command_fix *fix);

#endif
