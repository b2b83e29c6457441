/*
 * report_facts.h - what directives say of a report that its text does not.
 */
#ifndef REPORT_REPORT_FACTS_H
#define REPORT_REPORT_FACTS_H

#include <stdbool.h>
#include <stddef.h>

#include "report_moment.h"
#include "rules.h"

struct reports;

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

/* Adds to FACTS what the directives among the elements FIRST..END-1 of REPORTS
 * say; of two that contradict each other, the later one holds. */
void report_facts_read(struct report_facts *facts,
                       const struct reports *reports, size_t first, size_t end);

#endif
