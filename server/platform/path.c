/* Names of files, by the rules of POSIX and of Windows. */
#include "path.h"

#include <string.h>
#include <strings.h>

#include "memory.h"

static bool is_letter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

/* "C:" and what may follow it. */
static bool has_drive(const char *path)
{
    return is_letter(path[0]) && path[1] == ':' && (path[2] == '/' || !path[2]);
}

/* After "//host/share/", or as much of that as there is. */
static size_t share_length(const char *path)
{
    size_t host = 2 + strcspn(path + 2, "/");
    size_t share = host + (path[host] == '/');

    share += strcspn(path + share, "/");
    return share + (path[share] == '/');
}

size_t path_root(const char *path, enum path_style style)
{
    if (style == PATH_WINDOWS) {
        if (path[0] == '/' && path[1] == '/')
            return share_length(path);
        if (is_letter(path[0]) && path[1] == ':')
            return path[2] == '/' ? 3 : 2;
    }
    return path[0] == '/';
}

/* Turns every '\' of PATH, and makes the letter of a drive a capital. */
static void make_windows(char *path)
{
    for (char *at = path; (at = strchr(at, '\\'));)
        *at = '/';
    if (has_drive(path) && path[0] >= 'a')
        path[0] = (char)(path[0] - 'a' + 'A');
}

/* Takes off the prefix for long paths, which means nothing inside. */
static void take_off_prefix(char *path)
{
    static const char share[] = "//?/UNC/";
    static const char drive[] = "//?/";
    size_t taken = 0;

    if (!strncasecmp(path, share, strlen(share)))
        taken = strlen(share) - strlen("//");
    else if (!strncmp(path, drive, strlen(drive)))
        taken = strlen(drive);
    memmove(path, path + taken, strlen(path + taken) + 1);
    if (taken > strlen(drive))
        path[0] = path[1] = '/';
}

char *path_of_name(const char *name, enum path_style style)
{
    char *path = memory_copy(name, strlen(name));

    if (style == PATH_WINDOWS) {
        make_windows(path);
        take_off_prefix(path);
        make_windows(path);
    }
    return path;
}

static struct slice without(struct slice text, size_t length)
{
    return (struct slice){text.bytes + length, text.length - length};
}

static int digit_of(char byte)
{
    static const char digits[] = "0123456789abcdef0123456789ABCDEF";
    const char *found = byte ? strchr(digits, byte) : NULL;

    return found ? (int)(found - digits) % 16 : -1;
}

/* The byte that "%XX" at the beginning of TEXT stands for, or -1. */
static int escaped(struct slice text)
{
    int high, low;

    if (text.length < 3 || text.bytes[0] != '%')
        return -1;
    high = digit_of(text.bytes[1]);
    low = digit_of(text.bytes[2]);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
}

/* NULL if a byte is escaped that ends a path before its end. */
static char *decoded(struct slice text)
{
    struct buffer path = {NULL, 0, 0};

    while (text.length && text.bytes[0] != '?' && text.bytes[0] != '#') {
        int byte = escaped(text);

        if (!byte || !*text.bytes) {
            buffer_free(&path);
            return NULL;
        }
        buffer_add_char(&path, byte < 0 ? text.bytes[0] : (char)byte);
        text = without(text, byte < 0 ? 1 : 3);
    }
    return buffer_take(&path);
}

/* PATH, "/C:/a" or "//host/a", as Windows has it. The drive may have come for
 * a host, and its colon as the "|" of old. */
static char *windows_path(char *path)
{
    size_t slashes = strspn(path, "/\\");
    bool drive = is_letter(path[slashes]) &&
                 (path[slashes + 1] == ':' || path[slashes + 1] == '|');

    if (drive) {
        path[slashes + 1] = ':';
    } else if (slashes > 2) {
        slashes -= 2;           /* "////host/share" */
    } else {
        slashes = 0;
    }
    memmove(path, path + slashes, strlen(path + slashes) + 1);
    make_windows(path);
    return path;
}

/* "//./pipe/x" is no file; nor is what a program is told with "//?/". */
static bool is_device(const char *path)
{
    return path[0] == '/' && path[1] == '/' &&
           (path[2] == '.' || path[2] == '?') && (path[3] == '/' || !path[3]);
}

static char *windows_path_of(struct slice rest)
{
    char *path = decoded(rest);

    if (!path)
        return NULL;
    path = windows_path(path);
    if (path_root(path, PATH_WINDOWS) && !is_device(path))
        return path;
    memory_free(path);
    return NULL;
}

char *path_of_uri(struct slice uri, enum path_style style)
{
    static const char local[] = "//localhost/";
    struct slice rest;

    if (!slice_has_word(uri, 0, "file:"))
        return NULL;
    rest = without(uri, strlen("file:"));
    if (slice_has_word(rest, 0, local))
        rest = without(rest, strlen(local) - 1);
    else if (slice_has_word(rest, 0, "///"))
        rest = without(rest, strlen("//"));
    else if (slice_has_word(rest, 0, "//") && style == PATH_POSIX)
        return NULL;
    if (style == PATH_WINDOWS)
        return windows_path_of(rest);
    return slice_has_word(rest, 0, "/") ? decoded(rest) : NULL;
}

/* True of what stands for itself in a path. */
static bool is_plain(char byte)
{
    return is_letter(byte) || (byte >= '0' && byte <= '9') ||
           strchr("-._~/", byte);
}

static void add_escaped(struct buffer *uri, const char *path)
{
    static const char digits[] = "0123456789ABCDEF";

    for (; *path; path++) {
        unsigned byte = (unsigned char)*path;

        if (is_plain(*path)) {
            buffer_add_char(uri, *path);
            continue;
        }
        buffer_add_char(uri, '%');
        buffer_add_char(uri, digits[byte / 16]);
        buffer_add_char(uri, digits[byte % 16]);
    }
}

char *path_uri(const char *path, enum path_style style)
{
    struct buffer uri = {NULL, 0, 0};
    bool windows = style == PATH_WINDOWS;

    if (windows && has_drive(path)) {
        buffer_add_string(&uri, "file:///");
        buffer_add(&uri, path, strlen("C:"));
        path += strlen("C:");
    } else if (windows && path[0] == '/' && path[1] == '/') {
        buffer_add_string(&uri, "file:");
    } else if (path[0] == '/') {
        buffer_add_string(&uri, "file://");
    }
    add_escaped(&uri, path);
    return buffer_take(&uri);
}

char *path_folder(const char *path, enum path_style style)
{
    const char *slash = strrchr(path, '/');
    size_t root = path_root(path, style);
    size_t length = slash ? (size_t)(slash - path) : 0;

    if (length < root)
        length = root;
    return length ? memory_copy(path, length) : memory_copy(".", 1);
}

size_t path_folder_length(const char *path)
{
    const char *slash = strrchr(path, '/');

    return slash ? (size_t)(slash - path) : 0;
}

bool path_ascend(char *folder, enum path_style style)
{
    size_t root = path_root(folder, style);
    const char *slash = strrchr(folder, '/');
    size_t end = slash ? (size_t)(slash - folder) : 0;

    if (!slash || strlen(folder) <= root)
        return false;
    folder[end > root ? end : root] = '\0';
    return true;
}

char *path_join(const char *folder, const char *name)
{
    struct buffer path = {NULL, 0, 0};

    buffer_add_string(&path, folder);
    if (path.length && path.bytes[path.length - 1] != '/')
        buffer_add_char(&path, '/');
    buffer_add_string(&path, name);
    return buffer_take(&path);
}

bool path_is_below(const char *path, const char *folder)
{
    size_t length = strlen(folder);

    if (length && folder[length - 1] == '/')
        length--;
    return !strncmp(path, folder, length) && path[length] == '/';
}

bool path_is_elsewhere(const char *path, const char *folder,
                       enum path_style style)
{
    size_t root = path_root(path, style);

    if (style != PATH_WINDOWS || path[0] != '/' || path[1] != '/')
        return false;
    return root != path_root(folder, style) ||
           strncasecmp(path, folder, root) != 0;
}
