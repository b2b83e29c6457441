/* spots.h - where in a report one might type. */
#ifndef BENCH_SPOTS_H
#define BENCH_SPOTS_H

#include <stddef.h>
#include <stdint.h>

#include "text.h"

enum spot_kind {
    SPOT_ANYWHERE,
    SPOT_ROW,               /* of a table */
    SPOT_ITEM,              /* of a list */
    SPOT_CODE,
    SPOT_HEADING,
    SPOT_KINDS
};

/* From 0; characters in UTF-16 code units: what all servers count in. */
struct spot {
    size_t line, character;
    size_t offset;              /* in bytes */
};

/* The lines of a text, by kind. Blank ones are of none. */
struct spots {
    struct slice text;              /* borrowed */
    struct spot_line {
        size_t line, start, end;    /* in bytes, the line break excepted */
    } *lines[SPOT_KINDS];
    size_t counts[SPOT_KINDS], rooms[SPOT_KINDS];
};

/* Fenced code only; a list's lines are those with its bullet "-". */
void spots_find(struct spots *spots, struct slice text);
void spots_free(struct spots *spots);

/* Any place in any line of that kind, of which there must be one. */
struct spot spots_pick(const struct spots *spots, enum spot_kind kind,
                       uint64_t *seed);

#endif
