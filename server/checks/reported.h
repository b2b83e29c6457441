/*
 * reported.h - when the CA Owner became aware and reported, by the timeline.
 */
#ifndef CHECKS_REPORTED_H
#define CHECKS_REPORTED_H

#include "facts.h"

/* Each has a COUNT of 0 if the timeline does not tell it. */
struct reported {
    struct fact_event aware;    /* as the Summary has it, if that tells */
    struct fact_event first;    /* a report was posted, of whatever kind */
    struct fact_event full;     /* the full report was */
    struct fact_event last;     /* the last report was */
};

/* Fills REPORTED from FACTS, whose timeline may be missing. Nothing that is
 * told of the time before the CA Owner was aware, or of the future, counts. */
void reported_read(struct reported *reported, const struct facts *facts);

#endif
