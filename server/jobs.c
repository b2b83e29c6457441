/* Has jobs done. */
#include "jobs.h"

#include "memory.h"

/* Milliseconds. What takes less, a user needn't be told of. */
#define WHILE 200

/* A job on one of libuv's threads. */
struct running {
    uv_work_t uv;
    struct jobs *jobs;
    struct job *job;
    uint64_t started;           /* by the loop's clock */
    struct running *next;
};

static void forget(struct running *running)
{
    struct jobs *jobs = running->jobs;
    struct running **place = &jobs->first;

    while (*place != running)
        place = &(*place)->next;
    *place = running->next;
    memory_free(running);
    if (!jobs->first)
        uv_timer_stop(&jobs->timer);
}

/* On another thread. */
static void on_work(uv_work_t *uv)
{
    struct running *running = uv->data;

    running->job->work(running->job);
}

static void on_worked(uv_work_t *uv, int status)
{
    struct running *running = uv->data;
    struct jobs *jobs = running->jobs;
    struct job *job = running->job;

    forget(running);
    jobs->events.on_done(jobs->events.context, job, status == 0);
}

static void on_timer(uv_timer_t *timer)
{
    struct jobs *jobs = timer->data;
    struct running *next;

    for (struct running *running = jobs->first; running; running = next) {
        next = running->next;
        if (uv_now(jobs->loop) - running->started >= WHILE)
            jobs->events.on_wait(jobs->events.context, running->job);
    }
}

void jobs_open(struct jobs *jobs, uv_loop_t *loop, struct jobs_events events)
{
    *jobs = (struct jobs){.loop = loop, .events = events};
    uv_timer_init(loop, &jobs->timer);
    jobs->timer.data = jobs;
}

void jobs_start(struct jobs *jobs, struct job *job)
{
    struct running *running = memory_new_zeroed(1, sizeof *running);

    if (!jobs->first)
        uv_timer_start(&jobs->timer, on_timer, WHILE, WHILE);
    running->jobs = jobs;
    running->job = job;
    running->started = uv_now(jobs->loop);
    running->next = jobs->first;
    running->uv.data = running;
    jobs->first = running;
    uv_queue_work(jobs->loop, &running->uv, on_work, on_worked);
}

void jobs_stop(struct jobs *jobs)
{
    uv_timer_stop(&jobs->timer);
    for (struct running *running = jobs->first; running;
         running = running->next) {
        atomic_store(&running->job->stop, true);
        uv_cancel((uv_req_t *)&running->uv);
    }
}
