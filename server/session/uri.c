/* Decodes and encodes file: URIs; only settings need their paths. */
#include "uri.h"

#include <stdbool.h>
#include <string.h>
#include <strings.h>

#include "memory.h"

static bool begins(struct slice text, const char *prefix)
{
    size_t length = strlen(prefix);

    return text.length >= length &&
           !strncasecmp(text.bytes, prefix, length);
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

char *uri_path(struct slice uri)
{
    if (begins(uri, "file://localhost/"))
        return decoded(without(uri, strlen("file://localhost")));
    if (begins(uri, "file:///"))
        return decoded(without(uri, strlen("file://")));
    if (begins(uri, "file:/") && !begins(uri, "file://"))
        return decoded(without(uri, strlen("file:")));
    return NULL;
}

/* True of what stands for itself in a path. */
static bool is_plain(char byte)
{
    static const char plain[] = "abcdefghijklmnopqrstuvwxyz"
                                "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                "0123456789-._~/";

    return byte && strchr(plain, byte);
}

char *uri_of_path(const char *path)
{
    static const char digits[] = "0123456789ABCDEF";
    struct buffer uri = {NULL, 0, 0};

    buffer_add_string(&uri, "file://");
    for (; *path; path++) {
        unsigned byte = (unsigned char)*path;

        if (is_plain(*path)) {
            buffer_add_char(&uri, *path);
            continue;
        }
        buffer_add_char(&uri, '%');
        buffer_add_char(&uri, digits[byte / 16]);
        buffer_add_char(&uri, digits[byte % 16]);
    }
    return buffer_take(&uri);
}

/* Where the path begins in URI: behind "file://host". */
static size_t path_start(struct slice uri)
{
    size_t at = strlen("file:");

    if (uri.length > at + 2 && !strncmp(uri.bytes + at, "//", 2)) {
        at += 2;
        while (at < uri.length && uri.bytes[at] != '/')
            at++;
    }
    return at < uri.length ? at : uri.length;
}

static void add_escaped(struct buffer *uri, struct slice text)
{
    static const char digits[] = "0123456789ABCDEF";

    for (size_t at = 0; at < text.length; at++) {
        unsigned char byte = (unsigned char)text.bytes[at];

        if (byte > ' ' && byte < 0x7f && !strchr("<>\"{}|\\^`", byte)) {
            buffer_add_char(uri, (char)byte);
            continue;
        }
        buffer_add_char(uri, '%');
        buffer_add_char(uri, digits[byte >> 4]);
        buffer_add_char(uri, digits[byte & 15]);
    }
}

/* Cuts URI behind the last slash, but for those before START. */
static void cut_name(struct buffer *uri, size_t start)
{
    while (uri->length > start && uri->bytes[uri->length - 1] != '/')
        uri->length--;
}

/* Adds the next part of a path, up to its slash or the end. */
static void add_part(struct buffer *uri, size_t start, struct slice part)
{
    struct slice name = part;

    if (name.length && name.bytes[name.length - 1] == '/')
        name.length--;
    if (name.length == 1 && name.bytes[0] == '.')
        return;
    if (name.length == 2 && !memcmp(name.bytes, "..", 2)) {
        if (uri->length > start + 1)
            uri->length--;
        cut_name(uri, start + 1);
        return;
    }
    add_escaped(uri, part);
}

char *uri_resolve(struct slice uri, struct slice target)
{
    struct buffer resolved = {NULL, 0, 0};
    size_t start = path_start(uri);
    bool absolute = target.length && target.bytes[0] == '/';

    buffer_add(&resolved, uri.bytes, absolute ? start : uri.length);
    if (!absolute)
        cut_name(&resolved, start);
    while (target.length) {
        const char *slash = memchr(target.bytes, '/', target.length);
        size_t length = slash ? (size_t)(slash - target.bytes) + 1
                              : target.length;

        add_part(&resolved, start, (struct slice){target.bytes, length});
        target = without(target, length);
    }
    buffer_add_string(&resolved, "");
    return buffer_take(&resolved);
}
