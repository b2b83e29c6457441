/*
 * Preloaded into the program: a clock that the test sets.
 *
 * The time is the number at the start of the file that the descriptor CLOCK
 * is open for. The program's timers run a hundred thousand times as fast, so
 * that nobody waits for midnight.
 */
#define _GNU_SOURCE /* for RTLD_NEXT */

#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#include <uv.h>

#define FASTER 100000

typedef int start_timer(uv_timer_t *timer, uv_timer_cb action, uint64_t timeout,
                        uint64_t repeat);

time_t time(time_t *kept)
{
    const char *clock = getenv("CLOCK");
    time_t now;

    if (!clock || pread(atoi(clock), &now, sizeof now, 0) != sizeof now)
        abort();
    if (kept)
        *kept = now;
    return now;
}

static uint64_t soon(uint64_t milliseconds)
{
    return (milliseconds + FASTER - 1) / FASTER;
}

/* libuv's own. A pointer to an object is none to a function, but to POSIX. */
static start_timer *libuv(void)
{
    void *found = dlsym(RTLD_NEXT, "uv_timer_start");
    start_timer *function;

    memcpy(&function, &found, sizeof function);
    return function;
}

int uv_timer_start(uv_timer_t *timer, uv_timer_cb action, uint64_t timeout,
                   uint64_t repeat)
{
    return libuv()(timer, action, soon(timeout), soon(repeat));
}
