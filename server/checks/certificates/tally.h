/*
 * tally.h - what the rows of certificate lists come to, counted.
 *
 * A row tells for sure whether its certificate is still valid, or it doesn't;
 * what can't be told is in MOST and not in LEAST.
 */
#ifndef CHECKS_TALLY_H
#define CHECKS_TALLY_H

#include "certificate_row.h"

/* All zero is empty. */
struct tally {
    size_t lists;
    size_t rows;                /* certificates; each once in one list */
    size_t longest;             /* the rows of the longest list */
    size_t said;                /* rows that say Yes, Planned or Delayed */
    size_t delayed;             /* rows that say Delayed */
    size_t valid_least;         /* valid on the day, in one of the lists */
    size_t valid_most;          /* not revoked, as far as can be told */
    size_t inapplicable;        /* rows that say N/A and have not expired */
    struct span first_inapplicable;     /* the first of these... */
    int first_expiry;           /* ... and when it expires */
    struct span first_delayed;
    struct span first_valid;
    bool planned;               /* FIRST_PLANNED is known */
    int first_planned;          /* the first day planned for a revocation */
    struct span planned_row;
    bool revoked;               /* LAST_REVOCATION is known */
    int last_revocation;        /* the day of the last one, done or planned,
                                   from 1970-01-01 */
};

/* Whether the certificate of a row is valid, as far as its cells tell. */
struct tally_row {
    const struct rule_value *revoked;   /* NULL: it isn't clear */
    bool not_applicable;        /* "Is revoked?" says so */
    bool expires;               /* EXPIRY is known */
    int expiry;                 /* the day of notAfter */
    bool dated;                 /* REVOCATION is known */
    int revocation;             /* the day of it, planned or done */
    struct span span;           /* what to point at, of the text */
};

/* Reads what a row says of CERTIFICATE; SPAN is of the text. */
void tally_read(const struct certificate_row *certificate, struct span span,
                struct tally_row *row);

/* Counts ROW, one of a list whose day is DAY. */
void tally_add(struct tally *tally, const struct tally_row *row, int day);

/* Adds a list's tally to that of others, in which its rows may be, too. */
void tally_join(struct tally *all, const struct tally *list);

#endif
