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

static char *decoded(struct slice text)
{
    struct buffer path = {NULL, 0, 0};

    while (text.length && text.bytes[0] != '?' && text.bytes[0] != '#') {
        int byte = escaped(text);

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
