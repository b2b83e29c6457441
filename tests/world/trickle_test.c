/* What is read and written in small pieces, and late, is the same. */
#define _DEFAULT_SOURCE /* for mkdtemp() */

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "file.h"
#include "frame.h"
#include "trickle.h"
#include "wire.h"

#define SEEDS 20

#define LIMIT ((size_t)1 << 20)

#define URI "'textDocument': {'uri': 'a:b'"
#define AT(line, character) "{'line': " #line ", 'character': " #character "}"
#define CALL(id, method, more)                                                 \
    "{'jsonrpc': '2.0', 'id': " #id ", 'method': '" method                     \
    "', 'params': {" URI "}" more "}}"

/* What is said, each once that many messages have come of what was before. */
static const struct {
    const char *json; /* NULL: the report is opened */
    size_t messages;
} steps[] = {
    {"{'jsonrpc': '2.0', 'id': 0, 'method': 'initialize', 'params': "
     "{'capabilities': {}}}",
     1},
    {"{'jsonrpc': '2.0', 'method': 'initialized', 'params': {}}", 0},
    {NULL, 1},
    {CALL(1, "textDocument/completion", ", 'position': " AT(4, 6)), 1},
    {CALL(2, "textDocument/hover", ", 'position': " AT(4, 6)), 1},
    {CALL(3, "textDocument/documentSymbol", ""), 1},
    {CALL(4, "incidentReport/preview", ""), 1},
    {"{'jsonrpc': '2.0', 'method': 'textDocument/didChange', 'params': {" URI
     ", 'version': 2}, 'contentChanges': [{'range': {'start': " AT(
         4, 3) ", 'end': " AT(5, 0) "}, 'text': 'x'}]}}",
     1},
    {CALL(5, "textDocument/formatting",
          ", 'options': {'tabSize': 4, 'insertSpaces': true}"),
     1},
    {"{'jsonrpc': '2.0', 'id': 6, 'method': 'shutdown'}", 1},
    {"{'jsonrpc': '2.0', 'method': 'exit'}", 0},
};

/* False at the end of the program's output. */
static bool read_more(const struct wire *wire, struct buffer *heard)
{
    struct pollfd stream = {wire->from, POLLIN, 0};
    char bytes[4096];
    ssize_t length;

    if (poll(&stream, 1, WIRE_PATIENCE) != 1)
        fail_msg("the program says nothing more");
    length = read(wire->from, bytes, sizeof bytes);
    assert_return_code(length, errno);
    buffer_add(heard, bytes, (size_t)length);
    return length > 0;
}

/* How many whole messages BYTES are. */
static size_t count_messages(const struct buffer *bytes)
{
    struct frame_reader reader = {0};
    struct frame frame;
    size_t used = 0;
    size_t count = 0;

    do {
        frame = frame_next(&reader, bytes->bytes + used, bytes->length - used);
        count += frame.kind == FRAME_MESSAGE;
        used += frame.consumed;
    } while (frame.kind == FRAME_MESSAGE);
    return count;
}

static void open_report(struct wire *wire)
{
    struct buffer text = {NULL, 0, 0};

    assert_true(file_read(SAMPLES "/faulty.md", LIMIT, &text));
    wire_add_message(
        wire, json_pack("{s:s, s:s, s:{s:{s:s, s:s, s:i, s:s%}}}", "jsonrpc",
                        "2.0", "method", "textDocument/didOpen", "params",
                        "textDocument", "uri", "a:b", "languageId", "markdown",
                        "version", 1, "text", text.bytes, text.length));
    buffer_free(&text);
}

/* Waits for the program's end, which must be a good one: STATUS. */
static void finish(struct wire *wire, struct buffer *heard, int status)
{
    int ended;

    while (read_more(wire, heard))
        ;
    assert_int_equal(waitpid(wire->process, &ended, 0), wire->process);
    wire->process = -1;
    assert_true(WIFEXITED(ended));
    assert_int_equal(WEXITSTATUS(ended), status);
    wire_close(wire);
}

/* All that the server says. */
static struct buffer serve(void)
{
    struct buffer heard = {NULL, 0, 0};
    struct wire wire;
    size_t messages = 0;

    wire_open(&wire);
    buffer_add(&heard, "", 0);
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        if (steps[i].json)
            wire_add(&wire, steps[i].json);
        else
            open_report(&wire);
        wire_push(&wire);
        messages += steps[i].messages;
        while (count_messages(&heard) < messages)
            assert_true(read_more(&wire, &heard));
    }
    finish(&wire, &heard, 0);
    return heard;
}

/* What is found, by `check --fix`, in a report and a list; then the report. */
static struct buffer check(void)
{
    static const char list[] = "https://crt.sh/?id=7\nhttps://crt.sh/?id=7\n";
    static const char *const command[] = {
        INCIDENT_LS,  "check",     "--fix",    "--today",
        "2026-11-01", "report.md", "list.csv", NULL};
    struct buffer heard = {NULL, 0, 0};
    struct wire wire;
    FILE *file = fopen("list.csv", "w");

    assert_non_null(file);
    fputs(list, file);
    assert_int_equal(fclose(file), 0);
    file = fopen("report.md", "w");
    assert_non_null(file);
    fputs("## Full Incident Report\n\n### Summary\n\n"
          "- **CA Owner CCADB unique ID:** a000123\n",
          file);
    assert_int_equal(fclose(file), 0);
    wire_open_command(&wire, command);
    finish(&wire, &heard, 1);
    assert_true(file_read("report.md", LIMIT, &heard));
    assert_non_null(strstr(heard.bytes, "A000123"));
    return heard;
}

/* Adds to COUNTS what the programs have TOLD since. */
static void add_told(int told, size_t counts[TRICKLE_KINDS])
{
    uint32_t some[TRICKLE_KINDS];

    while (read(told, some, sizeof some) == (ssize_t)sizeof some) {
        for (size_t kind = 0; kind < TRICKLE_KINDS; kind++)
            counts[kind] += some[kind];
    }
}

static void set_number(const char *name, int number)
{
    char digits[16];

    snprintf(digits, sizeof digits, "%d", number);
    assert_return_code(setenv(name, digits, 1), errno);
}

/* RUN gives the same whether or not its bytes trickle. */
static void compare(struct buffer (*run)(void))
{
    struct buffer expected = run();
    size_t counts[TRICKLE_KINDS] = {0};
    int told[2];

    assert_return_code(pipe(told), errno);
    assert_return_code(fcntl(told[0], F_SETFL, O_NONBLOCK), errno);
    set_number("TRICKLE_TOLD", told[1]);
    assert_return_code(setenv("LD_PRELOAD", TRICKLE, 1), errno);
    for (int seed = 1; seed <= SEEDS; seed++) {
        struct buffer heard;

        set_number("TRICKLE", seed);
        heard = run();
        if (strcmp(heard.bytes, expected.bytes))
            fail_msg("with seed %d it says: %s", seed, heard.bytes);
        buffer_free(&heard);
    }
    unsetenv("LD_PRELOAD");
    add_told(told[0], counts);
    print_message("%zu short, %zu interrupted, %zu blocked\n",
                  counts[TRICKLE_SHORT], counts[TRICKLE_INTERRUPTED],
                  counts[TRICKLE_BLOCKED]);
    for (size_t kind = 0; kind < TRICKLE_KINDS; kind++)
        assert_true(counts[kind] || (run == check && kind == TRICKLE_BLOCKED));
    close(told[0]);
    close(told[1]);
    buffer_free(&expected);
}

static void of_the_server(void **state)
{
    (void)state;
    compare(serve);
}

static void of_the_command_line(void **state)
{
    char folder[] = "/tmp/trickle-XXXXXX";

    (void)state;
    assert_non_null(mkdtemp(folder));
    assert_return_code(chdir(folder), errno);
    compare(check);
    remove("list.csv");
    remove("report.md");
    assert_return_code(chdir("/"), errno);
    assert_return_code(rmdir(folder), errno);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(of_the_server),
        cmocka_unit_test(of_the_command_line),
    };

    signal(SIGPIPE, SIG_IGN);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
