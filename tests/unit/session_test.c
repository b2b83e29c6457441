/* The life cycle, ids, errors, cancelling: each request is answered once. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "frame.h"
#include "transcript.h"

#define LENGTH_OF(array) (sizeof(array) / sizeof(array)[0])

#define SHUTDOWN "> " CALL "9, 'method': 'shutdown'}"
#define SHUT_DOWN "< " CALL "9, 'result': null}"
#define EXIT "> " NOTE "'exit'}"
#define INITIALIZE_ROWS 3            /* wrong ones, before a good one */
#define ERROR(code) "'error': {'code': " #code ", 'message': '*'}}"

static void a_good_life_ends_with_0(void **state)
{
    static const char *const lines[] = {
        INITIALIZE("{}"),
        "< " CALL "0, 'result': {"
        "'capabilities': {"
        "'positionEncoding': 'utf-16',"
        "'textDocumentSync': {'openClose': true, 'change': 2,"
        "'save': {'includeText': false}}, '*': '*'},"
        "'serverInfo': {'name': 'incident-ls', 'version': '*'}}}",
        "> " NOTE "'initialized', 'params': {}}",
        SHUTDOWN,
        SHUT_DOWN,
        EXIT,
        "> " CALL "1, 'method': 'shutdown'}",
        NULL,
    };

    (void)state;
    assert_int_equal(transcript_run(lines), 0);
}

static void any_other_ends_with_1(void **state)
{
    static const char *const exits_first[] = {EXIT, NULL};
    static const char *const never_shut_down[] = {INITIALIZE("{}"), INITIALIZED,
                                                  EXIT, NULL};
    static const char *const never_exits[] = {
        INITIALIZE("{}"), INITIALIZED, SHUTDOWN, SHUT_DOWN, NULL,
    };
    static const char *const shut_down_too_early[] = {
        SHUTDOWN, "< " CALL "9, " ERROR(-32002), EXIT, NULL,
    };

    (void)state;
    assert_int_equal(transcript_run(exits_first), 1);
    assert_int_equal(transcript_run(never_shut_down), 1);
    assert_int_equal(transcript_run(never_exits), 1);
    assert_int_equal(transcript_run(shut_down_too_early), 1);
}

static void before_initialize_nothing_is_done(void **state)
{
    static const char *const lines[] = {
        "> " NOTE "'textDocument/didOpen', 'params': {'textDocument': {"
        "'uri': 'a:b', 'languageId': 'markdown', 'version': 1,"
        "'text': 'BAD'}}}",
        "> " CALL "1, 'method': 'textDocument/hover', 'params': {}}",
        "< " CALL "1, " ERROR(-32002),
        "> " CALL "2, 'method': 'initialize', 'params': {}}",
        "< " CALL "2, " ERROR(-32602),
        "> " CALL "3, 'method': '$/unheard'}",
        "< " CALL "3, " ERROR(-32002),
        "=",
        INITIALIZE("{}"),
        INITIALIZED,
        "=",
        INITIALIZE("{}"),
        "< " CALL "0, " ERROR(-32600),
        NULL,
    };

    (void)state;
    transcript_run(lines);
}

static void after_shutdown_requests_are_refused(void **state)
{
    static const char *const lines[] = {
        INITIALIZE("{}"),
        INITIALIZED,
        SHUTDOWN,
        SHUT_DOWN,
        SHUTDOWN,
        "< " CALL "9, " ERROR(-32600),
        "> " CALL "1, 'method': 'unheard'}",
        "< " CALL "1, " ERROR(-32600),
        "> " NOTE "'textDocument/didOpen', 'params': {'textDocument': {"
        "'uri': 'a:b', 'languageId': 'markdown', 'version': 1,"
        "'text': 'BAD'}}}",
        "=",
        NULL,
    };

    (void)state;
    transcript_run(lines);
}

static void unknown_methods(void **state)
{
    static const char *const lines[] = {
        INITIALIZE("{}"),
        INITIALIZED,
        "> " NOTE "'unheard'}",
        "> " NOTE "'$/unheard', 'params': []}",
        "> " NOTE "'$/setTrace', 'params': {'value': 'off'}}",
        "> " NOTE "'shutdown'}",
        "> " NOTE "'textDocument/didChange', 'params': 3}",
        "< {'jsonrpc': '2.0', 'id': null, " ERROR(-32600),
        "> " CALL "1, 'method': 'unheard'}",
        "> " CALL "'1', 'method': '$/unheard'}",
        "> " CALL "null, 'method': 'exit'}",
        "> " CALL "4, 'method': 'shutdown\\u0000'}",
        "< " CALL "1, " ERROR(-32601),
        "< " CALL "'1', " ERROR(-32601),
        "< " CALL "null, " ERROR(-32601),
        "< " CALL "4, " ERROR(-32601),
        NULL,
    };

    (void)state;
    transcript_run(lines);
}

#define ABOUT "'params': {'textDocument': {'uri': 'a:b'"

/* A notification has no answer: it changes nothing, and the log says why. */
static void wrong_params_of_notifications(void **state)
{
    static const char *const lines[] = {
        INITIALIZE("{}"),
        INITIALIZED,
        "> " NOTE "'textDocument/didOpen'}",
        "> " NOTE "'textDocument/didOpen', " ABOUT ", 'version': 1}}}",
        "> " NOTE "'textDocument/didChange', " ABOUT ", 'version': 1}}}",
        "> " NOTE "'textDocument/didChange', " ABOUT ", 'version': 1}, "
        "'contentChanges': []}}",
        "> " NOTE "'textDocument/didClose'}",
        "> " NOTE "'textDocument/didClose', " ABOUT "}}}",
        "> " NOTE "'window/workDoneProgress/cancel', 'params': {}}",
        "> " NOTE "'window/workDoneProgress/cancel', 'params': "
        "{'token': true}}",
        "> " NOTE "'window/workDoneProgress/cancel', 'params': "
        "{'token': 'none of ours'}}",
        "=",
        SHUTDOWN,
        SHUT_DOWN,
        EXIT,
        NULL,
    };

    (void)state;
    assert_int_equal(transcript_run(lines), 0);
}

#define PLACE "{'line': 0, 'character': 0}"

static void requests_about_what_is_not_open(void **state)
{
    static const char *const lines[] = {
        INITIALIZE("{}"),
        INITIALIZED,
        "> " CALL "1, 'method': 'textDocument/selectionRange', " ABOUT
        "}, 'positions': [" PLACE "]}}",
        "> " CALL "2, 'method': 'textDocument/rangeFormatting', " ABOUT
        "}, 'range': {'start': " PLACE ", 'end': " PLACE "}}}",
        "> " CALL "3, 'method': 'textDocument/rename', " ABOUT
        "}, 'position': " PLACE ", 'newName': 'x'}}",
        "> " CALL "4, 'method': 'textDocument/rename', " ABOUT
        "}, 'position': " PLACE "}}",
        "< " CALL "1, 'result': null}",
        "< " CALL "2, 'result': null}",
        "< " CALL "3, " ERROR(-32602),
        "< " CALL "4, " ERROR(-32602),
        NULL,
    };

    (void)state;
    transcript_run(lines);
}

static void what_is_no_message_is_said_to_be_none(void **state)
{
    static const char *const lines[] = {
        "> {",
        "< {'jsonrpc': '2.0', 'id': null, " ERROR(-32700),
        "> []",
        "> {}",
        "> " CALL "1.5, 'method': 'initialize'}",
        "< {'jsonrpc': '2.0', 'id': null, " ERROR(-32600),
        "< {'jsonrpc': '2.0', 'id': null, " ERROR(-32600),
        "< {'jsonrpc': '2.0', 'id': null, " ERROR(-32600),
        "> " CALL "1, 'result': []}",
        "> " CALL "'a', 'error': {}}",
        "> " CALL "null, 'result': 1}",
        INITIALIZE("{}"),
        INITIALIZED,
        NULL,
    };

    (void)state;
    transcript_run(lines);
}

static void cancelling(void **state)
{
    static const char *const lines[] = {
        INITIALIZE("{}"),
        INITIALIZED,
        /* In time: in the same burst, by the same id. */
        "> " CALL "1, 'method': 'textDocument/diagnostic', 'params': {}}",
        "> " CALL "'1', 'method': 'textDocument/diagnostic', 'params': {}}",
        "> " CALL "2, 'method': 'textDocument/diagnostic', 'params': {}}",
        "> " NOTE "'$/cancelRequest', 'params': {'id': '1'}}",
        "< " CALL "1, " ERROR(-32602),
        "< " CALL "'1', " ERROR(-32800),
        "< " CALL "2, " ERROR(-32602),
        /* Too late, or nothing to cancel. */
        "> " NOTE "'$/cancelRequest', 'params': {'id': 2}}",
        "> " NOTE "'$/cancelRequest', 'params': {'id': 77}}",
        "> " NOTE "'$/cancelRequest', 'params': {}}",
        "> " NOTE "'$/cancelRequest'}",
        "> " NOTE "'$/cancelRequest', 'params': [1]}",
        "> " CALL "2, 'method': 'unheard'}",
        "< " CALL "2, " ERROR(-32601),
        /* A cancelled shutdown hasn't happened. */
        "> " CALL "3, 'method': 'shutdown'}",
        "> " NOTE "'$/cancelRequest', 'params': {'id': 3}}",
        "< " CALL "3, " ERROR(-32800),
        EXIT,
        NULL,
    };

    (void)state;
    assert_int_equal(transcript_run(lines), 1);
}

/* The message names the member that is missing or wrong. */
static void wrong_params_of_requests(void **state)
{
    static const struct {
        const char *method, *params, *named;
    } rows[] = {
        {"initialize", "[]", "params"},
        {"initialize", "{'processId': 'x', 'capabilities': {}}", "processId"},
        {"initialize", "{'capabilities': []}", "capabilities"},
        {"textDocument/diagnostic", "{}", "textDocument.uri"},
        {"textDocument/diagnostic", "[]", "textDocument.uri"},
        {"textDocument/diagnostic", "{'textDocument': {'uri': 1}}",
         "textDocument.uri"},
        {"textDocument/diagnostic",
         "{'textDocument': {'uri': 'a'}, 'previousResultId': 1}",
         "previousResultId"},
    };
    struct transcript transcript;
    char call[256];
    size_t i;

    (void)state;
    transcript_open(&transcript);
    for (i = 0; i < LENGTH_OF(rows); i++) {
        json_t *message, *error;

        if (i == INITIALIZE_ROWS) {
            transcript_say(&transcript, &INITIALIZE("{}")[2]);
            json_decref(transcript_hear(&transcript));
        }
        snprintf(call, sizeof call, CALL "%zu, 'method': '%s', 'params': %s}",
                 i, rows[i].method, rows[i].params);
        transcript_say(&transcript, call);
        message = transcript_hear(&transcript);
        error = json_object_get(message, "error");
        assert_int_equal(json_integer_value(json_object_get(error, "code")),
                         -32602);
        assert_non_null(
            strstr(json_string_value(json_object_get(error, "message")),
                   rows[i].named));
        json_decref(message);
    }
    transcript_close(&transcript);
}

static const char *const whole_life[] = {
    CALL "0, 'method': 'initialize', 'params': {'capabilities': {}}}",
    NOTE "'initialized', 'params': {}}",
    NOTE "'textDocument/didOpen', 'params': {'textDocument': {'uri': 'a:b',"
         "'languageId': 'markdown', 'version': 1, 'text': 'BAD é\\u0000'}}}",
    "{",
    CALL "'x', 'method': 'unheard'}",
    CALL "1, 'method': 'shutdown'}",
    NOTE "'exit'}",
};

/* All of WHOLE_LIFE framed, with garbage between; the caller frees it. */
static char *new_stream(size_t *length)
{
    char *stream = malloc(4096);
    size_t i;

    *length = 0;
    for (i = 0; i < LENGTH_OF(whole_life); i++) {
        char *body = strdup(whole_life[i]);
        char *quote;

        while ((quote = strchr(body, '\'')))
            *quote = '"';
        *length += frame_header(stream + *length, strlen(body));
        memcpy(stream + *length, body, strlen(body));
        *length += strlen(body);
        memcpy(stream + *length, "junk\n", 5);
        *length += 5;
        free(body);
    }
    return stream;
}

static void deliver(struct transcript *transcript, const char *bytes,
                    size_t length)
{
    session_receive(transcript->session, bytes, length);
    while (session_step(transcript->session))
        ;
}

static void a_stream_cut_anywhere_is_answered_alike(void **state)
{
    size_t length;
    char *stream = new_stream(&length);
    json_t *answers = NULL;
    size_t cut;

    (void)state;
    for (cut = 0; cut < length; cut++) {
        struct transcript transcript;

        transcript_open(&transcript);
        deliver(&transcript, stream, cut);
        deliver(&transcript, stream + cut, length - cut);
        assert_true(session_is_over(transcript.session));
        assert_int_equal(session_status(transcript.session), 0);
        if (!answers)
            answers = json_incref(transcript.sent);
        assert_int_equal(json_array_size(answers), 4);
        assert_true(json_equal(answers, transcript.sent));
        transcript_close(&transcript);
    }
    json_decref(answers);
    free(stream);
}

static void a_message_too_long_is_refused(void **state)
{
    static const char head[] = "Content-Length: 67108865\r\n\r\n";
    const size_t piece = (size_t)1 << 20;
    char *bytes = calloc(piece, 1);
    struct transcript transcript;
    json_t *expected =
        transcript_json("{'jsonrpc': '2.0', 'id': null, " ERROR(-32600));
    json_t *answer;
    int i;

    (void)state;
    transcript_open(&transcript);
    deliver(&transcript, head, strlen(head));
    for (i = 0; i < 64; i++)
        deliver(&transcript, bytes, piece);
    deliver(&transcript, bytes, 1);
    answer = transcript_hear(&transcript);
    transcript_compare(expected, answer);
    transcript_say(&transcript, &INITIALIZE("{}")[2]);
    json_decref(answer);
    answer = transcript_hear(&transcript);
    assert_non_null(json_object_get(answer, "result"));
    json_decref(answer);
    json_decref(expected);
    transcript_close(&transcript);
    free(bytes);
}

static void the_parent_is_the_process_named(void **state)
{
    static const struct {
        const char *id;
        long parent;
    } rows[] = {
        {"null", 0}, {"1234", 1234}, {"0", 0}, {"-1", 0}, {"2147483648", 0},
    };
    size_t i;

    (void)state;
    for (i = 0; i < LENGTH_OF(rows); i++) {
        struct transcript transcript;
        char call[160];

        snprintf(call, sizeof call,
                 CALL "1, 'method': 'initialize', 'params': "
                 "{'processId': %s, 'capabilities': {}}}",
                 rows[i].id);
        transcript_open(&transcript);
        assert_int_equal(session_parent(transcript.session), 0);
        transcript_say(&transcript, call);
        assert_int_equal(session_parent(transcript.session), rows[i].parent);
        transcript_close(&transcript);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_good_life_ends_with_0),
        cmocka_unit_test(any_other_ends_with_1),
        cmocka_unit_test(before_initialize_nothing_is_done),
        cmocka_unit_test(after_shutdown_requests_are_refused),
        cmocka_unit_test(unknown_methods),
        cmocka_unit_test(wrong_params_of_notifications),
        cmocka_unit_test(requests_about_what_is_not_open),
        cmocka_unit_test(what_is_no_message_is_said_to_be_none),
        cmocka_unit_test(cancelling),
        cmocka_unit_test(wrong_params_of_requests),
        cmocka_unit_test(a_stream_cut_anywhere_is_answered_alike),
        cmocka_unit_test(a_message_too_long_is_refused),
        cmocka_unit_test(the_parent_is_the_process_named),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
