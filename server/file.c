/* A whole file in memory, if it isn't larger than it may be. */
#define _XOPEN_SOURCE 700 /* for realpath() */

#include "file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
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

bool file_read(const char *path, size_t limit, struct buffer *buffer)
{
    int descriptor = open(path, O_RDONLY | O_CLOEXEC);
    int error;
    bool ok;

    if (descriptor < 0)
        return false;
    ok = file_read_open(descriptor, limit, buffer);
    error = errno;
    close(descriptor);
    errno = error;
    return ok;
}

char *file_real_path(const char *path)
{
    char *real = realpath(path, NULL);

    return real || errno != ENOMEM ? real : memory_or_abort(NULL);
}
