/* Reads a list of certificates, piece by piece. */
#include "list_read.h"

#include <errno.h>
#include <unistd.h>

#define PIECE ((size_t)64 * 1024)

bool list_read(int descriptor, struct certificate_file *list)
{
    char *piece = memory_new(PIECE);
    int error = 0;
    bool more = true;

    while (more) {
        ssize_t got = read(descriptor, piece, PIECE);

        if (got > 0)
            more = certificate_file_read(list, (struct slice){piece,
                                                              (size_t)got});
        else if (!got || errno != EINTR)
            more = false;
        if (got < 0 && errno != EINTR)
            error = errno;
    }
    certificate_file_end(list);
    memory_free(piece);
    if (!error && !list->valid)
        error = EILSEQ;
    errno = error;
    return !error;
}
