/*
 * A file gets another content, all of it or none: a new file is written beside
 * it, brought to the disk, and only then takes its name.
 */
#include "file_replace.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "file.h"
#include "memory.h"

#define TEMPORARY ".incident-ls-XXXXXX"

static bool write_all(int descriptor, const char *bytes, size_t length)
{
    while (length) {
        ssize_t written = write(descriptor, bytes, length);

        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return false;
        bytes += written;
        length -= (size_t)written;
    }
    return true;
}

/* Gives DESCRIPTOR the owner and the mode of STATUS. The owner comes first: a
 * change of it takes bits away from the mode. */
static bool take_over(int descriptor, const struct stat *status)
{
    struct stat own;

    if (fstat(descriptor, &own))
        return false;
    if ((own.st_uid != status->st_uid || own.st_gid != status->st_gid) &&
        fchown(descriptor, status->st_uid, status->st_gid))
        return false;
    return !fchmod(descriptor, status->st_mode & 07777);
}

/* The part of the path REAL up to its last slash, that included. */
static size_t folder_length(const char *real)
{
    return (size_t)(strrchr(real, '/') - real) + 1;
}

/* So that the new name survives a crash; a disk that can't is left alone. */
static void sync_folder(const char *real)
{
    char *folder = memory_copy(real, folder_length(real));
    int descriptor = open(folder, O_RDONLY | O_CLOEXEC);

    if (descriptor >= 0) {
        fsync(descriptor);
        close(descriptor);
    }
    memory_free(folder);
}

/* Writes the file and closes it, whatever happens. */
static bool fill(int descriptor, const struct stat *status, const char *bytes,
                 size_t length)
{
    bool ok = write_all(descriptor, bytes, length) &&
              take_over(descriptor, status) && !fsync(descriptor);
    int error = errno;

    if (close(descriptor) && ok)
        return false;
    errno = error;
    return ok;
}

static bool replace(const char *real, const struct stat *status,
                    const char *bytes, size_t length)
{
    struct buffer temporary = {NULL, 0, 0};
    int descriptor;
    bool ok = false;
    int error;

    buffer_add(&temporary, real, folder_length(real));
    buffer_add_string(&temporary, TEMPORARY);
    descriptor = mkstemp(temporary.bytes);
    if (descriptor >= 0) {
        ok = fill(descriptor, status, bytes, length) &&
             !rename(temporary.bytes, real);
        error = errno;
        if (!ok)
            unlink(temporary.bytes);
        errno = error;
    }
    error = errno;
    buffer_free(&temporary);
    errno = error;
    return ok;
}

/* What may not be written to may not be replaced either. */
static bool is_writable(const char *real, struct stat *status)
{
    if (stat(real, status) || access(real, W_OK))
        return false;
    if (S_ISREG(status->st_mode))
        return true;
    errno = EINVAL;
    return false;
}

bool file_replace(const char *path, const char *bytes, size_t length)
{
    char *real = file_real_path(path);
    struct stat status;
    bool ok;
    int error;

    if (!real)
        return false;
    ok = is_writable(real, &status) && replace(real, &status, bytes, length);
    if (ok)
        sync_folder(real);
    error = errno;
    memory_free(real);
    errno = error;
    return ok;
}
