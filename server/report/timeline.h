/*
 * timeline.h - the entries of a Timeline section, and when each happened.
 *
 * An entry is a list item, a row of a table or a line that begins with a date
 * or a time. One with a time only has the date of the line above that is
 * nothing but a date, or of the item it is nested in.
 */
#ifndef REPORT_TIMELINE_H
#define REPORT_TIMELINE_H

#include "date.h"
#include "report.h"

struct timeline_entry {
    size_t element;             /* where it begins */
    struct span span;           /* all of its first line */
    bool dated, timed;          /* has a date, a time, of its own */
    bool inherits;              /* its date is that of a line above */
    bool heading;               /* nothing but the date of those below */
    struct date date;           /* if dated or inheriting; own: in the text */
    struct time time;           /* if timed; its span is of the text */
};

/* {NULL, 0, 0} is empty. */
struct timeline {
    struct timeline_entry *entries;
    size_t count, room;
};

void timeline_read(struct reports *reports,
                   const struct report_section *section,
                   struct timeline *timeline);
void timeline_free(struct timeline *timeline);      /* leaves it empty */

#endif
