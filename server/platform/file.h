/* file.h - a whole file in memory, if it isn't larger than it may be. */
#ifndef PLATFORM_FILE_H
#define PLATFORM_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "memory.h"

/*
 * Adds to BUFFER what the file at PATH holds; one of more than LIMIT bytes
 * fails with EFBIG. False, with errno saying why, if it can't be read; BUFFER
 * may then hold a part of it.
 */
bool file_read(const char *path, size_t limit, struct buffer *buffer);

/* The same of what others may have put there: only a plain file is read, and
 * nothing is waited for. */
bool file_read_plain(const char *path, size_t limit, struct buffer *buffer);

/* The same of an open descriptor, which stays open. */
bool file_read_open(int descriptor, size_t limit, struct buffer *buffer);

/*
 * Opens the plain file at PATH for reading, with FLAGS of open() beside; what
 * else is there fails with EINVAL, and may not hold us up. -1, with errno
 * saying why, if it can't be.
 */
int file_open_plain(const char *path, int flags);

/*
 * The absolute path of what is at PATH, without symbolic links, "." and "..";
 * for memory_free(). NULL, with errno saying why, if nothing can be reached
 * there.
 */
char *file_real_path(const char *path);

#endif
