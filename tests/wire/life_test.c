/* How the real program begins and, above all, how it ends. */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "wire.h"

#define SHUTDOWN "{'jsonrpc': '2.0', 'id': 9, 'method': 'shutdown'}"
#define EXIT "{'jsonrpc': '2.0', 'method': 'exit'}"

static void shut_down_as_it_should_be(void **state)
{
    struct wire *wire = *state;

    wire_initialize(wire, "{}");
    wire_say(wire, SHUTDOWN);
    json_decref(wire_hear_answer(wire, 9));
    wire_say(wire, EXIT);
    assert_int_equal(wire_status(wire), 0);
}

static void shut_down_in_one_breath(void **state)
{
    struct wire *wire = *state;

    wire_initialize(wire, "{}");
    wire_add(wire, SHUTDOWN);
    wire_add(wire, EXIT);
    wire_flush(wire);
    json_decref(wire_hear_answer(wire, 9));
    assert_int_equal(wire_status(wire), 0);
}

/* Whether the kernel says LINE of the program's process. */
static bool kernel_says(const struct wire *wire, const char *line)
{
    char path[64];
    char status[4096];
    FILE *file;
    size_t length;

    snprintf(path, sizeof path, "/proc/%ld/status", (long)wire->process);
    file = fopen(path, "r");
    assert_non_null(file);
    length = fread(status, 1, sizeof status - 1, file);
    status[length] = '\0';
    fclose(file);
    return strstr(status, line);
}

static void limited_by_the_kernel(void **state)
{
    struct wire *wire = *state;

    wire_initialize(wire, "{}");
    if (!SANDBOX)
        skip();
    assert_true(kernel_says(wire, "\nNoNewPrivs:\t1\n"));
    assert_true(kernel_says(wire, "\nSeccomp:\t2\n"));
}

static void exit_without_shutdown(void **state)
{
    struct wire *wire = *state;

    wire_initialize(wire, "{}");
    wire_say(wire, EXIT);
    assert_int_equal(wire_status(wire), 1);
}

static void the_end_of_input(void **state)
{
    struct wire *wire = *state;

    wire_initialize(wire, "{}");
    wire_close_input(wire);
    assert_int_equal(wire_status(wire), 1);
}

static void the_end_of_input_in_the_middle_of_a_message(void **state)
{
    struct wire *wire = *state;

    wire_initialize(wire, "{}");
    wire_add_bytes(wire, "Content-Length: 99\r\n\r\n{", 23);
    wire_flush(wire);
    wire_close_input(wire);
    assert_int_equal(wire_status(wire), 1);
}

static void terminated(void **state)
{
    struct wire *wire = *state;

    wire_initialize(wire, "{}");
    kill(wire->process, SIGTERM);
    assert_int_equal(wire_status(wire), 1);
}

static void nobody_reads(void **state)
{
    struct wire *wire = *state;

    wire_initialize(wire, "{}");
    wire_close_output(wire);
    wire_add(wire, SHUTDOWN);
    wire_push(wire);
    assert_int_equal(wire_status(wire), 1);
}

static pid_t idle_process(void)
{
    pid_t process = fork();

    if (!process) {
        for (;;)
            pause();
    }
    return process;
}

/* The second answer comes only after the first message is wholly done with. */
static void name_process(struct wire *wire, pid_t process)
{
    char call[160];

    snprintf(call, sizeof call,
             "{'jsonrpc': '2.0', 'id': 0, 'method': 'initialize', 'params': "
             "{'processId': %ld, 'capabilities': {}}}",
             (long)process);
    wire_say(wire, call);
    json_decref(wire_hear_answer(wire, 0));
    wire_say(wire, "{'jsonrpc': '2.0', 'id': 1, 'method': 'unheard'}");
    json_decref(wire_hear_answer(wire, 1));
}

/* The pipes stay open: only the process that was named is gone. */
static void the_parent_is_killed(void **state)
{
    struct wire *wire = *state;
    pid_t parent = idle_process();

    name_process(wire, parent);
    kill(parent, SIGKILL);
    waitpid(parent, NULL, 0);
    assert_int_equal(wire_status(wire), 1);
}

/* One that can't be seen from the start is no reason to end. */
static void the_parent_was_never_there(void **state)
{
    struct wire *wire = *state;
    pid_t parent = idle_process();
    struct pollfd stream = {wire->from, POLLIN, 0};

    kill(parent, SIGKILL);
    waitpid(parent, NULL, 0);
    name_process(wire, parent);
    assert_int_equal(poll(&stream, 1, 3500), 0);
    wire_say(wire, SHUTDOWN);
    json_decref(wire_hear_answer(wire, 9));
}

/* Runs the program by a shell that sets its streams up and then its LIMITS;
 * returns its status. */
static int limited_status_of(const char *redirections, const char *limits)
{
    char command[512];
    int status;

    snprintf(command, sizeof command, "exec 2>/dev/null %s; %s exec %s --stdio",
             redirections, limits, INCIDENT_LS);
    status = system(command);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static int status_of(const char *redirections)
{
    return limited_status_of(redirections, "");
}

/* A sanitizer would want some for itself. */
static void no_descriptors_are_left(void **state)
{
    (void)state;
    if (SANITIZE)
        skip();
    assert_int_equal(limited_status_of("</dev/null >&2", "ulimit -n 8;"), 1);
}

static void streams_that_are_no_pipes(void **state)
{
    (void)state;
    assert_int_equal(status_of("</dev/null >/dev/null"), 1);
    assert_int_equal(status_of("<&- >/dev/null"), 1);
    assert_int_equal(status_of("</dev/null >&-"), 1);
    assert_int_equal(status_of("<&- >&-"), 1);
    assert_int_equal(status_of("</ >/dev/null"), 1);
}

static void write_life(const char *path)
{
    static const char life[] =
        "Content-Length: 75\r\n\r\n"
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\","
        "\"params\":{\"capabilities\":{}}}"
        "Content-Length: 44\r\n\r\n"
        "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"shutdown\"}"
        "Content-Length: 33\r\n\r\n"
        "{\"jsonrpc\":\"2.0\",\"method\":\"exit\"}";
    int file = open(path, O_WRONLY);

    assert_int_equal(write(file, life, strlen(life)), strlen(life));
    close(file);
}

static void files_for_streams(void **state)
{
    char in[] = "/tmp/incident-ls-in-XXXXXX";
    char out[] = "/tmp/incident-ls-out-XXXXXX";
    char redirections[128], written[4096];
    int file;
    ssize_t length;

    (void)state;
    close(mkstemp(in));
    file = mkstemp(out);
    write_life(in);
    snprintf(redirections, sizeof redirections, "<%s >%s", in, out);
    assert_int_equal(status_of(redirections), 0);
    length = read(file, written, sizeof written - 1);
    assert_true(length > 0);
    written[length] = '\0';
    assert_non_null(strstr(written, "\"id\":1,\"result\":{"));
    assert_non_null(strstr(written, "\"id\":2,\"result\":null}"));
    close(file);
    remove(in);
    remove(out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WIRE_TEST(shut_down_as_it_should_be),
        WIRE_TEST(shut_down_in_one_breath),
        WIRE_TEST(limited_by_the_kernel),
        WIRE_TEST(exit_without_shutdown),
        WIRE_TEST(the_end_of_input),
        WIRE_TEST(the_end_of_input_in_the_middle_of_a_message),
        WIRE_TEST(terminated),
        WIRE_TEST(nobody_reads),
        WIRE_TEST(the_parent_is_killed),
        WIRE_TEST(the_parent_was_never_there),
        cmocka_unit_test(no_descriptors_are_left),
        cmocka_unit_test(streams_that_are_no_pipes),
        cmocka_unit_test(files_for_streams),
    };

    signal(SIGPIPE, SIG_IGN);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
