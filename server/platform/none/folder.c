/* Folders by the host of a module, and only those that it has at hand. */
#include "folder.h"

#include <errno.h>
#include <string.h>

#include "memory.h"

/* As in file.c: the names in the folder at PATH, a line each, those of folders
 * with a slash after them. False if the host has no such folder. */
struct names {
    char *bytes;
    size_t length;
};

__attribute__((import_module("host"), import_name("folder")))
bool host_folder(const char *path, size_t length, struct names *names);

bool folder_is(const char *path)
{
    return host_folder(path, strlen(path), NULL);
}

bool folder_read(const char *path, struct folder *folder)
{
    struct names names;
    char *end;

    *folder = (struct folder){NULL, 0, 0};
    if (!host_folder(path, strlen(path), &names)) {
        errno = ENOENT;
        return false;
    }
    for (char *name = names.bytes, *last = name + names.length;
         (end = memchr(name, '\n', (size_t)(last - name))); name = end + 1) {
        bool inner = end > name && end[-1] == '/';

        end[inner ? -1 : 0] = '\0';
        folder_add(folder, name, inner);
    }
    memory_free(names.bytes);
    folder_sort(folder);
    return true;
}
