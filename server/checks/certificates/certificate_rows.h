/*
 * certificate_rows.h - rows of lists in which nothing was found, kept for the
 * next check.
 *
 * A list in a report may be long, and is one block of code: without this a key
 * in it would have all of it read again. What is found in a row is a function
 * of its bytes, once the header and what the report says of its certificates
 * are the same; but for whether the certificate comes twice, for which its
 * fingerprint is kept. So a row that an edit has left alone, and in which
 * nothing was found, is counted and passed over.
 *
 * Offsets in rows are of 32 bits; text.c sees to it that they fit.
 */
#ifndef CHECKS_CERTIFICATE_ROWS_H
#define CHECKS_CERTIFICATE_ROWS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "certificate_list.h"
#include "replaced.h"

struct certificate_row {
    uint64_t fingerprint;       /* of the certificate; 0: it has no hash */
    uint32_t start, length;     /* from the list's start; with the line end */
    uint32_t hash;              /* where its hash is, from START */
};

/* What a list is, as far as its rows go by it; all zeros is none. */
struct certificate_rows {
    size_t start;               /* in the text */
    size_t header;              /* the length of its first record */
    const struct rule_guideline *guideline;
    struct certificate_facts facts;
    struct certificate_row *items;      /* in the order of the text */
    size_t count, room;
};

/* The lists of a text. {NULL, 0, 0} is empty. */
struct certificate_lists {
    struct certificate_rows *items;
    size_t count, room;
};

/* What is known from the last check, and what this one finds; all borrowed. */
struct certificate_memory {
    const struct certificate_lists *before;
    struct certificate_lists *now;
    const struct replaced *replaced;
};

/* Lets LISTS follow their text. */
void certificate_lists_move(struct certificate_lists *lists,
                            const struct replaced *replaced);
void certificate_lists_free(struct certificate_lists *lists); /* leaves it
                                                                 empty */

/* A list while its rows are being read. */
struct certificate_reading {
    const struct certificate_memory *memory;
    const struct certificate_rows *before;  /* NULL: it wasn't there */
    size_t next;                /* the row of BEFORE that may come next */
};

/* Begins to read LIST, of which no rows are known yet. */
struct certificate_reading certificate_reading_begin(
    const struct certificate_memory *memory,
    const struct certificate_rows *list);

/* The row that begins at START of the list, if it is as it was and nothing was
 * found in it; else NULL. To be asked for in the order of the text. */
const struct certificate_row *certificate_reading_find(
    struct certificate_reading *reading, size_t start);
/* Nothing was found in ROW. */
void certificate_reading_add(struct certificate_reading *reading,
                             const struct certificate_row *row);

#endif
