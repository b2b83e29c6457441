/* Reads a list of certificates, piece by piece. */
#include "list_read.h"

#include <errno.h>

#include "memory.h"

#define PIECE ((size_t)64 * 1024)

bool list_reader_next(struct list_reader *reader)
{
    char *piece;
    ptrdiff_t got;
    bool more;

    if (!reader->file || reader->error)
        return false;
    piece = memory_new(PIECE);
    got = file_read_piece(reader->file, piece, PIECE);
    if (got < 0)
        reader->error = errno;
    else
        reader->length += (uint64_t)got;
    more = got > 0 && certificate_file_read(
                          reader->list, (struct slice){piece, (size_t)got});
    memory_free(piece);
    return more;
}

/* A pipe has no size; a file may have grown since. */
unsigned list_reader_percent(const struct list_reader *reader)
{
    uint64_t size = reader->file ? file_size(reader->file) : 0;
    uint64_t length = reader->length;

    return (unsigned)(length < size ? length * 100 / size
                                    : size > 0 ? 100 : 0);
}

bool list_reader_end(struct list_reader *reader)
{
    int error = reader->error;

    if (!reader->file)
        error = ENOENT;
    certificate_file_end(reader->list);
    if (!error && !reader->list->valid)
        error = EILSEQ;
    file_close(reader->file);
    reader->file = NULL;
    errno = error;
    return !error;
}

bool list_read(struct file *file, struct certificate_file *list)
{
    struct list_reader reader = {file, list, 0, 0};

    while (list_reader_next(&reader))
        continue;
    return list_reader_end(&reader);
}

/* False if to look for PATH is to ask a host that no folder is on. */
static bool may_be_within(const char *path, const char *const *folders)
{
    for (; *folders; folders++) {
        if (!path_is_elsewhere(path, *folders, file_path_style))
            return true;
    }
    return false;
}

static bool is_within(const char *path, const char *const *folders)
{
    bool within = false;

    for (; !within && *folders; folders++) {
        char *folder = file_real_path(*folders);

        within = folder && path_is_below(path, folder);
        memory_free(folder);
    }
    return within;
}

struct file *list_open_within(const char *path, const char *const *folders)
{
    struct file *file = NULL;
    char *real = NULL;

    if (path && may_be_within(path, folders))
        real = file_real_path(path);
    /* Its last name may have become a link since. */
    if (real && is_within(real, folders))
        file = file_open(real, FILE_UNLINKED);
    memory_free(real);
    return file;
}
