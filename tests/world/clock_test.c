/* The day changes under open reports, by itself or by leaps. */
#include <errno.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "file.h"
#include "wire.h"

#define LIMIT ((size_t)1 << 20)

#define DAY 86400

/* The days on which the sample's certificates had yet to be revoked, on which
 * they were, and on which all of it is past. */
#define BEFORE (20706 * (time_t)DAY) /* 2026-09-10 */
#define NEXT (BEFORE + DAY)
#define LATER (BEFORE + 60 * DAY)

static void set_clock(int clock, time_t now)
{
    assert_int_equal(pwrite(clock, &now, sizeof now, 0), sizeof now);
}

static void open_report(struct wire *wire)
{
    struct buffer text = {NULL, 0, 0};

    assert_true(file_read(SAMPLES "/full.md", LIMIT, &text));
    wire_add_message(
        wire, json_pack("{s:s, s:s, s:{s:{s:s, s:s, s:i, s:s%}}}", "jsonrpc",
                        "2.0", "method", "textDocument/didOpen", "params",
                        "textDocument", "uri", "a:b", "languageId", "markdown",
                        "version", 1, "text", text.bytes, text.length));
    wire_flush(wire);
    buffer_free(&text);
}

/* How many findings come next, though nobody has asked. */
static size_t findings(struct wire *wire)
{
    json_t *message = wire_hear_call(wire, "textDocument/publishDiagnostics");
    size_t count = json_array_size(
        json_object_get(json_object_get(message, "params"), "diagnostics"));

    json_decref(message);
    return count;
}

static int start(void **state)
{
    FILE *clock = tmpfile();
    char descriptor[16];

    assert_non_null(clock);
    snprintf(descriptor, sizeof descriptor, "%d", fileno(clock));
    assert_return_code(setenv("CLOCK", descriptor, 1), errno);
    assert_return_code(setenv("LD_PRELOAD", CLOCK, 1), errno);
    *state = clock;
    return 0;
}

static int stop(void **state)
{
    unsetenv("LD_PRELOAD");
    return fclose(*state);
}

/* The server is started at SECOND of the day BEFORE. */
static void begin(struct wire *wire, int clock, time_t second)
{
    set_clock(clock, BEFORE + second);
    wire_open(wire);
    wire_initialize(wire, "{}");
    wire_say(wire, "{'jsonrpc': '2.0', 'method': 'initialized', 'params': {}}");
    open_report(wire);
}

static void at_midnight(void **state)
{
    int clock = fileno(*state);
    struct wire wire;
    size_t before;

    begin(&wire, clock, DAY - 10);
    before = findings(&wire);
    assert_true(before);
    set_clock(clock, NEXT);
    assert_in_range(findings(&wire), 1, before - 1);
    wire_close(&wire);
}

/* As when a machine has slept, or its clock was wrong. */
static void by_leaps(void **state)
{
    int clock = fileno(*state);
    struct wire wire;
    size_t before;

    begin(&wire, clock, DAY / 2);
    before = findings(&wire);
    set_clock(clock, LATER);
    assert_int_equal(findings(&wire), 0);
    set_clock(clock, BEFORE);
    assert_int_equal(findings(&wire), before);
    set_clock(clock, -LATER);
    assert_true(findings(&wire) > before);
    set_clock(clock, LATER);
    assert_int_equal(findings(&wire), 0);
    wire_close(&wire);
}

#define CLOCK_TEST(test) cmocka_unit_test_setup_teardown(test, start, stop)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CLOCK_TEST(at_midnight),
        CLOCK_TEST(by_leaps),
    };

    signal(SIGPIPE, SIG_IGN);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
