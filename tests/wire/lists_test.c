/* Lists of certificates that a report links to: read in the background. */
#define _XOPEN_SOURCE 700 /* for mkdtemp(), realpath() */

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

#define HASH "0" HASH_REST
#define HASH_REST                                                             \
    "123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
#define GOOD "https://crt.sh/?sha256=" HASH "\n"
#define BAD "https://crt.sh/?id=7\n"

struct lists {
    struct wire wire;
    char folder[64];            /* has "in" and "out" */
};

static void write_file(const struct lists *lists, const char *name,
                       const char *content)
{
    char path[128];
    FILE *file;

    snprintf(path, sizeof path, "%s/%s", lists->folder, name);
    file = fopen(path, "w");
    assert_non_null(file);
    fputs(content, file);
    assert_int_equal(fclose(file), 0);
}

static void make_files(struct lists *lists)
{
    char in[128];
    char out[128];

    strcpy(lists->folder, "/tmp/lists-XXXXXX");
    assert_non_null(mkdtemp(lists->folder));
    snprintf(in, sizeof in, "%s/in", lists->folder);
    snprintf(out, sizeof out, "%s/out", lists->folder);
    assert_int_equal(mkdir(in, 0700) | mkdir(out, 0700), 0);
    write_file(lists, "in/bad.txt", GOOD BAD);
    write_file(lists, "in/good.txt", GOOD);
    write_file(lists, "in/bad-2.txt", BAD);
    write_file(lists, "out/bad.txt", BAD);
    write_file(lists, "out/secret.txt", BAD);
    snprintf(in, sizeof in, "%s/in/link.txt", lists->folder);
    snprintf(out, sizeof out, "%s/out/secret.txt", lists->folder);
    assert_int_equal(symlink(out, in), 0);
    snprintf(in, sizeof in, "%s/in/pipe.txt", lists->folder);
    assert_int_equal(mkfifo(in, 0600), 0);
}

static int start(void **state)
{
    struct lists *lists = calloc(1, sizeof *lists);

    make_files(lists);
    wire_open(&lists->wire);
    wire_initialize(&lists->wire,
                    "{'workspace': {'inlayHint': {'refreshSupport': true}}, "
                    "'window': {'workDoneProgress': true}}");
    *state = lists;
    return 0;
}

/* The folder is the editor's, called as some call it: with a slash. */
static int start_in_root(void **state)
{
    struct lists *lists = calloc(1, sizeof *lists);
    char call[512];

    make_files(lists);
    wire_open(&lists->wire);
    snprintf(call, sizeof call,
             "{'jsonrpc': '2.0', 'id': 0, 'method': 'initialize', 'params': "
             "{'capabilities': {}, 'rootUri': 'file://%s/'}}", lists->folder);
    wire_say(&lists->wire, call);
    json_decref(wire_hear_answer(&lists->wire, 0));
    *state = lists;
    return 0;
}

static int stop(void **state)
{
    static const char *const names[] = {
        "in/bad.txt", "in/bad-2.txt", "in/good.txt", "in/link.txt",
        "in/pipe.txt", "in/three.csv", "out/bad.txt", "out/secret.txt", "in/long.txt",
        "in", "out", ""};
    struct lists *lists = *state;

    wire_close(&lists->wire);
    for (size_t index = 0; index < sizeof names / sizeof *names; index++) {
        char path[128];

        snprintf(path, sizeof path, "%s/%s", lists->folder, names[index]);
        remove(path);
    }
    free(lists);
    return 0;
}

/* Says that METHOD happens to the report, with MORE in its textDocument. */
static void say(struct lists *lists, const char *method, const char *more)
{
    char message[1024];

    snprintf(message, sizeof message,
             "{'jsonrpc': '2.0', 'method': 'textDocument/%s', 'params': "
             "{'textDocument': {'uri': 'file://%s/in/report.md'%s}}}",
             method, lists->folder, more);
    wire_say(&lists->wire, message);
}

/* Opens a report whose Appendix is a link to TARGET; its number of
 * certificates stands on the fourth line. */
static void open_report(struct lists *lists, const char *target)
{
    char more[512];

    snprintf(more, sizeof more,
             ", 'languageId': 'markdown', 'version': 1, 'text': "
             "'## Full Incident Report\\n\\n### Impact\\n"
             "- **Total number of certificates:** 2\\n\\n"
             "### Appendix\\n\\n"
             "[The list](%s)\\n'", target);
    say(lists, "didOpen", more);
}

static bool has_message(const json_t *items, const char *words)
{
    const json_t *item;
    size_t index;

    json_array_foreach(items, index, item) {
        if (strstr(json_string_value(json_object_get(item, "message")),
                   words))
            return true;
    }
    return false;
}

/* Waits for diagnostics of NAME with WORDS in one of them; NULL: without any
 * at all. */
static void hear(struct lists *lists, const char *name, const char *words)
{
    bool heard = false;

    while (!heard) {
        json_t *message = wire_hear_call(&lists->wire,
                                         "textDocument/publishDiagnostics");
        const json_t *params = json_object_get(message, "params");
        const json_t *items = json_object_get(params, "diagnostics");
        const char *uri = json_string_value(json_object_get(params, "uri"));

        assert_null(strstr(uri, "secret"));
        if (strstr(uri, name))
            heard = words ? has_message(items, words)
                          : !json_array_size(items);
        json_decref(message);
    }
}

static void are_read_and_summed_up(void **state)
{
    struct lists *lists = *state;

    open_report(lists, "bad.txt");
    hear(lists, "/in/bad.txt", "?id=7");
    hear(lists, "/in/report.md", "has warnings (1)");
}

static void are_held_against_the_total(void **state)
{
    struct lists *lists = *state;

    write_file(lists, "in/three.csv",
               "Certificate SHA-256 hash,Subject,Issuer\n"
               "1" HASH_REST ",CN=a,CN=i\n2" HASH_REST ",CN=b,CN=i\n"
               "3" HASH_REST ",CN=c,CN=i\n");
    open_report(lists, "three.csv");
    hear(lists, "/in/report.md",
         "3 certificates are listed, but only 2 are affected");
}

static void are_read_again_on_save(void **state)
{
    struct lists *lists = *state;

    open_report(lists, "../in/./bad.txt");
    hear(lists, "/in/bad.txt", "?id=7");
    write_file(lists, "in/bad.txt", GOOD);
    say(lists, "didSave", "");
    hear(lists, "/in/bad.txt", NULL);
}

static void are_cleared_with_their_report(void **state)
{
    struct lists *lists = *state;

    open_report(lists, "bad.txt");
    hear(lists, "/in/bad.txt", "?id=7");
    say(lists, "didClose", "");
    hear(lists, "/in/bad.txt", NULL);
}

/* The report gets another text, with APPENDIX and so many certificates. */
static void change_report(struct lists *lists, const char *count,
                          const char *appendix)
{
    char message[1024];

    snprintf(message, sizeof message,
             "{'jsonrpc': '2.0', 'method': 'textDocument/didChange', "
             "'params': {'textDocument': {'uri': 'file://%s/in/report.md', "
             "'version': 2}, 'contentChanges': [{'text': "
             "'## Full Incident Report\\n\\n### Impact\\n"
             "- **Total number of certificates:** %s\\n\\n"
             "### Appendix\\n\\n%s\\n'}]}}",
             lists->folder, count, appendix);
    wire_say(&lists->wire, message);
}

static void are_cleared_where_no_link_is_left(void **state)
{
    struct lists *lists = *state;

    open_report(lists, "bad.txt");
    hear(lists, "/in/bad.txt", "?id=7");
    change_report(lists, "2", "None.");
    hear(lists, "/in/bad.txt", NULL);
}

static void are_read_again_when_the_report_says_more(void **state)
{
    struct lists *lists = *state;

    open_report(lists, "bad.txt");
    hear(lists, "/in/bad.txt", "?id=7");
    change_report(lists, "20000", "[The list](bad.txt)");
    hear(lists, "/in/bad.txt", "?id=7");
}

static void are_read_side_by_side(void **state)
{
    struct lists *lists = *state;
    bool one = false;
    bool two = false;

    open_report(lists, "good.txt");
    change_report(lists, "2", "[One](bad.txt), [two](bad-2.txt)");
    while (!one || !two) {
        json_t *message = wire_hear_call(&lists->wire,
                                         "textDocument/publishDiagnostics");
        const json_t *params = json_object_get(message, "params");
        const char *uri = json_string_value(json_object_get(params, "uri"));

        one |= strstr(uri, "/in/bad.txt") != NULL;
        two |= strstr(uri, "/in/bad-2.txt") != NULL;
        json_decref(message);
    }
}

static void are_read_in_the_editors_folder(void **state)
{
    struct lists *lists = *state;

    open_report(lists, "../out/bad.txt");
    hear(lists, "/out/bad.txt", "?id=7");
}

static void are_not_read_elsewhere(void **state)
{
    static const char *const targets[] = {"link.txt", "../out/secret.txt",
                                          "pipe.txt", "none.txt", "/etc/x.txt"};
    struct lists *lists = *state;

    for (size_t index = 0; index < sizeof targets / sizeof *targets; index++) {
        open_report(lists, targets[index]);
        hear(lists, "/in/report.md", "can't be read");
        say(lists, "didClose", "");
    }
}

/* Once they are, the client hears that there are more hints to be had. */
static void are_counted(void **state)
{
    struct lists *lists = *state;
    char call[512];
    json_t *answer;
    const json_t *hint;

    open_report(lists, "bad.txt");
    json_decref(wire_hear_call(&lists->wire, "workspace/inlayHint/refresh"));
    snprintf(call, sizeof call,
             "{'jsonrpc': '2.0', 'id': 7, 'method': 'textDocument/inlayHint', "
             "'params': {'textDocument': {'uri': 'file://%s/in/report.md'}, "
             "'range': {'start': {'line': 0, 'character': 0}, "
             "'end': {'line': 9, 'character': 0}}}}",
             lists->folder);
    wire_say(&lists->wire, call);
    answer = wire_hear_answer(&lists->wire, 7);
    hint = json_array_get(json_object_get(answer, "result"), 0);
    assert_string_equal(json_string_value(json_object_get(hint, "label")),
                        "2 attached");
    json_decref(answer);
}

/* A list that takes a second or so: a certificate, and then blank lines. */
static void write_long(const struct lists *lists)
{
    static char blank[1 << 20];
    char path[128];
    FILE *file;

    memset(blank, '\n', sizeof blank);
    snprintf(path, sizeof path, "%s/in/long.txt", lists->folder);
    file = fopen(path, "w");
    assert_non_null(file);
    fputs(BAD, file);
    for (size_t i = 0; i < 128; i++)
        assert_int_equal(fwrite(blank, sizeof blank, 1, file), 1);
    assert_int_equal(fclose(file), 0);
}

/* Waits for progress of that kind, of the work that TOKEN names. */
static void hear_progress(struct lists *lists, const char *kind,
                          json_int_t token)
{
    bool heard = false;

    while (!heard) {
        json_t *message = wire_hear_call(&lists->wire, "$/progress");
        const json_t *params = json_object_get(message, "params");
        const json_t *value = json_object_get(params, "value");

        assert_int_equal(json_integer_value(json_object_get(params, "token")),
                         token);
        heard = !strcmp(json_string_value(json_object_get(value, "kind")),
                        kind);
        json_decref(message);
    }
}

/* The server asks for a token: it gets it, and the work is shown. */
static void show_work(struct lists *lists, json_int_t token)
{
    json_t *request = wire_hear_call(&lists->wire,
                                     "window/workDoneProgress/create");
    char answer[128];

    snprintf(answer, sizeof answer,
             "{'jsonrpc': '2.0', 'id': %lld, 'result': null}",
             (long long)json_integer_value(json_object_get(request, "id")));
    wire_say(&lists->wire, answer);
    json_decref(request);
    hear_progress(lists, "begin", token);
}

/* The next diagnostics don't say that the list can't be read. */
static void hear_no_complaint(struct lists *lists)
{
    json_t *message = wire_hear_call(&lists->wire,
                                     "textDocument/publishDiagnostics");
    const json_t *params = json_object_get(message, "params");

    assert_true(json_array_size(json_object_get(params, "diagnostics")) > 0);
    assert_false(has_message(json_object_get(params, "diagnostics"),
                             "can't be read"));
    json_decref(message);
}

/* What takes long is shown, and stopped by the user; saving begins it anew. */
static void are_shown_and_stopped(void **state)
{
    struct lists *lists = *state;

    write_long(lists);
    open_report(lists, "long.txt");
    show_work(lists, 1);
    wire_say(&lists->wire, "{'jsonrpc': '2.0', 'method': 'window/"
                           "workDoneProgress/cancel', 'params': "
                           "{'token': 1}}");
    hear_progress(lists, "end", 1);
    hear_no_complaint(lists);
    say(lists, "didSave", "");
    show_work(lists, 2);
}

/* What changes during the reading counts in the next one. */
static void are_read_anew_if_the_report_has_changed(void **state)
{
    struct lists *lists = *state;

    write_long(lists);
    open_report(lists, "long.txt");
    show_work(lists, 1);
    change_report(lists, "20000", "[The list](long.txt)");
    wire_say(&lists->wire, "{'jsonrpc': '2.0', 'method': 'window/"
                           "workDoneProgress/cancel', 'params': "
                           "{'token': 1}}");
    show_work(lists, 2);
}

/* The program ends although a list is being read. */
static void hold_nobody_up(void **state)
{
    struct lists *lists = *state;

    open_report(lists, "good.txt");
    wire_say(&lists->wire, "{'jsonrpc': '2.0', 'id': 9, 'method': "
                           "'shutdown'}");
    json_decref(wire_hear_answer(&lists->wire, 9));
    wire_say(&lists->wire, "{'jsonrpc': '2.0', 'method': 'exit'}");
    assert_int_equal(wire_status(&lists->wire), 0);
}

#define LISTS_TEST(test) cmocka_unit_test_setup_teardown(test, start, stop)

int main(void)
{
    const struct CMUnitTest tests[] = {
        LISTS_TEST(are_read_and_summed_up),
        LISTS_TEST(are_held_against_the_total),
        LISTS_TEST(are_read_again_on_save),
        LISTS_TEST(are_cleared_with_their_report),
        LISTS_TEST(are_cleared_where_no_link_is_left),
        LISTS_TEST(are_read_again_when_the_report_says_more),
        LISTS_TEST(are_read_side_by_side),
        cmocka_unit_test_setup_teardown(are_read_in_the_editors_folder,
                                        start_in_root, stop),
        LISTS_TEST(are_counted),
        LISTS_TEST(are_not_read_elsewhere),
        LISTS_TEST(are_shown_and_stopped),
        LISTS_TEST(are_read_anew_if_the_report_has_changed),
        LISTS_TEST(hold_nobody_up),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
