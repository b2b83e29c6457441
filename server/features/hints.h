/*
 * hints.h - what can be worked out from a report, shown within its lines.
 *
 * Hints are: how far off the due dates of actions are that aren't done; when
 * the 72 hours and 14 days are over that a directive begins; how many
 * certificates the list in the Appendix has, behind the number that the
 * report gives.
 */
#ifndef FEATURES_HINTS_H
#define FEATURES_HINTS_H

#include "report.h"

#define HINTS_MOST 1000

struct hint {
    size_t offset;          /* behind which it is shown */
    char *words;            /* "in 12 days" */
};

/* {NULL, 0, 0} is empty. */
struct hints {
    struct hint *items;
    size_t count, room;
};

/* Fills HINTS with those within SPAN; TODAY counts from 1970-01-01.
 * hints_free() gives memory back. */
void hints_read(struct reports *reports, struct span span, int today,
                struct hints *hints);
void hints_free(struct hints *hints);       /* leaves it empty */

#endif
