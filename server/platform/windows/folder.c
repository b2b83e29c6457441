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

/* A link is no folder: following it could lead round in a circle. */
static bool leads_deeper(const WIN32_FIND_DATAA *found)
{
    return found->dwFileAttributes & FILE_ATTRIBUTE_DIRECTORY &&
           !(found->dwFileAttributes & FILE_ATTRIBUTE_REPARSE_POINT);
}

bool folder_read(const char *path, struct folder *folder)
{
    char *pattern = path_join(path, "*");
    WIN32_FIND_DATAA found;
    HANDLE search = FindFirstFileA(pattern, &found);
    bool ok;

    memory_free(pattern);
    *folder = (struct folder){NULL, 0, 0};
    if (search == INVALID_HANDLE_VALUE) {
        error_take();
        return false;
    }
    do {
        if (strcmp(found.cFileName, ".") && strcmp(found.cFileName, ".."))
            folder_add(folder, found.cFileName, leads_deeper(&found));
    } while (FindNextFileA(search, &found));
    ok = GetLastError() == ERROR_NO_MORE_FILES;
    if (!ok) {
        error_take();
        folder_free(folder);
    }
    FindClose(search);
    folder_sort(folder);
    return ok;
}
