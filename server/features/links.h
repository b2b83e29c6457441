/*
 * links.h - the places in a report that lead somewhere else.
 *
 * These are what an editor can't know by itself: bugs called by their number,
 * as Bugzilla links them, certificates at crt.sh, the policies that were not
 * met, and files beside the report. Markdown's own links to the web are the
 * editor's business.
 */
#ifndef FEATURES_LINKS_H
#define FEATURES_LINKS_H

#include "report.h"

#define LINKS_MOST 5000

struct link {
    struct span span;
    char *target;           /* an address; of a file: as it stands there */
    bool file;              /* TARGET is relative to the report's folder */
    const char *tooltip;    /* constant */
};

/* {NULL, 0, 0} is empty. */
struct links {
    struct link *items;
    size_t count, room;
};

/* Fills LINKS, to be freed with links_free(). */
void links_read(const struct reports *reports, struct links *links);
void links_free(struct links *links);       /* leaves it empty */

#endif
