/*
 * front_matter.h - what other programs keep above a text: lines of YAML.
 *
 *     ---
 *     title: A late CRL
 *     ---
 *
 * It is not a part of the report: nobody posts it.
 */
#ifndef MARKDOWN_FRONT_MATTER_H
#define MARKDOWN_FRONT_MATTER_H

#include "slice.h"

/*
 * The bytes of TEXT that are front matter, with its last line end and a byte
 * order mark before it; 0 if it does not begin with any. Two thematic breaks
 * with prose between them are none: each line must be a key, a comment, blank,
 * or go on with one above.
 */
size_t front_matter(struct slice text);

#endif
