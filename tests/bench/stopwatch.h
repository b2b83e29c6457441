/* stopwatch.h - times, all in milliseconds, and what many of them come to. */
#ifndef BENCH_STOPWATCH_H
#define BENCH_STOPWATCH_H

#include <stddef.h>
#include <time.h>

/* By CLOCK_MONOTONIC. */
double stopwatch_at(struct timespec time);
double stopwatch_now(void);

/* {NULL, 0, 0} is empty. */
struct times {
    double *items;
    size_t count, room;
};

void times_add(struct times *times, double time);
/* So many hundredths of the times are below it; sorts them. 0 if none. */
double times_percentile(struct times *times, size_t percent);
double times_median(struct times *times);
void times_free(struct times *times);           /* leaves it empty */

#endif
