/*
 * hints.h - what can be worked out from a report, shown within its lines.
 *
 * Hints are: how far off the due dates of open actions are; when the deadlines
 * end that a directive starts; and, after the number of certificates that the
 * report gives, how many its Appendix lists, and how many the files that it
 * links to.
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

/* Fills HINTS with those within SPAN. Free them with hints_free(). */
void hints_read(const struct hint_source *source, struct span span,
                struct hints *hints);
void hints_free(struct hints *hints);       /* leaves it empty */

#endif
