/*
 * shorthand.h - the words that Bugzilla makes links of.
 *
 * It looks for "bug 12", "Bug #12, comment 3", "comment 4", "attachment 5",
 * CVE and crash numbers, revisions such as r1234, owner/repository#6, e-mail
 * addresses and URLs, one kind after the other, each in what those before it
 * have left. This server sees no bugs: it takes all that are named to exist.
 */
#ifndef FEATURES_SHORTHAND_H
#define FEATURES_SHORTHAND_H

#include "slice.h"
#include "memory.h"

#define BUGZILLA "https://bugzilla.mozilla.org/"

/*
 * Adds TEXT, plain and valid UTF-8, to HTML, with what has a meaning there
 * escaped as cmark does it, and the links in it.
 */
void shorthand_add(struct buffer *html, struct slice text);

/* Adds TEXT without links. */
void shorthand_add_plain(struct buffer *html, struct slice text);

#endif
