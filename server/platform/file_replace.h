/* file_replace.h - a file gets another content, all of it or none. */
#ifndef PLATFORM_FILE_REPLACE_H
#define PLATFORM_FILE_REPLACE_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Puts a file with the LENGTH bytes at BYTES in the place of the one at PATH,
 * with its mode, owner and extended attributes; where PATH is a symbolic link,
 * in the place of what it leads to. False, with errno saying why, if that can't
 * be done, down to a disk that is full; the file is then as it was, and nothing
 * is left behind. That is so, too, if a signal ends the process.
 */
bool file_replace(const char *path, const char *bytes, size_t length);

#endif
