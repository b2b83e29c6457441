/* Files by the calls of Windows. */
#include "file.h"

#include <errno.h>
#include <io.h>
#include <string.h>
#include <windows.h>

#include "error.h"
#include "process.h"

#define SHARED (FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE)
#define PATH_ROOM 1024 /* bytes that most paths fit in */

const enum path_style file_path_style = PATH_WINDOWS;

struct file {
    HANDLE handle;
    uint64_t size;
};

/* False, with errno set, if HANDLE is of another kind than KIND. */
static bool is_of_kind(HANDLE handle, enum file_kind kind)
{
    BY_HANDLE_FILE_INFORMATION facts = {0};
    bool plain = GetFileType(handle) == FILE_TYPE_DISK &&
                 GetFileInformationByHandle(handle, &facts);
    bool link = facts.dwFileAttributes & FILE_ATTRIBUTE_REPARSE_POINT;

    errno = EINVAL;
    return kind == FILE_ANY || (plain && (kind == FILE_PLAIN || !link));
}

static struct file *file_new(HANDLE handle)
{
    struct file *file = memory_new(sizeof *file);
    LARGE_INTEGER size;

    file->handle = handle;
    file->size = GetFileSizeEx(handle, &size) ? (uint64_t)size.QuadPart : 0;
    return file;
}

struct file *file_open(const char *path, enum file_kind kind)
{
    DWORD flags = kind == FILE_UNLINKED ? FILE_FLAG_OPEN_REPARSE_POINT : 0;
    HANDLE handle = CreateFileA(path, GENERIC_READ, SHARED, NULL,
                                OPEN_EXISTING, flags, NULL);

    if (handle == INVALID_HANDLE_VALUE) {
        error_take();
        return NULL;
    }
    if (is_of_kind(handle, kind))
        return file_new(handle);
    CloseHandle(handle);
    return NULL;
}

struct file *file_open_input(void)
{
    HANDLE self = GetCurrentProcess();
    HANDLE handle;

    if (DuplicateHandle(self, (HANDLE)_get_osfhandle(PROCESS_INPUT), self,
                        &handle, 0, FALSE, DUPLICATE_SAME_ACCESS))
        return file_new(handle);
    error_take();
    return NULL;
}

void file_close(struct file *file)
{
    if (!file)
        return;
    CloseHandle(file->handle);
    memory_free(file);
}

ptrdiff_t file_read_piece(struct file *file, char *bytes, size_t room)
{
    DWORD most = room < INT32_MAX ? (DWORD)room : INT32_MAX;
    DWORD got = 0;

    if (ReadFile(file->handle, bytes, most, &got, NULL))
        return (ptrdiff_t)got;
    if (GetLastError() == ERROR_BROKEN_PIPE)
        return 0;       /* its writer is gone: the end of a pipe */
    error_take();
    return -1;
}

uint64_t file_size(const struct file *file)
{
    return file->size;
}

bool file_is_plain(const char *path)
{
    DWORD attributes = GetFileAttributesA(path);

    return attributes != INVALID_FILE_ATTRIBUTES &&
           !(attributes & (FILE_ATTRIBUTE_DIRECTORY | FILE_ATTRIBUTE_DEVICE));
}

bool file_exists(const char *path)
{
    return GetFileAttributesA(path) != INVALID_FILE_ATTRIBUTES;
}

/* The name of HANDLE as Windows has it, for memory_free(); or NULL. */
static char *name_of(HANDLE handle)
{
    DWORD room = PATH_ROOM;
    char *name = memory_new(room);
    DWORD length = GetFinalPathNameByHandleA(handle, name, room, 0);

    while (length >= room) {
        room = length + 1;
        name = memory_resize(name, room);
        length = GetFinalPathNameByHandleA(handle, name, room, 0);
    }
    if (length)
        return name;
    memory_free(name);
    return NULL;
}

char *file_real_path(const char *path)
{
    /* Folders are opened so, too; nothing of it is read. */
    HANDLE handle = CreateFileA(path, 0, SHARED, NULL, OPEN_EXISTING,
                                FILE_FLAG_BACKUP_SEMANTICS, NULL);
    char *name = handle == INVALID_HANDLE_VALUE ? NULL : name_of(handle);
    char *real = NULL;

    if (name)
        real = path_of_name(name, PATH_WINDOWS);
    else
        error_take();
    memory_free(name);
    if (handle != INVALID_HANDLE_VALUE)
        CloseHandle(handle);
    return real;
}
