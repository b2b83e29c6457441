/* A whole file in memory, if it isn't larger than it may be. */
#include "file.h"

#include <errno.h>

#define PIECE ((size_t)64 * 1024)

static bool read_all(struct file *file, size_t limit, struct buffer *buffer)
{
    char *piece = memory_new(PIECE);
    size_t total = 0;
    ptrdiff_t got = 0;

    while (total <= limit) {
        got = file_read_piece(file, piece, PIECE);
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

static bool read_and_close(struct file *file, size_t limit,
                           struct buffer *buffer)
{
    bool read = file && read_all(file, limit, buffer);

    file_close(file);
    return read;
}

bool file_read(const char *path, size_t limit, struct buffer *buffer)
{
    return read_and_close(file_open(path, FILE_ANY), limit, buffer);
}

bool file_read_plain(const char *path, size_t limit, struct buffer *buffer)
{
    return read_and_close(file_open(path, FILE_PLAIN), limit, buffer);
}

bool file_read_input(size_t limit, struct buffer *buffer)
{
    return read_and_close(file_open_input(), limit, buffer);
}
