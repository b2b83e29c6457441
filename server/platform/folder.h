/*
 * folder.h - what is in a folder, as this system has it.
 */
#ifndef PLATFORM_FOLDER_H
#define PLATFORM_FOLDER_H

#include <stdbool.h>
#include <stddef.h>

struct folder_entry {
    char *name;                 /* UTF-8, without the folder */
    bool folder;                /* it is one itself; links are not followed */
};

/* {NULL, 0, 0} is empty; sorted by the bytes of the names. */
struct folder {
    struct folder_entry *entries;
    size_t count, room;
};

/* Is there a folder at PATH, or a link that leads to one? */
bool folder_is(const char *path);

/*
 * Fills FOLDER with what is in the folder at PATH, but for "." and "..".
 * False, with errno set, if it can't be read; FOLDER is then empty.
 */
bool folder_read(const char *path, struct folder *folder);
void folder_free(struct folder *folder);            /* leaves it empty */

/* Adds NAME to FOLDER, for the systems' folder_read(). */
void folder_add(struct folder *folder, const char *name, bool is_folder);
/* Sorts FOLDER, for the same. */
void folder_sort(struct folder *folder);

#endif
