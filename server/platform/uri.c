/*
 * uri.c - turns URIs into paths, and addresses in documents into URIs.
 */
#include "uri.h"

#include <stdbool.h>
#include <string.h>

#include "file.h"
#include "memory.h"

char *uri_path(struct slice uri)
{
    return path_of_uri(uri, file_path_style);
}

char *uri_of_path(const char *path)
{
    return path_uri(path, file_path_style);
}

char *uri_folder(struct slice uri, struct slice root)
{
    char *path = uri_path(uri);
    char *folder = path ? path_folder(path, file_path_style) : uri_path(root);

    memory_free(path);
    return folder;
}

/* Where the path begins in URI: after "file://host". */
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

/* Cuts off what follows the last slash of URI, back to START at most. */
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
        target = slice_from(target, length);
    }
    buffer_add_string(&resolved, "");
    return buffer_take(&resolved);
}
