/* Files by the host of a module, and only those that it has at hand. */
#include "file.h"

#include <errno.h>
#include <string.h>

const enum path_style file_path_style = PATH_POSIX;

struct file {
    char *bytes;
    size_t length, at;
};

/*
 * Puts what the plain file at PATH holds, memory of allot(), and its length in
 * FILE, which may be NULL. False if the host has no such file.
 */
__attribute__((import_module("host"), import_name("file")))
bool host_file(const char *path, size_t length, struct file *file);

struct file *file_open(const char *path, enum file_kind kind)
{
    struct file *file = memory_new_zeroed(1, sizeof *file);

    (void)kind;
    if (host_file(path, strlen(path), file))
        return file;
    memory_free(file);
    errno = ENOENT;
    return NULL;
}

struct file *file_open_input(void)
{
    errno = ENOENT;
    return NULL;
}

void file_close(struct file *file)
{
    int error = errno;

    if (file)
        memory_free(file->bytes);
    memory_free(file);
    errno = error;
}

ptrdiff_t file_read_piece(struct file *file, char *bytes, size_t room)
{
    size_t left = file->length - file->at;
    size_t length = left < room ? left : room;

    memcpy(bytes, file->bytes + file->at, length);
    file->at += length;
    return (ptrdiff_t)length;
}

uint64_t file_size(const struct file *file)
{
    return file->length;
}

bool file_is_plain(const char *path)
{
    return host_file(path, strlen(path), NULL);
}

bool file_exists(const char *path)
{
    return file_is_plain(path);
}

/* The host knows of no links, and a path from a URI has neither "." nor "..".
 */
char *file_real_path(const char *path)
{
    return memory_copy(path, strlen(path));
}

bool file_replace(const char *path, const char *bytes, size_t length)
{
    (void)path;
    (void)bytes;
    (void)length;
    errno = EROFS;
    return false;
}
