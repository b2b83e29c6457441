/*
 * jobs.h - jobs, done on libuv's threads.
 *
 * If no threads can be started, the loop does them itself, one in each turn.
 */
#ifndef LOOP_JOBS_H
#define LOOP_JOBS_H

#include <stdbool.h>
#include <uv.h>

#include "job.h"

struct jobs_events {
    void *context;              /* handed to both functions */
    /* JOB is given back; BEGUN is false if jobs_stop() came first. */
    void (*on_done)(void *context, struct job *job, bool begun);
    /* JOB has been running for a while, and still is; called repeatedly. */
    void (*on_wait)(void *context, struct job *job);
};

/* Belongs to its loop from jobs_open() on, until the handles are closed. */
struct jobs {
    uv_loop_t *loop;
    uv_timer_t timer;           /* runs while jobs do */
    uv_idle_t turn;             /* does a job if there are no threads */
    bool looked, alone;         /* whether it has looked for threads, and
                                   found none */
    struct running *first;      /* of all that are running */
    struct jobs_events events;
};

/* Makes the handles in LOOP; they are closed with all others. Never fails. */
void jobs_open(struct jobs *jobs, uv_loop_t *loop, struct jobs_events events);
/* Does JOB, which belongs to JOBS until it is given back. */
void jobs_start(struct jobs *jobs, struct job *job);
/* Stops all jobs: nobody waits for them any more. */
void jobs_stop(struct jobs *jobs);

#endif
