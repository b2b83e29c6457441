/* Copies extended attributes, as Linux has them. */
#include "file_attributes.h"

#include <errno.h>
#include <stddef.h>
#include <string.h>
#include <sys/types.h>
#include <sys/xattr.h>

#include "memory.h"

/* Access lists are among these. */
#define DECISIVE "system."

/* Room for LENGTH bytes; what is none yet needs none. */
static char *room_for(ssize_t length)
{
    return memory_new(length > 0 ? (size_t)length : 0);
}

static bool copy(const char *path, int descriptor, const char *name)
{
    ssize_t length = getxattr(path, name, NULL, 0);
    char *value = room_for(length);
    int error;

    length = length < 0 ? length : getxattr(path, name, value, (size_t)length);
    if (length >= 0)
        length = fsetxattr(descriptor, name, value, (size_t)length, 0);
    error = errno;
    memory_free(value);
    errno = error;
    return length >= 0 || strncmp(name, DECISIVE, strlen(DECISIVE)) != 0;
}

/* NAMES, LENGTH bytes, each end with a NUL. */
static bool copy_all(const char *path, int descriptor, const char *names,
                     size_t length)
{
    const char *end = names + length;

    for (; names < end; names += strlen(names) + 1) {
        if (!copy(path, descriptor, names))
            return false;
    }
    return true;
}

bool file_attributes_copy(const char *path, int descriptor)
{
    ssize_t length = listxattr(path, NULL, 0);
    char *names = room_for(length);
    bool copied;
    int error;

    if (length > 0)
        length = listxattr(path, names, (size_t)length);
    copied = length < 0 ? errno == ENOTSUP
                        : copy_all(path, descriptor, names, (size_t)length);
    error = errno;
    memory_free(names);
    errno = error;
    return copied;
}
