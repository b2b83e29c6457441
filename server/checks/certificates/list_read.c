/* Reads a list of certificates, piece by piece. */
#include "list_read.h"

#include <errno.h>

#include "memory.h"

#define PIECE ((size_t)64 * 1024)

/* A pipe has no size; a file may have grown since. */
static unsigned percent_of(uint64_t read, uint64_t size)
{
    return (unsigned)(read < size ? read * 100 / size : size > 0 ? 100 : 0);
}

/* Says how far JOB is; false if nobody waits for it. */
static bool go_on(struct job *job, uint64_t read, uint64_t size)
{
    if (!job)
        return true;
    atomic_store(&job->percent, percent_of(read, size));
    return !atomic_load(&job->stop);
}

/* Reads FILE to its end, or until the list is known not to be one; 0, or why
 * that can't be done. */
static int read_pieces(struct file *file, struct certificate_file *list,
                       struct job *job)
{
    char *piece = memory_new(PIECE);
    uint64_t read = 0;
    int error = 0;

    while (!error) {
        ptrdiff_t got = file_read_piece(file, piece, PIECE);

        if (got < 0)
            error = errno;
        if (got <= 0 || !certificate_file_read(
                            list, (struct slice){piece, (size_t)got}))
            break;
        read += (uint64_t)got;
        if (!go_on(job, read, file_size(file)))
            error = ECANCELED;
    }
    memory_free(piece);
    return error;
}

bool list_read(struct file *file, struct certificate_file *list,
               struct job *job)
{
    int error = read_pieces(file, list, job);

    certificate_file_end(list);
    if (!error && !list->valid)
        error = EILSEQ;
    errno = error;
    return !error;
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

bool list_read_within(const char *path, const char *const *folders,
                      struct certificate_file *list, struct job *job)
{
    struct file *file = NULL;
    char *real = NULL;
    bool read = false;

    if (path && may_be_within(path, folders))
        real = file_real_path(path);
    /* Its last name may have become a link since. */
    if (real && is_within(real, folders))
        file = file_open(real, FILE_UNLINKED);
    memory_free(real);
    if (file)
        read = list_read(file, list, job);
    else
        certificate_file_end(list);
    file_close(file);
    return read;
}
