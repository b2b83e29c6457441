/*
 * silence.h - the directives by which an author silences rules.
 *
 *     [incident-ls-disable]: # (hard-wrap, evasive-language)
 *     [incident-ls-enable]: # (hard-wrap)
 *     [incident-ls-disable-next-line]: # ()
 *
 * One that names no rule is about all of them. They count wherever they
 * stand, above the first report too.
 */
#ifndef REPORT_SILENCE_H
#define REPORT_SILENCE_H

#include "report.h"

/* For all rules. */
#define SILENCE_ALL (-1)

enum silence_kind {
    SILENCE_BEGINS, /* from START, after it, to an end for the rule */
    SILENCE_ENDS,   /* at START, after it */
    SILENCE_LINE    /* from START, after it, to END, that of a line */
};

/* What one directive says of one rule. */
struct silence {
    enum silence_kind kind;
    int rule; /* enum rule_id, or SILENCE_ALL */
    size_t start, end;
    size_t number;         /* in the order of the text */
    struct span directive; /* the whole definition */
    struct span name;      /* the rule's; the definition if for all */
};

/* {NULL, 0, 0} is empty. */
struct silences {
    struct silence *items;
    size_t count, room;
};

/* Fills SILENCES, ordered by START; ids that no rule has are left out. */
void silences_read(struct silences *silences, const struct reports *reports);
void silences_free(struct silences *silences); /* leaves it empty */

#endif
