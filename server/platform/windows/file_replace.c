/*
 * A file gets another content, all of it or none: a new file is written beside
 * it, brought to the disk, and only then takes its name.
 */
#include "file.h"

#include <aclapi.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <windows.h>

#include "error.h"

#define ATTEMPTS 100            /* to find a name that nobody has */

/* A file that is to take the place of another. */
struct successor {
    const char *real;           /* the path of the other */
    char *path;                 /* its own, until it does */
    struct slice content;
};

/* Opens a new file beside the other, which nobody else may read yet. */
static HANDLE create(struct successor *successor)
{
    char *folder = path_folder(successor->real, PATH_WINDOWS);
    HANDLE handle = INVALID_HANDLE_VALUE;
    DWORD error = ERROR_FILE_EXISTS;

    for (unsigned attempt = 0;
         attempt < ATTEMPTS && error == ERROR_FILE_EXISTS; attempt++) {
        char name[64];

        snprintf(name, sizeof name, ".incident-ls-%lx-%x",
                 GetCurrentProcessId(), attempt);
        memory_free(successor->path);
        successor->path = path_join(folder, name);
        handle = CreateFileA(successor->path, GENERIC_WRITE, 0, NULL,
                             CREATE_NEW, FILE_ATTRIBUTE_NORMAL, NULL);
        error = handle == INVALID_HANDLE_VALUE ? GetLastError() : 0;
    }
    memory_free(folder);
    SetLastError(error);
    return handle;
}

/* Writes the content and closes HANDLE, whatever happens. */
static bool fill(HANDLE handle, struct slice content)
{
    bool filled = true;
    DWORD error;

    while (filled && content.length) {
        DWORD most = content.length < INT32_MAX ? (DWORD)content.length
                                                : INT32_MAX;
        DWORD written = 0;

        filled = WriteFile(handle, content.bytes, most, &written, NULL) &&
                 written;
        content.bytes += written;
        content.length -= written;
    }
    filled = filled && FlushFileBuffers(handle);
    error = GetLastError();
    CloseHandle(handle);
    SetLastError(error);
    return filled;
}

/* Gives the successor the rights that the other has. A disk that knows of none
 * has none to give. */
static bool take_rights(const struct successor *successor)
{
    PSECURITY_DESCRIPTOR descriptor = NULL;
    SECURITY_INFORMATION kind = DACL_SECURITY_INFORMATION;
    SECURITY_DESCRIPTOR_CONTROL control = 0;
    PACL rights = NULL;
    DWORD revision;
    DWORD error;

    if (GetNamedSecurityInfoA((char *)successor->real, SE_FILE_OBJECT, kind,
                              NULL, NULL, &rights, NULL, &descriptor))
        return true;
    if (!rights) {
        LocalFree(descriptor);
        return true;
    }
    GetSecurityDescriptorControl(descriptor, &control, &revision);
    kind |= control & SE_DACL_PROTECTED ? PROTECTED_DACL_SECURITY_INFORMATION
                                        : UNPROTECTED_DACL_SECURITY_INFORMATION;
    error = SetNamedSecurityInfoA(successor->path, SE_FILE_OBJECT, kind, NULL,
                                  NULL, rights, NULL);
    LocalFree(descriptor);
    SetLastError(error);
    return !error;
}

static bool take_over(const struct successor *successor)
{
    DWORD attributes = GetFileAttributesA(successor->real);

    return take_rights(successor) &&
           SetFileAttributesA(successor->path, attributes) &&
           MoveFileExA(successor->path, successor->real,
                       MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH);
}

static bool replace(struct successor *successor)
{
    HANDLE handle = create(successor);

    if (handle == INVALID_HANDLE_VALUE) {
        error_take();
        return false;
    }
    if (fill(handle, successor->content) && take_over(successor))
        return true;
    error_take();
    SetFileAttributesA(successor->path, FILE_ATTRIBUTE_NORMAL);
    DeleteFileA(successor->path);
    return false;
}

/* Held while a file is replaced. */
static SRWLOCK replacing = SRWLOCK_INIT;

/* Ctrl-C, which comes on a thread of its own, waits for that, and then goes on
 * to end the process. */
static BOOL WINAPI wait_for_replacing(DWORD event)
{
    (void)event;
    AcquireSRWLockShared(&replacing);
    ReleaseSRWLockShared(&replacing);
    return FALSE;
}

static bool replace_undisturbed(struct successor *successor)
{
    bool replaced;

    AcquireSRWLockExclusive(&replacing);
    SetConsoleCtrlHandler(wait_for_replacing, TRUE);
    replaced = replace(successor);
    ReleaseSRWLockExclusive(&replacing);
    SetConsoleCtrlHandler(wait_for_replacing, FALSE);
    return replaced;
}

/* What may not be written to may not be replaced either. */
static bool is_writable(const char *real)
{
    DWORD attributes = GetFileAttributesA(real);

    errno = attributes & FILE_ATTRIBUTE_READONLY ? EACCES : EINVAL;
    return file_is_plain(real) && !(attributes & FILE_ATTRIBUTE_READONLY);
}

bool file_replace(const char *path, const char *bytes, size_t length)
{
    struct successor successor = {file_real_path(path), NULL, {bytes, length}};
    bool replaced = successor.real && is_writable(successor.real) &&
                    replace_undisturbed(&successor);
    int error = errno;

    memory_free(successor.path);
    memory_free((char *)successor.real);
    errno = error;
    return replaced;
}
