/*
 * uri.h - the file that a document's URI stands for, if any.
 *
 * In all other respects a URI is an opaque key: it is compared byte by byte and
 * goes back to the client as it came.
 */
#ifndef PLATFORM_URI_H
#define PLATFORM_URI_H

#include "slice.h"

/*
 * The decoded path of a file: URI without a host, or with "localhost"; NULL for
 * any other URI, and for one with a NUL in it, which no path has. The caller
 * frees it with memory_free(), as all below.
 */
char *uri_path(struct slice uri);

/*
 * The URI that the address TARGET means in the document of URI: relative to the
 * document's folder, or absolute if it begins with a slash. "." and ".." are
 * resolved, and bytes that no URI has are escaped.
 */
char *uri_resolve(struct slice uri, struct slice target);

/* The file: URI of the absolute PATH. */
char *uri_of_path(const char *path);

/* The folder of the file of URI; if URI is not a file's, the one that the URI
 * ROOT means, or NULL. */
char *uri_folder(struct slice uri, struct slice root);

#endif
