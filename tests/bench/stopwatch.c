/* Takes times. */
#include "stopwatch.h"

#include <stdlib.h>

#include "memory.h"

double stopwatch_at(struct timespec time)
{
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

double stopwatch_now(void)
{
    struct timespec time;

    clock_gettime(CLOCK_MONOTONIC, &time);
    return stopwatch_at(time);
}

void times_add(struct times *times, double time)
{
    times->items = memory_grow(times->items, &times->room, times->count + 1,
                               sizeof times->items[0]);
    times->items[times->count++] = time;
}

static int compare(const void *one, const void *other)
{
    double a = *(const double *)one, b = *(const double *)other;

    return (a > b) - (a < b);
}

double times_percentile(struct times *times, size_t percent)
{
    if (!times->count)
        return 0;
    qsort(times->items, times->count, sizeof times->items[0], compare);
    return times->items[times->count * percent / 100];
}

double times_median(struct times *times)
{
    return times_percentile(times, 50);
}

void times_free(struct times *times)
{
    memory_free(times->items);
    *times = (struct times){NULL, 0, 0};
}
