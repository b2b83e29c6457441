/*
 * command_paths.h - the files that the operands of a command stand for.
 *
 * A file stands for itself. A folder stands for all files below it that are
 * called *.md, in the order of their names, but for what is hidden (its name
 * begins with a full stop) and what lies in node_modules; links in it are not
 * followed to other folders.
 */
#ifndef COMMAND_COMMAND_PATHS_H
#define COMMAND_COMMAND_PATHS_H

#include <stdbool.h>

/* Handed each path in turn, "-" too. FOUND: it was come upon in a folder. */
typedef void command_path(void *context, const char *path, bool found);

/*
 * Calls EACH for all files that the COUNT operands OPERANDS stand for, one
 * folder at a time. False, after complaints on stderr, if a folder could not
 * be read; the others are gone through all the same.
 */
bool command_paths_each(char **operands, int count, command_path *each,
                        void *context);

#endif
