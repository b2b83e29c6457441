/* command_fix.h - what `check --fix` and `check --diff` do to one file. */
#ifndef COMMAND_COMMAND_FIX_H
#define COMMAND_COMMAND_FIX_H

#include "checks.h"
#include "memory.h"

/* The text of one file, from whose beginning SKIPPED bytes of a byte order
 * mark were taken. */
struct command_fix {
    const char *path;               /* "-": stdin */
    const struct check_options *options;
    struct buffer *source;
    size_t skipped;
};

/*
 * Makes the fixes that change no meaning: the file is replaced, or where it is
 * stdin printed to stdout, and SOURCE is what it now holds. What was fixed is
 * said on stderr. NULL, or a sentence on why the file can't be replaced, for
 * memory_free(); file and SOURCE are then as they were.
 */
char *command_fix_file(const struct command_fix *fix);

/* Prints what the above would do, as a unified diff; false if nothing. */
bool command_fix_diff(const struct command_fix *fix);

#endif
