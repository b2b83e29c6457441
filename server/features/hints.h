/*
 * hints.h - what can be worked out from a report, shown within its lines.
 *
 * Hints are: how far off the due dates of actions are that aren't done; when
 * the 72 hours and 14 days are over that a directive begins; how many
 * certificates the Appendix lists, and how many the files do that it links
 * to, after the number that the report gives.
 */
#ifndef FEATURES_HINTS_H
#define FEATURES_HINTS_H

#include "attachments.h"
#include "report.h"

#define HINTS_MOST 1000

struct hint {
    size_t offset;          /* after which it is shown */
    char *words;            /* "in 12 days" */
};

/* {NULL, 0, 0} is empty. */
struct hints {
    struct hint *items;
    size_t count, room;
};

/* What hints are worked out from. */
struct hint_source {
    const struct reports *reports;
    const struct attachments *attachments;  /* what is known of those files */
    int today;                              /* from 1970-01-01 */
};

/* Fills HINTS with those within SPAN. hints_free() gives memory back. */
void hints_read(const struct hint_source *source, struct span span,
                struct hints *hints);
void hints_free(struct hints *hints);       /* leaves it empty */

#endif
