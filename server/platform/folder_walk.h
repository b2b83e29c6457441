/*
 * folder_walk.h - the files of one kind in a folder and in those below it.
 *
 * What is hidden (its name begins with a full stop) is passed over, and so is
 * node_modules; links to other folders are not followed.
 */
#ifndef PLATFORM_FOLDER_WALK_H
#define PLATFORM_FOLDER_WALK_H

#include <stdbool.h>

struct folder_events {
    void *context;              /* handed to both functions */
    /* Gets the path of each file in turn; false ends the walk. */
    bool (*on_file)(void *context, const char *path);
    /* The folder at PATH can't be read, as errno says; the walk goes on. NULL:
       nobody wants to know. */
    void (*on_fault)(void *context, const char *path);
};

/*
 * Goes through the files whose names end in ENDING, in upper or lower case, in
 * and below FOLDER: those of a folder in the order of their names, before those
 * of the folders in it. False if it was ended.
 */
bool folder_walk(const char *folder, const char *ending,
                 const struct folder_events *events);

#endif
