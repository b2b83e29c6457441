/*
 * lenses.h - how far a report has come, in a line above its headings.
 */
#ifndef FEATURES_LENSES_H
#define FEATURES_LENSES_H

#include "checks.h"
#include "report.h"

#define LENSES_MOST 50

struct lens {
    struct span span;       /* the heading that it stands above */
    char *words;            /* "21 of 27 fields complete · 2 errors" */
    bool leads;             /* to what is to be done first, which begins at */
    size_t to;
};

/* {NULL, 0, 0} is empty; in the order of the text. */
struct lenses {
    struct lens *items;
    size_t count, room;
};

/*
 * Fills LENSES: one for each report, one for each Action Items section that has
 * any, one for a timeline of which events are expected, one for each factor
 * that action items may name, on the first report one for what is due next in
 * its bug, and on a closure one for what is still to be done before it is
 * posted. FINDINGS are those of the text, found with OPTIONS on the day that
 * these give. Free them with lenses_free().
 */
void lenses_read(const struct reports *reports, const struct findings *findings,
                 const struct check_options *options, struct lenses *lenses);
void lenses_free(struct lenses *lenses);    /* leaves it empty */

#endif
