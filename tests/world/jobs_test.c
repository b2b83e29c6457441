/* Jobs where the system gives no threads. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "jobs.h"

#define JOBS 3

/* libuv's threads fail, its own too: this is found before what it has. */
int uv_thread_create_ex(uv_thread_t *thread,
                        const uv_thread_options_t *options,
                        uv_thread_cb entry, void *argument)
{
    (void)thread;
    (void)options;
    (void)entry;
    (void)argument;
    return UV_EAGAIN;
}

struct stage {
    uv_loop_t loop;
    struct jobs jobs;
    struct job all[JOBS];
    int done, dropped;
    bool started;               /* all of them are */
};

static void work(struct job *job)
{
    atomic_store(&job->percent, 100);
}

static void on_done(void *context, struct job *job, bool begun)
{
    struct stage *stage = context;

    assert_true(stage->started);
    assert_int_equal(atomic_load(&job->percent), begun ? 100 : 0);
    if (begun)
        stage->done++;
    else
        stage->dropped++;
}

static void on_wait(void *context, struct job *job)
{
    (void)context;
    (void)job;
}

static int start(void **state)
{
    static struct stage stage;

    stage = (struct stage){.done = 0};
    uv_loop_init(&stage.loop);
    jobs_open(&stage.jobs, &stage.loop,
              (struct jobs_events){&stage, on_done, on_wait});
    for (size_t i = 0; i < JOBS; i++) {
        stage.all[i].work = work;
        jobs_start(&stage.jobs, &stage.all[i]);
    }
    stage.started = true;
    *state = &stage;
    return 0;
}

static int stop(void **state)
{
    struct stage *stage = *state;

    uv_close((uv_handle_t *)&stage->jobs.timer, NULL);
    uv_close((uv_handle_t *)&stage->jobs.turn, NULL);
    uv_run(&stage->loop, UV_RUN_DEFAULT);
    return uv_loop_close(&stage->loop);
}

/* The loop has nothing left to do, and ends. */
static void the_loop_does_them(void **state)
{
    struct stage *stage = *state;

    uv_run(&stage->loop, UV_RUN_DEFAULT);
    assert_int_equal(stage->done, JOBS);
    assert_int_equal(stage->dropped, 0);
}

static void they_are_given_up(void **state)
{
    struct stage *stage = *state;

    uv_run(&stage->loop, UV_RUN_NOWAIT);
    jobs_stop(&stage->jobs);
    assert_int_equal(stage->done, 1);
    assert_int_equal(stage->dropped, JOBS - 1);
}

#define JOBS_TEST(test) cmocka_unit_test_setup_teardown(test, start, stop)

int main(void)
{
    const struct CMUnitTest tests[] = {
        JOBS_TEST(the_loop_does_them),
        JOBS_TEST(they_are_given_up),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
