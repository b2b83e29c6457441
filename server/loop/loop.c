/*
 * loop.c - drives a session with libuv.
 */
#include "loop.h"

#include <signal.h>
#include <time.h>
#include <uv.h>

#include "date.h"
#include "jobs.h"
#include "log.h"
#include "memory.h"
#include "process.h"
#include "reader.h"
#include "session.h"
#include "writer.h"

/* While more than FULL bytes are queued, nothing is done or read. */
#define FULL ((size_t)1 << 20)
#define ROOM_AGAIN ((size_t)1 << 18)

/* While input comes without a pause, diagnostics are sent this often. */
#define TURNS_IN_A_ROW 64

#define PARENT_INTERVAL 3000        /* milliseconds */
#define STALL_INTERVAL 500          /* milliseconds */
#define LAST_WRITES 500             /* milliseconds, at the end */

/*
 * Seconds. Timers count only the time awake, so a machine that slept through
 * midnight notices the new day within DAY_WAIT.
 */
#define DAY_WAIT 3600

struct loop {
    uv_loop_t uv;
    struct jobs jobs;
    struct reader reader;
    struct writer writer;
    uv_signal_t terminate;
    uv_timer_t timer;               /* watches the parent, later the end */
    uv_timer_t stall;               /* runs while paused */
    uv_timer_t day;                 /* looks whether the day has changed */
    uv_idle_t awake;                /* keeps the loop turning until settled */
    uv_check_t turned;
    struct session *session;
    bool heard;                     /* input came in this turn */
    int turns;                      /* with input, in a row */
    bool paused;                    /* the client does not read */
    size_t stalled;                 /* how much was pending a while ago */
    bool unsettled;                 /* until the client has read what was
                                       written */
    bool watching, ending, closing;
    int status;
};

static void close_handle(uv_handle_t *handle, void *context)
{
    (void)context;
    if (!uv_is_closing(handle))
        uv_close(handle, NULL);
}

/* The loop ends when its handles are closed. */
static void close_all(struct loop *loop)
{
    loop->closing = true;
    uv_walk(&loop->uv, close_handle, NULL);
}

static void on_last_timer(uv_timer_t *timer)
{
    close_all(timer->data);
}

/* Only what is already written still has a moment to go out. */
static void end(struct loop *loop, int status)
{
    if (loop->ending)
        return;
    jobs_stop(&loop->jobs);
    loop->ending = true;
    loop->status = status;
    reader_stop(&loop->reader);
    uv_check_stop(&loop->turned);
    uv_idle_stop(&loop->awake);
    if (writer_pending(&loop->writer))
        uv_timer_start(&loop->timer, on_last_timer, LAST_WRITES, 0);
    else
        close_all(loop);
}

static void on_parent_timer(uv_timer_t *timer)
{
    struct loop *loop = timer->data;

    if (uv_kill((int)session_parent(loop->session), 0) != UV_ESRCH)
        return;
    log_line("the client's process is gone");
    end(loop, 1);
}

/*
 * A process that cannot be seen even now is not watched: the client may run in
 * another container, with other numbers.
 */
static void watch_parent(struct loop *loop)
{
    long parent = session_parent(loop->session);

    if (loop->watching || !parent)
        return;
    loop->watching = true;
    if (uv_kill((int)parent, 0) != UV_ESRCH)
        uv_timer_start(&loop->timer, on_parent_timer, PARENT_INTERVAL,
                       PARENT_INTERVAL);
}

static bool is_full(struct loop *loop)
{
    return writer_pending(&loop->writer) > FULL;
}

/*
 * While nothing is read, the end of input is not noticed. A client that has
 * closed it, and does not read what was written either, is gone.
 */
static void on_stall(uv_timer_t *timer)
{
    struct loop *loop = timer->data;
    size_t pending = writer_pending(&loop->writer);

    if (!loop->ending && pending == loop->stalled && process_is_abandoned()) {
        log_line("the client neither writes nor reads");
        end(loop, 1);
    }
    loop->stalled = pending;
}

/* Until there is room again, nothing more is done or read. */
static void pause_if_full(struct loop *loop)
{
    if (loop->ending || !is_full(loop))
        return;
    loop->paused = true;
    loop->stalled = writer_pending(&loop->writer);
    uv_timer_start(&loop->stall, on_stall, STALL_INTERVAL, STALL_INTERVAL);
    reader_stop(&loop->reader);
}

/*
 * While the client has not read what was written, it is sent no more
 * diagnostics: others may supersede them by then.
 */
static void settle(struct loop *loop)
{
    while (!loop->ending && !writer_pending(&loop->writer) &&
           session_settle(loop->session))
        ;
    loop->unsettled = writer_pending(&loop->writer) > 0;
    pause_if_full(loop);
}

/* At the end of input nothing can supersede what is due. */
static void settle_at_last(struct loop *loop)
{
    while (!loop->ending && !is_full(loop) && session_settle(loop->session))
        ;
}

static void on_turned(uv_check_t *turned)
{
    struct loop *loop = turned->data;

    if (loop->heard && ++loop->turns < TURNS_IN_A_ROW) {
        loop->heard = false;
        return;
    }
    loop->turns = 0;
    uv_check_stop(&loop->turned);
    uv_idle_stop(&loop->awake);
    settle(loop);
}

/* Makes the next poll for input return at once. */
static void on_awake(uv_idle_t *awake)
{
    (void)awake;
}

/* Settles after the first turn without input. */
static void settle_soon(struct loop *loop)
{
    uv_check_start(&loop->turned, on_turned);
    uv_idle_start(&loop->awake, on_awake);
}

static void await_day(struct loop *loop);

static void on_day(uv_timer_t *timer)
{
    struct loop *loop = timer->data;

    if (loop->ending)
        return;
    if (!loop->paused)
        settle_soon(loop);
    await_day(loop);
}

static void await_day(struct loop *loop)
{
    long long left = SECONDS_A_DAY - (long long)time(NULL) % SECONDS_A_DAY;

    uv_timer_start(&loop->day, on_day,
                   (uint64_t)(left < DAY_WAIT ? left : DAY_WAIT) * 1000, 0);
}

static void work(struct loop *loop)
{
    while (!loop->ending && !is_full(loop) && session_step(loop->session))
        ;
    watch_parent(loop);
    if (loop->ending)
        return;
    if (session_is_over(loop->session)) {
        end(loop, session_status(loop->session));
        return;
    }
    pause_if_full(loop);
    if (!loop->paused)
        settle_soon(loop);
}

static void on_bytes(void *context, const char *bytes, size_t length)
{
    struct loop *loop = context;

    loop->heard = true;
    session_receive(loop->session, bytes, length);
    work(loop);
}

static void on_end(void *context)
{
    struct loop *loop = context;

    settle_at_last(loop);
    end(loop, session_status(loop->session));
}

static void resume(struct loop *loop)
{
    loop->paused = false;
    uv_timer_stop(&loop->stall);
    work(loop);
    if (!loop->paused && !loop->ending)
        reader_start(&loop->reader);
}

static void on_progress(void *context)
{
    struct loop *loop = context;

    if (loop->ending && !loop->closing && !writer_pending(&loop->writer))
        close_all(loop);
    if (loop->ending || writer_pending(&loop->writer) > ROOM_AGAIN)
        return;
    if (loop->paused)
        resume(loop);
    else if (loop->unsettled && !writer_pending(&loop->writer))
        settle_soon(loop);
}

static void on_failure(void *context)
{
    struct loop *loop = context;

    if (loop->closing)
        return;
    if (!loop->ending)
        log_line("the client no longer reads");
    jobs_stop(&loop->jobs);
    loop->ending = true;
    loop->status = 1;
    close_all(loop);
}

static void on_terminate(uv_signal_t *signal, int number)
{
    struct loop *loop = signal->data;

    (void)number;
    end(loop, session_status(loop->session));
}

static void host_send(void *context, char *bytes, size_t length)
{
    struct loop *loop = context;

    if (loop->closing)
        memory_free(bytes);
    else
        writer_send(&loop->writer, bytes, length);
}

static long long host_now(void *context)
{
    (void)context;
    return (long long)time(NULL);
}

static void host_start_job(void *context, struct job *job)
{
    struct loop *loop = context;

    jobs_start(&loop->jobs, job);
}

static void on_job_done(void *context, struct job *job, bool begun)
{
    struct loop *loop = context;

    if (!begun || loop->ending) {
        job->drop(job);
        return;
    }
    session_finish(loop->session, job);
    if (!loop->paused)
        settle_soon(loop);
}

static void on_job_wait(void *context, struct job *job)
{
    struct loop *loop = context;

    if (!loop->paused && !loop->ending)
        session_wait(loop->session, job);
}

static void open_handles(struct loop *loop)
{
    uv_signal_init(&loop->uv, &loop->terminate);
    uv_timer_init(&loop->uv, &loop->timer);
    uv_timer_init(&loop->uv, &loop->stall);
    uv_timer_init(&loop->uv, &loop->day);
    uv_idle_init(&loop->uv, &loop->awake);
    uv_check_init(&loop->uv, &loop->turned);
    jobs_open(&loop->jobs, &loop->uv,
               (struct jobs_events){loop, on_job_done, on_job_wait});
    loop->terminate.data = loop;
    loop->timer.data = loop;
    loop->stall.data = loop;
    loop->day.data = loop;
    loop->turned.data = loop;
}

static bool open_streams(struct loop *loop)
{
    return writer_open(&loop->writer, &loop->uv,
                       (struct writer_events){loop, on_progress,
                                              on_failure}) &&
           reader_open(&loop->reader, &loop->uv,
                       (struct reader_events){loop, on_bytes, on_end});
}

static void start(struct loop *loop)
{
    if (!open_streams(loop)) {
        log_line("stdin or stdout can't be used");
        close_all(loop);
        return;
    }
    uv_signal_start(&loop->terminate, on_terminate, SIGTERM);
    reader_start(&loop->reader);
    await_day(loop);
}

static void run(struct loop *loop)
{
    loop->session = session_new(
        (struct host){loop, host_send, host_now, host_start_job});
    open_handles(loop);
    start(loop);
    uv_run(&loop->uv, UV_RUN_DEFAULT);
    uv_loop_close(&loop->uv);
    session_free(loop->session);
}

/* Without room for a few descriptors libuv would abort. */
int loop_run(void)
{
    struct loop *loop = memory_new_zeroed(1, sizeof *loop);
    int error = process_has_room() ? uv_loop_init(&loop->uv) : UV_EMFILE;
    int status;

    loop->status = 1;
    if (error)
        log_line("the event loop cannot start: %s", uv_strerror(error));
    else
        run(loop);
    status = loop->status;
    memory_free(loop);
    return status;
}
