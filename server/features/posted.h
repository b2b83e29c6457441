/*
 * posted.h - what a report is as a comment in Bugzilla.
 *
 * Directives are for the checker. Bugzilla doesn't show them, but whoever
 * replies to a comment quotes its source; so they aren't posted.
 */
#ifndef FEATURES_POSTED_H
#define FEATURES_POSTED_H

#include "memory.h"
#include "report.h"

struct posted {
    struct buffer text;
    size_t length;              /* in characters, as Bugzilla counts them */
    size_t above;               /* lines above the report's heading that are not
                                   blank */
    const struct report *report;    /* NULL: the text has none */
};

/*
 * Fills POSTED with the report of REPORTS that OFFSET is in; with all of the
 * text if it has no report. Free it with posted_free().
 */
void posted_read(struct posted *posted, const struct reports *reports,
                 size_t offset);
void posted_free(struct posted *posted);    /* leaves it empty */

#endif
