/* Files by the calls of POSIX. */
#define _XOPEN_SOURCE 700 /* for realpath() */
#define _DARWIN_C_SOURCE /* for O_NOFOLLOW */

#include "file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

const enum path_style file_path_style = PATH_POSIX;

struct file {
    int descriptor;
    uint64_t size;
};

static void close_quietly(int descriptor)
{
    int error = errno;

    close(descriptor);
    errno = error;
}

/* The file of DESCRIPTOR, which may be -1, if it is of KIND. */
static struct file *file_new(int descriptor, enum file_kind kind)
{
    struct file *file;
    struct stat status;

    if (descriptor < 0)
        return NULL;
    if (fstat(descriptor, &status)) {
        close_quietly(descriptor);
        return NULL;
    }
    if (kind != FILE_ANY && !S_ISREG(status.st_mode)) {
        close(descriptor);
        errno = EINVAL;
        return NULL;
    }
    file = memory_new(sizeof *file);
    file->descriptor = descriptor;
    file->size = S_ISREG(status.st_mode) ? (uint64_t)status.st_size : 0;
    return file;
}

struct file *file_open(const char *path, enum file_kind kind)
{
    int flags = O_RDONLY | O_CLOEXEC;

    if (kind != FILE_ANY)
        flags |= O_NONBLOCK | O_NOCTTY;
    if (kind == FILE_UNLINKED)
        flags |= O_NOFOLLOW;
    return file_new(open(path, flags), kind);
}

struct file *file_open_input(void)
{
    return file_new(fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 0), FILE_ANY);
}

void file_close(struct file *file)
{
    if (!file)
        return;
    close_quietly(file->descriptor);
    memory_free(file);
}

ptrdiff_t file_read_piece(struct file *file, char *bytes, size_t room)
{
    ssize_t got;

    do
        got = read(file->descriptor, bytes, room);
    while (got < 0 && errno == EINTR);
    return got;
}

uint64_t file_size(const struct file *file)
{
    return file->size;
}

bool file_is_plain(const char *path)
{
    struct stat status;

    return !stat(path, &status) && S_ISREG(status.st_mode);
}

bool file_exists(const char *path)
{
    return !access(path, F_OK);
}

char *file_real_path(const char *path)
{
    char *real = realpath(path, NULL);

    return real || errno != ENOMEM ? real : memory_or_abort(NULL);
}
