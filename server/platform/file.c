/* A whole file in memory, if it isn't larger than it may be. */
#define _XOPEN_SOURCE 700 /* for realpath() */

#include "file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#define PIECE (64 * 1024)

bool file_read_open(int descriptor, size_t limit, struct buffer *buffer)
{
    char *piece = memory_new(PIECE);
    size_t total = 0;
    ssize_t got = 0;

    while (total <= limit) {
        got = read(descriptor, piece, PIECE);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            break;
        buffer_add(buffer, piece, (size_t)got);
        total += (size_t)got;
    }
    memory_free(piece);
    if (total > limit) {
        errno = EFBIG;
        return false;
    }
    return got == 0;
}

static void close_quietly(int descriptor)
{
    int error = errno;

    close(descriptor);
    errno = error;
}

int file_open_plain(const char *path, int flags)
{
    int descriptor =
        open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | flags);
    struct stat status;

    if (descriptor < 0)
        return -1;
    if (!fstat(descriptor, &status)) {
        if (S_ISREG(status.st_mode))
            return descriptor;
        errno = EINVAL;
    }
    close_quietly(descriptor);
    return -1;
}

static bool read_and_close(int descriptor, size_t limit, struct buffer *buffer)
{
    bool ok = descriptor >= 0 && file_read_open(descriptor, limit, buffer);

    if (descriptor >= 0)
        close_quietly(descriptor);
    return ok;
}

bool file_read(const char *path, size_t limit, struct buffer *buffer)
{
    return read_and_close(open(path, O_RDONLY | O_CLOEXEC), limit, buffer);
}

bool file_read_plain(const char *path, size_t limit, struct buffer *buffer)
{
    return read_and_close(file_open_plain(path, 0), limit, buffer);
}

char *file_real_path(const char *path)
{
    char *real = realpath(path, NULL);

    return real || errno != ENOMEM ? real : memory_or_abort(NULL);
}
