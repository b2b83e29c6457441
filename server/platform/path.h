/*
 * path.h - names of files: as a system writes them, inside, and in URIs.
 *
 * Inside the server a path is UTF-8 with '/' between its parts, whatever the
 * system: "/home/a", "C:/Users/a", "//host/share/a". These functions look at
 * no file, and know the rules of every system on every system.
 */
#ifndef PLATFORM_PATH_H
#define PLATFORM_PATH_H

#include <stdbool.h>
#include <stddef.h>

#include "slice.h"

enum path_style {
    PATH_POSIX,
    PATH_WINDOWS    /* drives, shares of hosts, and '\' as good as '/' */
};

/*
 * The path that NAME, as the user or the system wrote it, stands for; the
 * caller's, for memory_free().
 */
char *path_of_name(const char *name, enum path_style style);

/*
 * The path of the file that URI stands for; the caller's, for memory_free().
 * NULL if URI isn't one of "file:", if it names a host where the system's
 * paths have none, and if it holds a NUL, which no path does.
 */
char *path_of_uri(struct slice uri, enum path_style style);

/*
 * A URI for PATH: of "file:" if it is absolute, else a relative reference. The
 * caller's, for memory_free().
 */
char *path_uri(const char *path, enum path_style style);

/*
 * The bytes at the beginning of PATH that no ".." leads out of: "/", "C:/",
 * "//host/share/". 0 if it is relative.
 */
size_t path_root(const char *path, enum path_style style);

/*
 * The folder of the file at PATH, "." if that names none; the caller's, for
 * memory_free().
 */
char *path_folder(const char *path, enum path_style style);

/* The bytes of PATH before its last '/'; 0 if it has none. */
size_t path_folder_length(const char *path);

/*
 * Takes the last part off the absolute path FOLDER, which has no '/' at its
 * end but that of its root. False if it is a root.
 */
bool path_ascend(char *folder, enum path_style style);

/* NAME in FOLDER; the caller's, for memory_free(). */
char *path_join(const char *folder, const char *name);

/* Is PATH below FOLDER? Both are as file_real_path() gives them. */
bool path_is_below(const char *path, const char *folder);

/*
 * True if looking for PATH would ask a host that FOLDER isn't on: it must not
 * be looked for. Both are absolute.
 */
bool path_is_elsewhere(const char *path, const char *folder,
                       enum path_style style);

#endif
