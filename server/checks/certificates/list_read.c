/* Reads a list of certificates, piece by piece. */
#include "list_read.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "file.h"
#include "memory.h"

#define PIECE ((size_t)64 * 1024)

/* Reads the next piece; false at the end, or with ERROR set. */
static bool read_piece(int descriptor, char *piece,
                       struct certificate_file *list, int *error)
{
    ssize_t got = read(descriptor, piece, PIECE);

    if (got > 0)
        return certificate_file_read(list,
                                     (struct slice){piece, (size_t)got});
    if (got < 0 && errno == EINTR)
        return true;
    if (got < 0)
        *error = errno;
    return false;
}

/* A pipe has no size; a file may have grown since. */
static unsigned percent_of(off_t read, off_t size)
{
    return (unsigned)(read < size ? read * 100 / size : size > 0 ? 100 : 0);
}

/* Says how far JOB is; false if nobody waits for it. */
static bool go_on(struct job *job, off_t read, off_t size)
{
    if (!job)
        return true;
    atomic_store(&job->percent, percent_of(read, size));
    return !atomic_load(&job->stop);
}

bool list_read(int descriptor, struct certificate_file *list, struct job *job)
{
    char *piece = memory_new(PIECE);
    struct stat status = {.st_size = 0};
    off_t read = 0;
    int error = 0;

    fstat(descriptor, &status);
    while (!error && read_piece(descriptor, piece, list, &error)) {
        read += (off_t)PIECE;
        if (!go_on(job, read, status.st_size))
            error = ECANCELED;
    }
    certificate_file_end(list);
    memory_free(piece);
    if (!error && !list->valid)
        error = EILSEQ;
    errno = error;
    return !error;
}

/* Is PATH below FOLDER? Both are as file_real_path() has them. */
static bool is_below(const char *path, const char *folder)
{
    size_t length = strlen(folder);

    if (length && folder[length - 1] == '/')
        length--;
    return !strncmp(path, folder, length) && path[length] == '/';
}

static bool is_within(const char *path, const char *const *folders)
{
    bool within = false;

    for (; !within && *folders; folders++) {
        char *folder = file_real_path(*folders);

        within = folder && is_below(path, folder);
        memory_free(folder);
    }
    return within;
}

bool list_read_within(const char *path, const char *const *folders,
                      struct certificate_file *list, struct job *job)
{
    char *real = path ? file_real_path(path) : NULL;
    int descriptor = -1;
    bool read = false;

    /* Its last name may have become a link since. */
    if (real && is_within(real, folders))
        descriptor = file_open_plain(real, O_NOFOLLOW);
    memory_free(real);
    if (descriptor >= 0)
        read = list_read(descriptor, list, job);
    else
        certificate_file_end(list);
    if (descriptor >= 0)
        close(descriptor);
    return read;
}
