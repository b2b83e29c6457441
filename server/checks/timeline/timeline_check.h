/*
 * timeline_check.h - what the checks of one Timeline section share.
 */
#ifndef CHECKS_TIMELINE_CHECK_H
#define CHECKS_TIMELINE_CHECK_H

#include "check.h"
#include "timeline.h"

/* One Timeline section being checked; all borrowed. */
struct timeline_check {
    const struct check *check;
    const struct report_section *section;
    const struct timeline *timeline;
    struct zone stated;         /* of all times of the section, if any */
};

/* Do all times have a zone, and one whose offset is known? */
void timeline_check_zone(const struct timeline_check *checking);

/* Has each entry a time of day, and none goes back? */
void timeline_check_granularity(const struct timeline_check *checking);
void timeline_check_order(const struct timeline_check *checking);

/* Of a full report only: has each top-level entry a date; is there one on
 * each day of the Summary? */
void timeline_check_undated(const struct timeline_check *checking);
void timeline_check_coverage(const struct timeline_check *checking);

#endif
