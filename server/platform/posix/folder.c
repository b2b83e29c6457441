/* Folders on systems after POSIX. */
#include "folder.h"

#include <dirent.h>
#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "memory.h"
#include "path.h"

bool folder_is(const char *path)
{
    struct stat status;

    return !stat(path, &status) && S_ISDIR(status.st_mode);
}

/* A link is no folder: following it could lead round in a circle. */
static bool leads_deeper(const char *path, const char *name)
{
    char *inner = path_join(path, name);
    struct stat status;
    bool deeper = !lstat(inner, &status) && S_ISDIR(status.st_mode);

    memory_free(inner);
    return deeper;
}

bool folder_read(const char *path, struct folder *folder)
{
    DIR *stream = opendir(path);
    const struct dirent *entry;
    int error;

    *folder = (struct folder){NULL, 0, 0};
    if (!stream)
        return false;
    for (errno = 0; (entry = readdir(stream)); errno = 0) {
        if (strcmp(entry->d_name, ".") && strcmp(entry->d_name, ".."))
            folder_add(folder, entry->d_name,
                       leads_deeper(path, entry->d_name));
    }
    error = errno;
    closedir(stream);
    if (error)
        folder_free(folder);
    else
        folder_sort(folder);
    errno = error;
    return !error;
}
