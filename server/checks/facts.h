/*
 * facts.h - what a stretch of a report comes to, for checks that compare.
 *
 * Checks that look at one stretch leave these when they have looked at it.
 * Those that look at the whole report go by them, at the cost of the number
 * of stretches, not of the text.
 */
#ifndef CHECKS_FACTS_H
#define CHECKS_FACTS_H

#include "report.h"
#include "zone.h"

struct check;

/* What action items are for, as a set. */
enum kinds {
    KINDS_ANY = 1 << 0,         /* there is one, of whatever kind */
    KINDS_DETECT = 1 << 1,
    KINDS_OTHER = 1 << 2,
    KINDS_UNCLEAR = 1 << 3,
    KINDS_ALL = (1 << 4) - 1
};

/* Paragraphs wrapped at a fixed column. */
struct wraps {
    struct span first;          /* the first such paragraph; empty: none is */
    struct span *joints;        /* what a blank should stand in the place of */
    size_t count, room;
};

/* {0} is empty; all spans are of the text. */
struct facts {
    const struct report_section *section;   /* NULL above the first */
    struct zone times;          /* the first that a line on times says */
    unsigned kinds;             /* of its action items */
    size_t characters;          /* as Bugzilla counts them */
    struct wraps wraps;
};

/* Adds BY to all spans of FACTS. */
void facts_move(struct facts *facts, ptrdiff_t by);
void facts_free(struct facts *facts);           /* leaves it empty */

/* What CHECK's report says of the zone of times above SECTION; NULL if
 * nothing. */
const struct zone *facts_zone(const struct check *check,
                              const struct report_section *section);

#endif
