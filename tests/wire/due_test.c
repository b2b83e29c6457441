/* What is due in the reports of a folder, which are read in the background. */
#define _XOPEN_SOURCE 700 /* for mkdtemp() */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "wire.h"

#define LATE "[incident-ls]: # (aware=2026-01-01)\n## Preliminary Incident Report\n"
#define PROMISED "[incident-ls]: # (next-update=2099-01-01)\n## Full Incident Report\n"

struct folder {
    struct wire wire;
    char path[64];
    int asked;
};

static void write_file(const struct folder *folder, const char *name,
                       const char *content)
{
    char path[128];
    FILE *file;

    snprintf(path, sizeof path, "%s/%s", folder->path, name);
    file = fopen(path, "w");
    assert_non_null(file);
    fputs(content, file);
    assert_int_equal(fclose(file), 0);
}

static void make_folder(const struct folder *folder, const char *name)
{
    char path[128];

    snprintf(path, sizeof path, "%s/%s", folder->path, name);
    assert_int_equal(mkdir(path, 0700), 0);
}

static int start(void **state)
{
    struct folder *folder = calloc(1, sizeof *folder);
    char call[512];

    strcpy(folder->path, "/tmp/due-XXXXXX");
    assert_non_null(mkdtemp(folder->path));
    make_folder(folder, "in");
    make_folder(folder, ".hidden");
    make_folder(folder, "node_modules");
    write_file(folder, "late.md", LATE);
    write_file(folder, "in/\xC3\xA9 1.MD", "\xEF\xBB\xBF" PROMISED);
    write_file(folder, "in/broken.md", "\xFF" LATE);
    write_file(folder, "in/report.txt", LATE);
    write_file(folder, ".hidden/late.md", LATE);
    write_file(folder, "node_modules/late.md", LATE);
    snprintf(call, sizeof call, "%s/in/pipe.md", folder->path);
    assert_int_equal(mkfifo(call, 0600), 0);
    wire_open(&folder->wire);
    snprintf(call, sizeof call,
             "{'jsonrpc': '2.0', 'id': 0, 'method': 'initialize', 'params': "
             "{'capabilities': {}, 'rootUri': 'file://%s'}}", folder->path);
    wire_say(&folder->wire, call);
    json_decref(wire_hear_answer(&folder->wire, 0));
    *state = folder;
    return 0;
}

static int stop(void **state)
{
    static const char *const names[] = {
        "late.md", "in/\xC3\xA9 1.MD", "in/broken.md", "in/report.txt",
        "in/pipe.md", "in/new.md", ".hidden/late.md", "node_modules/late.md",
        "in", ".hidden", "node_modules", ""};
    struct folder *folder = *state;

    wire_close(&folder->wire);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        char path[128];

        snprintf(path, sizeof path, "%s/%s", folder->path, names[i]);
        remove(path);
    }
    free(folder);
    return 0;
}

/* The threads of the answer to a request with PARAMS. */
static json_t *ask(struct folder *folder, const char *params, bool *reading)
{
    char call[256];
    json_t *answer;
    json_t *threads;

    folder->asked++;
    snprintf(call, sizeof call,
             "{'jsonrpc': '2.0', 'id': %d, 'method': 'incidentReport/due', "
             "'params': %s}", folder->asked, params);
    wire_say(&folder->wire, call);
    answer = wire_hear_answer(&folder->wire, folder->asked);
    threads = json_incref(
        json_object_get(json_object_get(answer, "result"), "threads"));
    *reading = json_is_true(
        json_object_get(json_object_get(answer, "result"), "reading"));
    json_decref(answer);
    return threads;
}

/* The same once all files are read, as the server says. */
static json_t *ask_until_read(struct folder *folder, const char *params)
{
    bool reading;
    json_t *threads = ask(folder, params, &reading);

    while (reading) {
        json_decref(threads);
        json_decref(wire_hear_call(&folder->wire, "incidentReport/dueChanged"));
        threads = ask(folder, "{}", &reading);
    }
    return threads;
}

static const char *first_file(const json_t *threads, size_t index)
{
    const json_t *files =
        json_object_get(json_array_get(threads, index), "files");

    return json_string_value(
        json_object_get(json_array_get(files, 0), "uri"));
}

static void ends_in(const char *uri, const char *end)
{
    assert_non_null(uri);
    assert_true(strlen(uri) >= strlen(end));
    assert_string_equal(uri + strlen(uri) - strlen(end), end);
}

static void all_reports_below_are_read(void **state)
{
    struct folder *folder = *state;
    json_t *threads = ask_until_read(folder, "{}");

    assert_int_equal(json_array_size(threads), 2);
    ends_in(first_file(threads, 0), "/late.md");
    ends_in(first_file(threads, 1), "/in/%C3%A9%201.MD");
    json_decref(threads);
}

static void an_open_document_goes_before_its_file(void **state)
{
    struct folder *folder = *state;
    json_t *threads = ask_until_read(folder, "{}");
    char call[512];
    bool reading;

    json_decref(threads);
    snprintf(call, sizeof call,
             "{'jsonrpc': '2.0', 'method': 'textDocument/didOpen', 'params': "
             "{'textDocument': {'uri': 'file://%s/l%%61te.md', "
             "'languageId': 'markdown', 'version': 1, 'text': "
             "'## Full Incident Report'}}}", folder->path);
    wire_say(&folder->wire, call);
    json_decref(wire_hear_call(&folder->wire, "incidentReport/dueChanged"));
    threads = ask(folder, "{}", &reading);
    assert_false(reading);
    assert_int_equal(json_array_size(threads), 2);
    ends_in(first_file(threads, 1), "/l%61te.md");
    json_decref(threads);
}

static void a_change_that_is_told_is_seen(void **state)
{
    struct folder *folder = *state;
    json_t *threads = ask_until_read(folder, "{}");

    json_decref(threads);
    write_file(folder, "in/new.md", PROMISED);
    wire_say(&folder->wire,
             "{'jsonrpc': '2.0', 'method': 'workspace/didChangeWatchedFiles', "
             "'params': {'changes': []}}");
    json_decref(wire_hear_call(&folder->wire, "incidentReport/dueChanged"));
    threads = ask_until_read(folder, "{}");
    assert_int_equal(json_array_size(threads), 3);
    json_decref(threads);
}

static void another_look_needs_no_telling(void **state)
{
    struct folder *folder = *state;
    json_t *threads = ask_until_read(folder, "{}");

    json_decref(threads);
    write_file(folder, "in/new.md", PROMISED);
    threads = ask_until_read(folder, "{'again': true}");
    assert_int_equal(json_array_size(threads), 3);
    json_decref(threads);
    threads = ask_until_read(folder, "{'folders': []}");
    assert_int_equal(json_array_size(threads), 0);
    json_decref(threads);
}

#define FOLDER_TEST(test) cmocka_unit_test_setup_teardown(test, start, stop)

int main(void)
{
    const struct CMUnitTest tests[] = {
        FOLDER_TEST(all_reports_below_are_read),
        FOLDER_TEST(an_open_document_goes_before_its_file),
        FOLDER_TEST(a_change_that_is_told_is_seen),
        FOLDER_TEST(another_look_needs_no_telling),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
