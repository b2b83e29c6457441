/* Streams as no editor sends them, but as servers meet them. */
#define _GNU_SOURCE /* for F_SETPIPE_SZ */

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <time.h>

#include <cmocka.h>

#include "wire.h"

#define CHANGES 10000

#define SHUTDOWN "{'jsonrpc': '2.0', 'id': 9, 'method': 'shutdown'}"
#define EXIT "{'jsonrpc': '2.0', 'method': 'exit'}"

/* A report with something to say in most of its sections. */
#define REPORT                                                                \
    "## Full Incident Report\\n\\n### Summary\\n\\n"                          \
    "- CA Owner CCADB unique ID: x\\n- Incident description: TBD\\n"          \
    "- Timeline summary:\\n  - Non-compliance start date: 2025-99-99\\n\\n"   \
    "### Impact\\n\\n- Total number of certificates: many\\n\\n"              \
    "### Timeline\\n\\nAll times are UTC.\\n\\n### Impact\\n\\n"              \
    "### Action Items\\n\\n| a | b |\\n| - | - |\\n| 1 | 2 |\\n"

#define DID_OPEN(uri, text)                                                   \
    "{'jsonrpc': '2.0', 'method': 'textDocument/didOpen', 'params': "         \
    "{'textDocument': {'uri': '" uri "', 'languageId': 'markdown', "          \
    "'version': 1, 'text': '" text "'}}}"

static void finish(struct wire *wire)
{
    wire_add(wire, SHUTDOWN);
    wire_add(wire, EXIT);
    wire_flush(wire);
    json_decref(wire_hear_answer(wire, 9));
    assert_int_equal(wire_status(wire), 0);
}

static void byte_by_byte(void **state)
{
    struct wire *wire = *state;
    struct wire whole = {.to = -1, .from = -1};
    json_t *message;
    size_t i;

    wire_initialize(wire, "{}");
    wire_add(&whole, DID_OPEN("a:b", REPORT));
    for (i = 0; i < whole.unsent.length; i++) {
        wire_add_bytes(wire, whole.unsent.bytes + i, 1);
        wire_flush(wire);
    }
    buffer_free(&whole.unsent);
    message = wire_hear_call(wire, "textDocument/publishDiagnostics");
    json_decref(message);
    finish(wire);
}

/* The diagnostics of the next publication of URI at VERSION, new. */
static json_t *published(struct wire *wire, const char *uri,
                         json_int_t version)
{
    for (;;) {
        json_t *message =
            wire_hear_call(wire, "textDocument/publishDiagnostics");
        json_t *params = json_object_get(message, "params");
        json_t *items = json_object_get(params, "diagnostics");

        if (!strcmp(json_string_value(json_object_get(params, "uri")), uri) &&
            json_integer_value(json_object_get(params, "version")) ==
                version) {
            json_incref(items);
            json_decref(message);
            return items;
        }
        json_decref(message);
    }
}

/* One change of a word in the second section, to and fro. */
static void add_change(struct wire *wire, int version)
{
    char change[320];

    snprintf(change, sizeof change,
             "{'jsonrpc': '2.0', 'method': 'textDocument/didChange', "
             "'params': {'textDocument': {'uri': 'a:b', 'version': %d}, "
             "'contentChanges': [{'range': "
             "{'start': {'line': %d, 'character': 0}, "
             "'end': {'line': %d, 'character': 0}}, 'text': '%s'}]}}",
             version, version % 2 ? 6 : 5, version % 2 ? 7 : 5,
             version % 2 ? "" : "- Incident description: TBD\\n");
    wire_add(wire, change);
}

static void many_changes_at_once(void **state)
{
    struct wire *wire = *state;
    json_t *after, *afresh;
    int i;

    wire_initialize(wire, "{}");
    wire_say(wire, DID_OPEN("a:b", REPORT));
    json_decref(published(wire, "a:b", 1));
    for (i = 2; i < CHANGES + 2; i++)
        add_change(wire, i);
    wire_flush(wire);
    after = published(wire, "a:b", CHANGES + 1);
    wire_say(wire, DID_OPEN("a:a", REPORT));
    afresh = published(wire, "a:a", 1);
    assert_true(json_array_size(afresh) > 3);
    assert_true(json_equal(after, afresh));
    json_decref(after);
    json_decref(afresh);
    finish(wire);
}

/* Asks for far more answers than pipe and queue hold, and reads none. */
static void ask_too_much(struct wire *wire, json_int_t count)
{
    char call[128];

    wire_initialize(wire, "{}");
    for (json_int_t i = 1; i <= count; i++) {
        snprintf(call, sizeof call,
                 "{'jsonrpc': '2.0', 'id': %lld, 'method': 'unheard'}",
                 (long long)i + 1000);
        wire_add(wire, call);
    }
    wire_push(wire);
    assert_true(wire->unsent.length > 0);
}

static void a_slow_reader_gets_it_all(void **state)
{
    const json_int_t count = 100000;
    struct wire *wire = *state;
    json_int_t i;

    ask_too_much(wire, count);
    for (i = 1; i <= count; i++) {
        json_t *message = wire_hear(wire);

        assert_int_equal(json_integer_value(json_object_get(message, "id")),
                         i + 1000);
        json_decref(message);
    }
    finish(wire);
}

/* A client that hangs: it has closed its end, and reads no more. */
static void nobody_writes_or_reads(void **state)
{
    time_t end = time(NULL) + WIRE_PATIENCE / 1000;
    struct wire *wire = *state;
    pid_t ended = 0;
    int status = 0;

    ask_too_much(wire, 100000);
    wire_close_input(wire);
    while (!ended && time(NULL) <= end) {
        poll(NULL, 0, 10);
        ended = waitpid(wire->process, &status, WNOHANG);
    }
    assert_int_equal(ended, wire->process);
    wire->process = -1;
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 1);
}

/* What the kernel calls the state of the program's process: S if it sleeps. */
static char state_of(const struct wire *wire)
{
    char path[64], line[256];
    FILE *file;
    const char *name;

    snprintf(path, sizeof path, "/proc/%ld/stat", (long)wire->process);
    file = fopen(path, "r");
    assert_non_null(file);
    assert_non_null(fgets(line, sizeof line, file));
    fclose(file);
    name = strrchr(line, ')');
    assert_non_null(name);
    return name[2];
}

/* Waits until the program has taken all that was sent and waits for more. */
static void wait_until_idle(const struct wire *wire)
{
    time_t end = time(NULL) + WIRE_PATIENCE / 1000;
    int left;

    do {
        assert_return_code(ioctl(wire->to, FIONREAD, &left), errno);
        if (time(NULL) > end)
            fail_msg("the program takes no more");
        poll(NULL, 0, 1);
    } while (left || state_of(wire) != 'S');
}

/* How many publications come until that of VERSION, this one included. */
static int count_until(struct wire *wire, json_int_t version)
{
    json_int_t heard = 0;
    int count = 0;

    for (; heard != version; count++) {
        json_t *message =
            wire_hear_call(wire, "textDocument/publishDiagnostics");
        json_t *params = json_object_get(message, "params");

        heard = json_integer_value(json_object_get(params, "version"));
        json_decref(message);
    }
    return count;
}

/* Changes come one by one, and nobody reads what is found: only what was on
 * its way already, and the latest, is ever sent. */
static void a_slow_reader_misses_what_is_superseded(void **state)
{
    struct wire *wire = *state;
    int version = 1;

    wire_initialize(wire, "{}");
    wire_say(wire, DID_OPEN("a:b", REPORT));
    json_decref(published(wire, "a:b", version));
    assert_return_code(fcntl(wire->from, F_SETPIPE_SZ, 4096), errno);
    while (version < 100) {
        add_change(wire, ++version);
        wire_push(wire);
        wait_until_idle(wire);
    }
    assert_in_range(count_until(wire, version), 2, 5);
    finish(wire);
}

static void garbage_and_a_message(void **state)
{
    static const char *const garbage[] = {
        "\r\n\r\n", "Content-Length: -1\r\n\r\n{}", "{\"jsonrpc\":\"2.0\"}",
        "Content-Length: 99999999999999999999\r\n\r\n", "GET / HTTP/1.1\r\n",
        "Content-Length: 2\r\n\r\n{]",
    };
    struct wire *wire = *state;
    int i;

    for (i = 0; i < 20000; i++)
        wire_add_bytes(wire, garbage[i % 6], strlen(garbage[i % 6]));
    wire_flush(wire);
    wire_initialize(wire, "{}");
    finish(wire);
}

/* 10 MB of document in one message, then it is closed again. */
static void a_large_document(void **state)
{
    const size_t size = 10000000;
    struct wire *wire = *state;
    struct buffer message = {NULL, 0, 0};
    size_t i;

    buffer_add_string(&message,
                      "{'jsonrpc': '2.0', 'method': 'textDocument/didOpen', "
                      "'params': {'textDocument': {'uri': 'a:b', "
                      "'languageId': 'markdown', 'version': 1, 'text': '");
    for (i = 0; i < size / 10; i++)
        buffer_add_string(&message, "123456789 ");
    buffer_add_string(&message, "'}}}");
    wire_initialize(wire, "{}");
    wire_say(wire, message.bytes);
    buffer_free(&message);
    json_decref(published(wire, "a:b", 1));
    finish(wire);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WIRE_TEST(byte_by_byte),
        WIRE_TEST(many_changes_at_once),
        WIRE_TEST(a_slow_reader_gets_it_all),
        WIRE_TEST(nobody_writes_or_reads),
        WIRE_TEST(a_slow_reader_misses_what_is_superseded),
        WIRE_TEST(garbage_and_a_message),
        WIRE_TEST(a_large_document),
    };

    signal(SIGPIPE, SIG_IGN);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
