/*
 * uri.h - the file a document's URI stands for, if any.
 *
 * A URI is otherwise an opaque key: it is compared byte by byte and goes back
 * to the client as it came.
 */
#ifndef SESSION_URI_H
#define SESSION_URI_H

#include "slice.h"

/*
 * The path of a file: URI without a host (or of "localhost"), decoded; NULL
 * for any other, and for one with a NUL in it, which no path has. The caller
 * frees it with memory_free().
 */
char *uri_path(struct slice uri);

/*
 * The URI that the address TARGET means in the document of URI: relative to
 * its folder, or absolute if it begins with a slash. "." and ".." are taken
 * out, bytes that no URI has are escaped. To be freed with memory_free().
 */
char *uri_resolve(struct slice uri, struct slice target);

/* The file: URI of the absolute PATH; the caller's, like the above. */
char *uri_of_path(const char *path);

#endif
