/*
 * report_facts.h - what directives say of a report that its text does not.
 */
#ifndef REPORT_REPORT_FACTS_H
#define REPORT_REPORT_FACTS_H

#include <stdbool.h>
#include <stddef.h>

#include "rules.h"
#include "slice.h"

struct reports;

/* A moment that is told of. A time without an offset is UTC. */
struct report_moment {
    bool given;
    bool timed;                     /* else it is the whole day */
    int day;                        /* from 1970-01-01, UTC */
    int minute;                     /* of the day, UTC; 0 unless timed */
    struct span span;               /* where the text says so */
};

struct report_facts {
    const struct rule_guideline *guideline;     /* NULL: not said */
    struct span title;              /* of the bug; empty: not said */
    struct span bug;                /* its number; empty: not said */
    struct report_moment aware;     /* the CA Owner became aware */
    struct report_moment disclosed; /* the incident was first disclosed */
    struct report_moment posted;    /* this report was posted */
    struct report_moment updated;   /* the CA Owner's last comment */
    struct report_moment question;  /* the oldest one without an answer */
    struct report_moment next_update;   /* as the whiteboard has it */
    struct report_moment closed;    /* the bug was; without a day, GIVEN with
                                       DAY 0 */
    struct span unread;             /* a value that should be a moment and is
                                       none; empty: there is none */
    bool third_party;               /* reporter=third-party */
    bool revocation_delay;          /* a whiteboard tag says so */
    bool draft;
};

/* Is MOMENT after OTHER, as far as both are known? On one day only two times of
 * day tell. */
bool report_moment_is_after(const struct report_moment *moment,
                            const struct report_moment *other);

/*
 * Reads VALUE, a day or a day and a time of day, and nothing else before them;
 * false if it is none. *ZONED gets whether an offset is said with the time. The
 * span is of VALUE.
 */
bool report_moment_read(struct slice value, struct report_moment *moment,
                        bool *zoned);

/* Adds to FACTS what the directives among the elements FIRST..END-1 of REPORTS
 * say; of two that contradict each other, the later one holds. */
void report_facts_read(struct report_facts *facts,
                       const struct reports *reports, size_t first, size_t end);

#endif
