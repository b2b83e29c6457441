/* Copies extended attributes and access lists, as macOS has them. */
#define _DARWIN_C_SOURCE

#include "file_attributes.h"

#include <copyfile.h>
#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

bool file_attributes_copy(const char *path, int descriptor)
{
    int from = open(path, O_RDONLY | O_CLOEXEC);
    bool copied;
    int error;

    if (from < 0)
        return false;
    copied = !fcopyfile(from, descriptor, NULL, COPYFILE_ACL | COPYFILE_XATTR);
    error = errno;
    close(from);
    errno = error;
    return copied || errno == ENOTSUP;
}
