/* Folders by the calls of Windows. */
#include "folder.h"

#include <errno.h>
#include <string.h>
#include <windows.h>

#include "error.h"
#include "memory.h"
#include "path.h"

bool folder_is(const char *path)
{
    DWORD attributes = GetFileAttributesA(path);

    return attributes != INVALID_FILE_ATTRIBUTES &&
           attributes & FILE_ATTRIBUTE_DIRECTORY;
}

static void add(struct folder *folder, const WIN32_FIND_DATAA *entry)
{
    DWORD attributes = entry->dwFileAttributes;

    /* A link is no folder: following it could lead round in a circle. */
    if (strcmp(entry->cFileName, ".") && strcmp(entry->cFileName, ".."))
        folder_add(folder, entry->cFileName,
                   attributes & FILE_ATTRIBUTE_DIRECTORY &&
                       !(attributes & FILE_ATTRIBUTE_REPARSE_POINT));
}

bool folder_read(const char *path, struct folder *folder)
{
    char *pattern = path_join(path, "*");
    WIN32_FIND_DATAA entry;
    HANDLE search = FindFirstFileA(pattern, &entry);
    bool more = search != INVALID_HANDLE_VALUE;

    memory_free(pattern);
    *folder = (struct folder){NULL, 0, 0};
    for (; more; more = FindNextFileA(search, &entry))
        add(folder, &entry);
    if (GetLastError() == ERROR_NO_MORE_FILES) {
        FindClose(search);
        folder_sort(folder);
        return true;
    }
    error_take();
    if (search != INVALID_HANDLE_VALUE)
        FindClose(search);
    folder_free(folder);
    return false;
}
