/* Reads a list of certificates, piece by piece. */
#define _XOPEN_SOURCE 700 /* for realpath() */

#include "list_read.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

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

bool list_read(int descriptor, struct certificate_file *list,
               atomic_bool *stop)
{
    char *piece = memory_new(PIECE);
    int error = 0;

    while (!error && read_piece(descriptor, piece, list, &error)) {
        if (stop && atomic_load(stop))
            error = ECANCELED;
    }
    certificate_file_end(list);
    memory_free(piece);
    if (!error && !list->valid)
        error = EILSEQ;
    errno = error;
    return !error;
}

/* Is PATH below FOLDER? Both are as realpath() has them. */
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
        char *folder = realpath(*folders, NULL);

        within = folder && is_below(path, folder);
        free(folder);
    }
    return within;
}

/* The last name may have become a link since; a pipe may not hold us up. */
static int open_plain(const char *path)
{
    int descriptor = open(path,
                          O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    struct stat status;

    if (descriptor >= 0 &&
        (fstat(descriptor, &status) || !S_ISREG(status.st_mode))) {
        close(descriptor);
        descriptor = -1;
    }
    return descriptor;
}

bool list_read_within(const char *path, const char *const *folders,
                      struct certificate_file *list, atomic_bool *stop)
{
    char *real = path ? realpath(path, NULL) : NULL;
    int descriptor = -1;
    bool read = false;

    if (real && is_within(real, folders))
        descriptor = open_plain(real);
    free(real);
    if (descriptor >= 0)
        read = list_read(descriptor, list, stop);
    else
        certificate_file_end(list);
    if (descriptor >= 0)
        close(descriptor);
    return read;
}
