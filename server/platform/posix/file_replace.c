/*
 * A file gets another content, all of it or none: a new file is written beside
 * it, brought to the disk, and only then takes its name.
 */
#include "file.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "file_attributes.h"
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

/* Gives DESCRIPTOR the owner, the attributes and the mode of STATUS, the file
 * at REAL. The owner comes first: a change of it takes bits away from the
 * mode. That comes last: until then nobody else may read what is written. */
static bool take_over(int descriptor, const char *real,
                      const struct stat *status)
{
    struct stat own;

    if (fstat(descriptor, &own))
        return false;
    if ((own.st_uid != status->st_uid || own.st_gid != status->st_gid) &&
        fchown(descriptor, status->st_uid, status->st_gid))
        return false;
    return file_attributes_copy(real, descriptor) &&
           !fchmod(descriptor, status->st_mode & 07777);
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

/* A file that is to take the place of another. */
struct successor {
    const char *real;           /* the path of the other */
    const struct stat *status;  /* its */
    const char *bytes;
    size_t length;
};

/* Writes the file and closes it, whatever happens. */
static bool fill(int descriptor, const struct successor *successor)
{
    bool ok = write_all(descriptor, successor->bytes, successor->length) &&
              take_over(descriptor, successor->real, successor->status) &&
              !fsync(descriptor);
    int error = errno;

    if (close(descriptor) && ok)
        return false;
    errno = error;
    return ok;
}

static bool replace(const struct successor *successor)
{
    struct buffer temporary = {NULL, 0, 0};
    int descriptor;
    bool ok = false;
    int error;

    buffer_add(&temporary, successor->real, folder_length(successor->real));
    buffer_add_string(&temporary, TEMPORARY);
    descriptor = mkstemp(temporary.bytes);
    if (descriptor >= 0) {
        ok = fill(descriptor, successor) &&
             !rename(temporary.bytes, successor->real);
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

/* A signal that would end us in between waits: the file is either replaced by
 * then, or nothing is left of what was to replace it. */
static bool replace_undisturbed(const struct successor *successor)
{
    sigset_t all, before;
    bool ok;
    int error;

    sigfillset(&all);
    sigprocmask(SIG_BLOCK, &all, &before);
    ok = replace(successor);
    error = errno;
    sigprocmask(SIG_SETMASK, &before, NULL);
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
    ok = is_writable(real, &status) &&
         replace_undisturbed(
             &(struct successor){real, &status, bytes, length});
    if (ok)
        sync_folder(real);
    error = errno;
    memory_free(real);
    errno = error;
    return ok;
}
