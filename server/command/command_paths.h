/*
 * command_paths.h - the files that the operands of a command stand for.
 *
 * A file stands for itself. A folder stands for all files *.md in and below it,
 * in the order of their names, except those in node_modules and in folders or
 * files that are hidden (the name begins with a full stop); links in it to
 * other folders are not followed.
 */
#ifndef COMMAND_COMMAND_PATHS_H
#define COMMAND_COMMAND_PATHS_H

#include <stdbool.h>

/* Gets each path in turn, also "-". FOUND: it was found in a folder. */
typedef void command_path(void *context, const char *path, bool found);

/*
 * Calls EACH for all files that the COUNT operands OPERANDS stand for, one
 * folder at a time. False, after complaints on stderr, if a folder could not
 * be read; the others are read all the same.
 */
bool command_paths_each(char **operands, int count, command_path *each,
                        void *context);

/* Is the file at PATH, which need not be there, one that they stand for? */
bool command_paths_have(char **operands, int count, const char *path);

#endif
