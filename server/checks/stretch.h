/*
 * stretch.h - a text as the stretches that are checked one by one.
 *
 * A stretch is what stands above the first report, if anything does; a report's
 * heading with what stands between it and the first section; or a section with
 * its heading. A report that isn't divided is one stretch. Together they are
 * the text.
 */
#ifndef CHECKS_STRETCH_H
#define CHECKS_STRETCH_H

#include "report.h"

/* The stretch above the first report belongs to none. */
#define STRETCH_ABOVE ((size_t)-1)

struct stretch {
    size_t report;                          /* its index */
    const struct report_section *section;   /* NULL: it isn't one */
    size_t first, end;                      /* its elements, FIRST..END-1 */
    struct span span;                       /* whole lines */
};

/* {NULL, 0, 0} is empty. */
struct stretches {
    struct stretch *items;
    size_t count, room;
};

/* Fills STRETCHES, in the order of the text; none if it has no report. */
void stretches_read(struct stretches *stretches, struct reports *reports);
void stretches_free(struct stretches *stretches);   /* leaves it empty */

#endif
