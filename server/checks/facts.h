/*
 * facts.h - what a report says of its incident, each fact with its place.
 *
 * Rules that compare two places of a report, lenses and hovers read the facts
 * here. They are gathered once a check. A fact that can't be told is marked as
 * such, and rules are silent about it.
 */
#ifndef CHECKS_FACTS_H
#define CHECKS_FACTS_H

#include "appendix.h"
#include "check.h"
#include "event.h"
#include "items.h"
#include "number.h"

enum sureness {
    FACT_ABSENT,            /* the report doesn't say, or not so that it can be
                               told */
    FACT_NOT_APPLICABLE,    /* it says N/A, with a reason or without one */
    FACT_DERIVED,           /* it follows from other words */
    FACT_SAID
};

struct fact_count {
    enum sureness sure;
    struct number number;           /* if said */
    const struct report_field *field;   /* NULL if there is none */
};

/* Of a date in the Summary. */
struct fact_day {
    enum sureness sure;
    bool timed, zoned;              /* MINUTE is known, and its offset */
    int day, minute;                /* in UTC if the zone is told */
    struct span span;               /* of the date */
    struct span time;               /* of the time of day, if timed */
};

enum heuristic {
    HEURISTIC_OTHER,                /* described, or not to be told */
    HEURISTIC_FULL_CORPUS,          /* all certificates are in the Appendix */
    HEURISTIC_NOT_POSSIBLE,         /* ... and a reason is given */
    HEURISTIC_NO_REASON             /* not possible, that is all */
};

/* The entries that tell of an event. */
struct fact_event {
    size_t count;
    const struct timeline_entry *first;     /* NULL: none */
    bool timed;                     /* the first one has a day... */
    long long from, to;             /* ... and happened in between: seconds
                                       from 1970-01-01, UTC */
};

struct facts {
    int day;                        /* the report's */
    struct fact_count total, remaining;
    enum sureness types;
    const struct report_field *types_field;
    enum sureness heuristic_sure;
    enum heuristic heuristic;
    const struct report_field *heuristic_field;
    enum sureness stopped;          /* said: STOPPED_YES is true or false */
    bool stopped_yes;
    const struct report_field *stopped_field;
    enum sureness analysis;
    const struct report_field *analysis_field;
    struct fact_day started, identified, ended;
    const struct rule_value *source;        /* NULL: not to be told */
    const struct report_field *source_field;
    bool delay;                     /* a revocation is late */
    struct action_items items;      /* to be done, as far as told */
    struct appendix appendix;       /* the lists of certificates */
    /* The timeline, if there is just one. */
    const struct timeline_section *timeline;
    bool told;                      /* its language is one that is known */
    unsigned *entry_events;         /* of each entry */
    struct fact_event events[EVENT_COUNT];
};

/* The facts of a report without its lists, for code that checks nothing. */
struct facts_view {
    struct check check;             /* with no findings to be added to */
    struct timelines timelines;
    struct facts facts;
};

/* Fills VIEW, which must stay where it is until it is closed, from REPORT, one
 * of REPORTS and not of a superseded kind. All are borrowed. */
void facts_view_open(struct facts_view *view, const struct reports *reports,
                     const struct report *report,
                     const struct check_options *options);
void facts_view_close(struct facts_view *view);

/* Fills FACTS from CHECK's report, except for the certificates. */
void facts_read(const struct check *check, struct facts *facts);
void facts_free(struct facts *facts);               /* leaves it empty */

/* When the non-compliance began, by REPORT's Summary alone. */
void facts_read_start(const struct reports *reports,
                      const struct report *report, struct fact_day *started);

/* The entries that tell VALUE, a VALUE_EVENT_. */
const struct fact_event *facts_event(const struct facts *facts,
                                     enum value_id value);

/* True if certificates are affected, for all that is known. */
bool facts_certificates(const struct facts *facts);

/* How many certificates are listed, at least. */
size_t facts_listed(const struct facts *facts);

/* The total as a word for a message: what the field says, or else how many are
 * listed, written to DIGITS, which the caller frees. */
struct slice facts_total(const struct check *check, struct buffer *digits);

#endif
