/* What a client gets to see of work that takes long. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "memory.h"
#include "work_done.h"

struct scene {
    struct client client;
    struct works_done works;
    struct job job;
    struct buffer sent;         /* a word for each message, and a number */
};

static json_t *member(json_t *value, const char *name)
{
    return json_object_get(value, name);
}

static void write_progress(struct buffer *sent, json_t *value)
{
    const json_t *percentage = member(value, "percentage");

    buffer_add_string(sent, json_string_value(member(value, "kind")));
    if (percentage) {
        buffer_add_string(sent, " ");
        buffer_add_number(sent, (size_t)json_integer_value(percentage));
    }
    if (member(value, "title")) {
        buffer_add_string(sent, " ");
        buffer_add_string(sent, json_string_value(member(value, "title")));
        assert_true(json_is_true(member(value, "cancellable")));
    }
}

/* A token other than the first is said, "2: ". */
static void hear(void *context, char *bytes, size_t length)
{
    struct scene *scene = context;
    json_t *message = json_loadb(bytes, length, 0, NULL);
    json_t *params = member(message, "params");
    const char *method = json_string_value(member(message, "method"));
    json_int_t token = json_integer_value(member(params, "token"));

    if (token != 1) {
        buffer_add_number(&scene->sent, (size_t)token);
        buffer_add_string(&scene->sent, ": ");
    }
    if (strcmp(method, "$/progress")) {
        assert_string_equal(method, "window/workDoneProgress/create");
        assert_int_equal(json_integer_value(member(message, "id")), token);
        buffer_add_string(&scene->sent, "create");
    } else {
        write_progress(&scene->sent, member(params, "value"));
    }
    buffer_add_string(&scene->sent, "; ");
    json_decref(message);
    memory_free(bytes);
}

static int start(void **state)
{
    struct scene *scene = memory_new_zeroed(1, sizeof *scene);

    scene->client.host = (struct host){.context = scene, .send = hear};
    scene->client.facts.shows_work = true;
    *state = scene;
    return 0;
}

static int stop(void **state)
{
    struct scene *scene = *state;

    works_done_free(&scene->works);
    client_free(&scene->client);
    buffer_free(&scene->sent);
    memory_free(scene);
    return 0;
}

static void wait_at(struct scene *scene, unsigned percent)
{
    atomic_store(&scene->job.percent, percent);
    work_done_wait(&scene->works, &scene->client, &scene->job, "Checking x");
}

static void answer(struct scene *scene, bool agreed)
{
    assert_true(
        work_done_answer(&scene->works, &scene->client, 1, agreed));
}

static void end(struct scene *scene)
{
    work_done_end(&scene->works, &scene->client, &scene->job);
}

/* From the first to the last message. */
static void assert_sent(const struct scene *scene, const char *words)
{
    assert_string_equal(scene->sent.length ? scene->sent.bytes : "", words);
}

static void is_shown_once_the_client_agrees(void **state)
{
    struct scene *scene = *state;

    wait_at(scene, 10);
    wait_at(scene, 20);
    answer(scene, true);
    wait_at(scene, 20);
    wait_at(scene, 50);
    wait_at(scene, 40);
    end(scene);
    assert_sent(scene, "create; begin 20 Checking x; report 50; end; ");
    assert_null(scene->works.first);
}

static void is_not_shown_if_it_does_not(void **state)
{
    struct scene *scene = *state;

    wait_at(scene, 10);
    answer(scene, false);
    wait_at(scene, 20);
    end(scene);
    assert_sent(scene, "create; ");
    assert_null(scene->works.first);
}

static void uses_a_token_that_comes_too_late(void **state)
{
    struct scene *scene = *state;

    wait_at(scene, 10);
    end(scene);
    answer(scene, true);
    assert_sent(scene, "create; begin 0 Checking x; end; ");
    assert_null(scene->works.first);
}

static void forgets_one_that_never_comes(void **state)
{
    struct scene *scene = *state;

    wait_at(scene, 10);
    end(scene);
    answer(scene, false);
    assert_sent(scene, "create; ");
    assert_null(scene->works.first);
}

static void is_kept_from_clients_that_cannot_show_it(void **state)
{
    struct scene *scene = *state;

    scene->client.facts.shows_work = false;
    wait_at(scene, 10);
    end(scene);
    assert_sent(scene, "");
}

static void says_nothing_of_short_work(void **state)
{
    struct scene *scene = *state;

    end(scene);
    assert_false(work_done_answer(&scene->works, &scene->client, 1, true));
    assert_sent(scene, "");
}

static void is_stopped_by_the_user(void **state)
{
    struct scene *scene = *state;

    wait_at(scene, 10);
    answer(scene, true);
    work_done_cancel(&scene->works, 2);
    assert_false(atomic_load(&scene->job.stop));
    work_done_cancel(&scene->works, 1);
    assert_true(atomic_load(&scene->job.stop));
    end(scene);
    work_done_cancel(&scene->works, 1);
    assert_sent(scene, "create; begin 10 Checking x; end; ");
}

static void each_of_several_has_its_token(void **state)
{
    struct scene *scene = *state;
    struct works_done *works = &scene->works;
    struct job other = {0};

    wait_at(scene, 10);
    work_done_wait(works, &scene->client, &other, "Checking y");
    answer(scene, true);
    assert_true(work_done_answer(works, &scene->client, 2, true));
    work_done_cancel(works, 1);
    assert_true(atomic_load(&scene->job.stop));
    assert_false(atomic_load(&other.stop));
    end(scene);
    work_done_end(works, &scene->client, &other);
    assert_sent(scene, "create; 2: create; begin 10 Checking x; "
                       "2: begin 0 Checking y; end; 2: end; ");
    assert_null(works->first);
}

#define WORK_TEST(test) cmocka_unit_test_setup_teardown(test, start, stop)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORK_TEST(is_shown_once_the_client_agrees),
        WORK_TEST(is_not_shown_if_it_does_not),
        WORK_TEST(uses_a_token_that_comes_too_late),
        WORK_TEST(forgets_one_that_never_comes),
        WORK_TEST(is_kept_from_clients_that_cannot_show_it),
        WORK_TEST(says_nothing_of_short_work),
        WORK_TEST(is_stopped_by_the_user),
        WORK_TEST(each_of_several_has_its_token),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
