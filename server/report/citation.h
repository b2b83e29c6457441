/*
 * citation.h - what a text says of a policy where it names it: which versions
 * of it, and whether it names a section.
 */
#ifndef REPORT_CITATION_H
#define REPORT_CITATION_H

#include "policy.h"

/* A policy as it is cited; spans are of the text. */
struct citation {
    struct policy_name name;
    bool versioned, sectioned;
    size_t numbers;     /* that stand there for a version */
    struct span number; /* the last of them */
    size_t editions;    /* of those numbers, and dates, that are known */
    size_t first, last; /* the oldest and the newest of them */
};

/*
 * Fills CITATION, whose name is set, from what stands past the name up to END
 * and from what leads to it from START on: where the names around it begin and
 * end.
 */
void citation_read(struct citation *citation, struct slice text, size_t start,
                   size_t end);

/* Where what is said of the policy named before FROM ends at most: at the name
 * of a document that isn't one of those policies, or else at END. */
size_t citation_end(struct slice text, size_t from, size_t end);

/* Takes edition INDEX of the policy as cited too. */
void citation_add_edition(struct citation *citation, size_t index);

/* Is there a digit in TEXT outside of the addresses of links? */
bool citation_has_digit(struct slice text);

#endif
