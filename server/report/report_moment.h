/*
 * report_moment.h - a day, or a minute of it, that somebody tells of.
 */
#ifndef REPORT_REPORT_MOMENT_H
#define REPORT_REPORT_MOMENT_H

#include <stdbool.h>

#include "memory.h"
#include "slice.h"

/* A moment that is told of. A time without an offset is UTC. */
struct report_moment {
    bool given;
    bool timed;                     /* else it is the whole day */
    int day;                        /* from 1970-01-01, UTC */
    int minute;                     /* of the day, UTC; 0 unless timed */
    struct span span;               /* where the text says so */
};

/* The minute that SECONDS from 1970-01-01 UTC, not negative, are in. */
struct report_moment report_moment_at(long long seconds);

/* Is MOMENT after OTHER, as far as both are known? On one day only two times of
 * day tell. */
bool report_moment_is_after(const struct report_moment *moment,
                            const struct report_moment *other);

/* Reads the first day in VALUE and the time of day after it, if there is one,
 * as MOMENT, told at SPAN; without a day MOMENT stays as it is. */
void report_moment_find(struct slice value, struct span span,
                        struct report_moment *moment);

/*
 * Reads VALUE, a day or a day and a time of day, and nothing else before them;
 * false if it is none. *ZONED gets whether an offset is said with the time. The
 * span is of VALUE.
 */
bool report_moment_read(struct slice value, struct report_moment *moment,
                        bool *zoned);

/* Adds "2026-03-01 10:00 UTC", or the day alone where no time is known. */
void report_moment_add(struct buffer *words,
                       const struct report_moment *moment);

/* The same for programs: "2026-03-01" or "2026-03-01T10:00Z". */
void report_moment_add_iso(struct buffer *words,
                           const struct report_moment *moment);

#endif
