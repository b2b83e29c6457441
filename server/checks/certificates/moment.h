/*
 * moment.h - a day in a certificate list, with its time of day if it has one.
 */
#ifndef CHECKS_MOMENT_H
#define CHECKS_MOMENT_H

#include <stdbool.h>

#include "text.h"

struct moment {
    bool timed;                 /* MINUTES is known */
    bool zoned;                 /* ... and so is its offset: it is UTC */
    int days;                   /* from 1970-01-01; UTC if zoned */
    int minutes;                /* of the day */
};

/*
 * Reads TEXT in the spellings of date.h, and in those of programs that print
 * certificates ("Jul 18 14:54:06 2025 GMT", 20250718145406Z). False if it
 * holds no day that is.
 */
bool moment_read(struct slice text, struct moment *moment);

/* False too if that can't be told. */
bool moment_is_before(const struct moment *one, const struct moment *other);

#endif
