/*
 * file.h - files, as this system has them: read them, and replace one.
 *
 * Paths are as path.h has them. A function that fails says why in errno, for
 * strerror(); only the few values named below are to be told apart.
 */
#ifndef PLATFORM_FILE_H
#define PLATFORM_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "memory.h"
#include "path.h"

/* How this system writes the names of files. */
extern const enum path_style file_path_style;

/* What may be opened. */
enum file_kind {
    FILE_ANY,       /* also what has to be waited for, such as a pipe */
    FILE_PLAIN,     /* a file on a disk; nothing is waited for */
    FILE_UNLINKED   /* the same, and its last name is no symbolic link */
};

/* A file that is open for reading. */
struct file;

/*
 * Opens the file at PATH, if it is of KIND: EINVAL if it isn't plain. For
 * file_close(); NULL, with errno set, if it can't be opened.
 */
struct file *file_open(const char *path, enum file_kind kind);

/* Opens standard input, in the same way. */
struct file *file_open_input(void);

/* Frees FILE, which may be NULL. Leaves errno as it is. */
void file_close(struct file *file);

/*
 * Reads the next bytes of FILE to BYTES, ROOM at most, waiting for the first.
 * How many there were: 0 at the end, -1 with errno set if it can't be read.
 */
ptrdiff_t file_read_piece(struct file *file, char *bytes, size_t room);

/* The bytes of FILE, when it was opened; 0 of what has no size. */
uint64_t file_size(const struct file *file);

/* Is there a plain file at PATH, or what leads to one? */
bool file_is_plain(const char *path);

/* Is there anything at PATH? */
bool file_exists(const char *path);

/*
 * The absolute path of what is at PATH, without symbolic links, "." and "..";
 * for memory_free(). NULL, with errno set, if nothing can be reached there.
 */
char *file_real_path(const char *path);

/*
 * Puts a file with the LENGTH bytes at BYTES in place of the one at PATH, with
 * its attributes and the rights to it; where PATH is a symbolic link, in place
 * of what it leads to. False, with errno set, if that can't be done, down to a
 * disk that is full; the file is then as it was, and nothing is left behind.
 * That is so, too, if the user ends the program meanwhile.
 */
bool file_replace(const char *path, const char *bytes, size_t length);

/*
 * Adds to BUFFER what the file at PATH, of any kind, holds; one of more than
 * LIMIT bytes fails with EFBIG. False, with errno set, if it can't be read;
 * BUFFER may then hold a part of it.
 */
bool file_read(const char *path, size_t limit, struct buffer *buffer);

/* The same of a plain file, for a path that others may have made. */
bool file_read_plain(const char *path, size_t limit, struct buffer *buffer);

/* The same of standard input. */
bool file_read_input(size_t limit, struct buffer *buffer);

#endif
