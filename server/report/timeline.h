/*
 * timeline.h - the entries of a Timeline section, and when each happened.
 *
 * An entry is a list item, a row of a table or a line that begins with a date
 * or a time. One with a time only has the date of the line above that is
 * nothing but a date, or of the entry it is nested in or stands below.
 */
#ifndef REPORT_TIMELINE_H
#define REPORT_TIMELINE_H

#include "date.h"
#include "report.h"
#include "zone.h"

/* The parent of an entry that isn't nested in another. */
#define TIMELINE_TOP ((size_t)-1)

struct timeline_entry {
    size_t element;             /* where it begins */
    struct span span;           /* all of its first line */
    unsigned depth;             /* in how many list items, from the section's */
    size_t parent;              /* the entry it stands below, deeper in lists */
    bool row, item;             /* of a table; of a list */
    bool dated, timed;          /* has a date, a time, of its own */
    bool inherits;              /* its date is that of a line above */
    bool inherits_time;         /* so is its time */
    bool heading;               /* nothing but the date of those below */
    bool vague;                 /* a month or a year instead of a date */
    bool period;                /* from DATE to LAST */
    bool divided;               /* entries nested in it tell when */
    bool detail;                /* only explains what it is nested in */
    struct date date;           /* if dated or inheriting; own: in the text */
    struct date last;           /* if a period */
    struct time time;           /* if timed; its spans are of the text */
    struct zone zone;           /* of its time: its own or its heading's */
};

/* {NULL, 0, 0} is empty. */
struct timeline {
    struct timeline_entry *entries;
    size_t count, room;
};

/* Fills TIMELINE with the entries of SECTION, one of REPORTS'. */
void timeline_read(const struct reports *reports,
                   const struct report_section *section,
                   struct timeline *timeline);
void timeline_free(struct timeline *timeline);      /* leaves it empty */

/* True if ENTRY has a day, its own or inherited, that is one for sure. */
bool timeline_has_day(const struct timeline_entry *entry);

/* True if ENTRY has the day DAY, counted from 1970-01-01, or one beside it, as
 * clocks differ. */
bool timeline_is_near(const struct timeline_entry *entry, int day);
/* The first such entry of TIMELINE, or NULL. */
const struct timeline_entry *timeline_near(const struct timeline *timeline,
                                           int day);

/* When an entry can have happened, in seconds from 1970-01-01 UTC. */
struct timeline_when {
    long long from, to;
    bool floating;              /* in a zone whose offset isn't known */
};

/* When ENTRY, which has a day, happened; STATED is the zone of all times. */
struct timeline_when timeline_when(const struct timeline_entry *entry,
                                   const struct zone *stated);

/* A Timeline section, and what the report says of the zone of all its times. */
struct timeline_section {
    const struct report_section *section;
    struct timeline timeline;
    struct zone stated;         /* ZONE_NONE if it says nothing */
};

/* The Timeline sections of one report. {NULL, 0, 0} is empty. */
struct timelines {
    struct timeline_section *items;
    size_t count, room;
};

/* Fills TIMELINES from REPORT, one of REPORTS. */
void timelines_read(const struct reports *reports, const struct report *report,
                    struct timelines *timelines);
void timelines_free(struct timelines *timelines);   /* leaves it empty */
/* What was read of SECTION, which is one of those. */
const struct timeline_section *timelines_find(
    const struct timelines *timelines, const struct report_section *section);

/* The first line on times in a report that says a zone; found when it is asked
 * for first. All zeros: not yet. */
struct timeline_statement {
    bool looked_for;
    size_t element;             /* no element's number if there is none */
    struct zone zone;
};

/*
 * What SECTION says of the zone of all of its times: "All times are UTC",
 * "Beijing time (UTC+8)", a column "Time (UTC)"; or else what REPORT, whose
 * section it is, says above it. False if there is nothing of the kind. Spans
 * are of the text; FIRST is REPORT's.
 */
bool timeline_zone(const struct reports *reports, const struct report *report,
                   const struct report_section *section,
                   struct timeline_statement *first, struct zone *zone);

#endif
