/*
 * jobs.c - does jobs in the background.
 */
#include "jobs.h"

#include "log.h"
#include "memory.h"

/* Milliseconds. Users need not see what takes less. */
#define WHILE 200

/*
 * libuv's threads. It starts them together, with the first job, and aborts if
 * one cannot be started: in a container with few processes left, a report that
 * links a list would end the server. So before the first job as many threads
 * are started here, to see whether they can be.
 */
#define THREADS 4
#define THREADS_WORD "4"
#define STACK ((size_t)8 << 20)

/* A job on one of libuv's threads, or waiting for its turn on the loop's. */
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
    if (jobs->first)
        return;
    uv_timer_stop(&jobs->timer);
    uv_idle_stop(&jobs->turn);
}

static void do_all(struct job *job)
{
    do
        job->work(job);
    while (job->more);
}

/* On another thread. */
static void on_work(uv_work_t *uv)
{
    const struct running *running = uv->data;

    do_all(running->job);
}

static void finish(struct running *running, bool begun)
{
    struct jobs *jobs = running->jobs;
    struct job *job = running->job;

    forget(running);
    jobs->events.on_done(jobs->events.context, job, begun);
}

static void on_worked(uv_work_t *uv, int status)
{
    finish(uv->data, status == 0);
}

/* The loop does a job itself: late answers are better than none. */
static void on_turn(uv_idle_t *turn)
{
    struct jobs *jobs = turn->data;
    struct running *running = jobs->first;

    do_all(running->job);
    finish(running, true);
}

static void await(void *semaphore)
{
    uv_sem_wait(semaphore);
}

/* How many of the threads that libuv wants can run at one time. */
static size_t count_threads(uv_sem_t *semaphore)
{
    const uv_thread_options_t options = {.flags = UV_THREAD_HAS_STACK_SIZE,
                                         .stack_size = STACK};
    uv_thread_t threads[THREADS];
    size_t count = 0;

    while (count < THREADS &&
           !uv_thread_create_ex(&threads[count], &options, await, semaphore))
        count++;
    for (size_t i = 0; i < count; i++)
        uv_sem_post(semaphore);
    for (size_t i = 0; i < count; i++)
        uv_thread_join(&threads[i]);
    return count;
}

static bool can_start_threads(void)
{
    uv_sem_t semaphore;
    size_t count;

    if (uv_os_setenv("UV_THREADPOOL_SIZE", THREADS_WORD) ||
        uv_sem_init(&semaphore, 0))
        return false;
    count = count_threads(&semaphore);
    uv_sem_destroy(&semaphore);
    return count == THREADS;
}

static void look_for_threads(struct jobs *jobs)
{
    if (jobs->looked)
        return;
    jobs->looked = true;
    jobs->alone = !can_start_threads();
    if (jobs->alone)
        log_line("no threads can be started: all else waits while lists are "
                 "read");
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
    uv_idle_init(loop, &jobs->turn);
    jobs->timer.data = jobs;
    jobs->turn.data = jobs;
}

void jobs_start(struct jobs *jobs, struct job *job)
{
    struct running *running = memory_new_zeroed(1, sizeof *running);

    look_for_threads(jobs);
    if (!jobs->first)
        uv_timer_start(&jobs->timer, on_timer, WHILE, WHILE);
    running->jobs = jobs;
    running->job = job;
    running->started = uv_now(jobs->loop);
    running->next = jobs->first;
    running->uv.data = running;
    jobs->first = running;
    if (jobs->alone)
        uv_idle_start(&jobs->turn, on_turn);
    else
        uv_queue_work(jobs->loop, &running->uv, on_work, on_worked);
}

void jobs_stop(struct jobs *jobs)
{
    uv_timer_stop(&jobs->timer);
    for (struct running *running = jobs->first; running;
         running = running->next) {
        atomic_store(&running->job->stop, true);
        if (!jobs->alone)
            uv_cancel((uv_req_t *)&running->uv);
    }
    while (jobs->alone && jobs->first)
        finish(jobs->first, false);
}
