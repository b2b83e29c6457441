/* What is published, after which change. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "transcript.h"

#define LENGTH_OF(array) (sizeof(array) / sizeof(array)[0])

#define PUBLISHED(uri, version, items)                                        \
    "< " NOTE "'textDocument/publishDiagnostics', 'params': {"                \
    "'uri': '" uri "', 'version': " version ", 'diagnostics': [" items "]}}"
#define CLEARED(uri)                                                          \
    "< " NOTE "'textDocument/publishDiagnostics', 'params': {"                \
    "'uri': '" uri "', 'diagnostics': []}}"

#define BAD_WITH(line, start, end, more)                                      \
    "{'range': " RANGE(line, start, end) ", 'severity': 1, 'code': 'RULE', "  \
    "'source': 'incident-ls', 'message': 'this is bad'" more "}"
#define BAD(line, start, end) BAD_WITH(line, start, end, "")

static void pushed_after_every_burst(void **state)
{
    static const char *const lines[] = {
        INITIALIZE("{}"),
        INITIALIZED,
        "=",
        OPEN("a:b", "1", "x BAD"),
        "=",
        PUBLISHED("a:b", "1", BAD("0", "2", "5")),
        "=",
        CHANGE("a:b", "2", "{'range': " RANGE("0", "0", "2") ", 'text': ''}"),
        "=",
        PUBLISHED("a:b", "2", BAD("0", "0", "3")),
        /* Two documents, three changes: each is spoken of once. */
        CHANGE("a:b", "3", "{'text': 'BAD BAD'}"),
        OPEN("a:a", "7", ""),
        CHANGE("a:b", "4", "{'text': ''}"),
        CHANGE("a:b", "5", "{'text': '\\nBAD'}"),
        "=",
        PUBLISHED("a:a", "7", ""),
        PUBLISHED("a:b", "5", BAD("1", "0", "3")),
        /* Closed and gone; what never was open is passed over. */
        CLOSE("a:b"),
        CLOSE("a:b"),
        CHANGE("a:b", "6", "{'text': 'BAD'}"),
        CLEARED("a:b"),
        "=",
        NULL,
    };

    (void)state;
    transcript_run(lines);
}

/* What is asked in between needs the findings too: they are still told. */
static void pushed_after_a_request_in_the_burst(void **state)
{
    static const char *const lines[] = {
        INITIALIZE("{}"),
        INITIALIZED,
        OPEN("a:b", "1", "x"),
        "=",
        PUBLISHED("a:b", "1", ""),
        CHANGE("a:b", "2", "{'text': 'BAD'}"),
        "> " CALL "1, 'method': 'textDocument/codeLens', 'params': {"
        "'textDocument': {'uri': 'a:b'}}}",
        "< " CALL "1, 'result': []}",
        "=",
        PUBLISHED("a:b", "2", BAD("0", "0", "3")),
        "=",
        NULL,
    };

    (void)state;
    transcript_run(lines);
}

/* A client that sends changes in any order is asked for whole texts, and the
 * latest of them stays. */
static void a_late_text_is_passed_over(void **state)
{
    static const char *const lines[] = {
        "> " CALL "0, 'method': 'initialize', 'params': {'clientInfo': "
        "{'name': 'helix'}, 'capabilities': {}}}",
        "< " CALL "0, 'result': {'*': '*', 'capabilities': {'*': '*', "
        "'textDocumentSync': {'*': '*', 'change': 1}}}}",
        OPEN("a:b", "0", "BAD"),
        CHANGE("a:b", "2", "{'text': 'x BAD'}"),
        CHANGE("a:b", "1", "{'text': 'BAD BAD'}"),
        "=",
        PUBLISHED("a:b", "2", BAD("0", "2", "5")),
        CHANGE("a:b", "3", "{'text': ''}"),
        "=",
        PUBLISHED("a:b", "3", ""),
        NULL,
    };

    (void)state;
    transcript_run(lines);
}

/* Any other client's latest text is the last that came, whatever its version. */
static void a_lower_version_counts(void **state)
{
    static const char *const lines[] = {
        INITIALIZE("{}"),
        INITIALIZED,
        OPEN("a:b", "7", "BAD"),
        CHANGE("a:b", "2", "{'text': 'x BAD'}"),
        "=",
        PUBLISHED("a:b", "2", BAD("0", "2", "5")),
        CHANGE("a:b", "1", "{'text': ''}"),
        "=",
        PUBLISHED("a:b", "1", ""),
        NULL,
    };

    (void)state;
    transcript_run(lines);
}

/* A change counts whatever stands for its version; what is none is not sent
 * back. */
static void versions_of_any_kind(void **state)
{
    static const struct {
        const char *written, *read; /* "": none */
    } rows[] = {
        {", 'version': 2", "'version': 2, "},
        {", 'version': 2.0", "'version': 2, "},
        {", 'version': '2'", "'version': 2, "},
        {", 'version': -2", "'version': -2, "},
        {", 'version': null", ""},
        {", 'version': 'two'", ""},
        {", 'version': '99999999999999999999'", ""},
        {"", ""},
    };

    (void)state;
    for (size_t row = 0; row < sizeof rows / sizeof rows[0]; row++) {
        char changed[512], published[512];
        const char *const lines[] = {
            INITIALIZE("{}"), INITIALIZED, OPEN("a:b", "-3", ""), "=",
            PUBLISHED("a:b", "-3", ""), changed, "=", published, NULL,
        };

        snprintf(changed, sizeof changed,
                 "> " NOTE "'textDocument/didChange', 'params': {"
                 "'textDocument': {'uri': 'a:b'%s}, "
                 "'contentChanges': [{'text': 'BAD'}]}}",
                 rows[row].written);
        snprintf(published, sizeof published,
                 "< " NOTE "'textDocument/publishDiagnostics', 'params': {"
                 "'uri': 'a:b', %s'diagnostics': [" BAD("0", "0", "3") "]}}",
                 rows[row].read);
        transcript_run(lines);
    }
}

/* Where the client knows no versions, none can be late. */
static void texts_without_a_version(void **state)
{
    static const char *const lines[] = {
        INITIALIZE("{}"), INITIALIZED, OPEN("a:b", "null", ""), "=",
        "< " NOTE "'textDocument/publishDiagnostics', 'params': {"
        "'uri': 'a:b', 'diagnostics': []}}",
        CHANGE("a:b", "4", "{'text': 'BAD'}"),
        CHANGE("a:b", "null", "{'text': ' BAD'}"),
        CHANGE("a:b", "3", "{'text': '  BAD'}"), "=",
        PUBLISHED("a:b", "3", BAD("0", "2", "5")), NULL,
    };

    (void)state;
    transcript_run(lines);
}

static void changed_and_closed_in_one_burst(void **state)
{
    static const char *const lines[] = {
        INITIALIZE("{}"),
        INITIALIZED,
        OPEN("a:b", "1", "BAD"),
        CLOSE("a:b"),
        CLEARED("a:b"),
        "=",
        OPEN("a:b", "1", "BAD"),
        OPEN("a:b", "3", "x"),
        "=",
        PUBLISHED("a:b", "3", ""),
        NULL,
    };

    (void)state;
    transcript_run(lines);
}

static void uris_are_opaque(void **state)
{
    static const char *const lines[] = {
        INITIALIZE("{}"),
        INITIALIZED,
        OPEN("file:///c%3A/%7e/\\u0000é.md?x#y", "1", ""),
        "=",
        PUBLISHED("file:///c%3A/%7e/\\u0000é.md?x#y", "1", ""),
        CLOSE("file:///c%3A/~/\\u0000é.md?x#y"),
        CLOSE("file:///c%3A/%7e/"),
        CLOSE("file:///c%3A/%7e/\\u0000é.md?x#y"),
        CLEARED("file:///c%3A/%7e/\\u0000é.md?x#y"),
        OPEN("untitled:Untitled-1", "1", ""),
        OPEN("", "1", ""),
        "=",
        PUBLISHED("", "1", ""),
        PUBLISHED("untitled:Untitled-1", "1", ""),
        NULL,
    };

    (void)state;
    transcript_run(lines);
}

/* Positions anywhere, a range that ends before it starts, any version. */
static void changes_are_taken_as_meant(void **state)
{
    static const char *const lines[] = {
        INITIALIZE("{}"),
        INITIALIZED,
        OPEN("a:b", "5", "one\\r\\ntwo"),
        "=",
        PUBLISHED("a:b", "5", ""),
        /* one|CRLF BAD */
        CHANGE("a:b", "4", "{'range': {'start': {'line': 99, 'character': 0},"
               "'end': {'line': 1, 'character': 0}}, 'rangeLength': 77,"
               "'text': 'BAD'}"),
        "=",
        PUBLISHED("a:b", "4", BAD("1", "0", "3")),
        /* In order: first before, then behind what the first put in. */
        CHANGE("a:b", "4",
               "{'range': " RANGE("1", "0", "0") ", 'text': 'x\\n'},"
               "{'range': " RANGE("2", "3", "4294967296") ", 'text': ' BAD'}"),
        "=",
        PUBLISHED("a:b", "4", BAD("2", "0", "3") "," BAD("2", "4", "7")),
        /* All or nothing. */
        CHANGE("a:b", "6", "{'text': ''}, {'text': 3}"),
        CHANGE("a:b", "6", "{'text': ''}, {'range': {}, 'text': ''}"),
        CHANGE("a:b", "6", "{'range': " RANGE("-1", "0", "0") ", 'text': ''}"),
        CHANGE("a:b", "6", "{'range': " RANGE("'0'", "0", "0")
               ", 'text': ''}"),
        "=",
        CHANGE("a:b", "6", "{'range': " RANGE("2.0", "3", "7e0")
               ", 'text': ''}"),
        "=",
        PUBLISHED("a:b", "6", BAD("2", "0", "3")),
        /* Half a character, as UTF-16 has them, is one character. */
        CHANGE("a:b", "6", "{'range': " RANGE("2", "0", "0")
               ", 'text': '\\ud83d'}"),
        "=",
        PUBLISHED("a:b", "6", BAD("2", "1", "4")),
        /* Nothing changed but the version. */
        CHANGE("a:b", "7", ""),
        "=",
        PUBLISHED("a:b", "7", BAD("2", "1", "4")),
        NULL,
    };

    (void)state;
    transcript_run(lines);
}

static void related_only_where_it_can_be_shown(void **state)
{
    static const char *const shows[] = {
        INITIALIZE("{'textDocument': {'publishDiagnostics': {"
                   "'relatedInformation': true}}}"),
        INITIALIZED,
        OPEN("a:b", "1", "x BAD!"),
        "=",
        PUBLISHED("a:b", "1",
                  BAD_WITH("0", "2", "5",
                           ", 'relatedInformation': [{'location': {"
                           "'uri': 'a:b', 'range': " RANGE("0", "0", "1")
                           "}, 'message': 'the first'}]")),
        NULL,
    };
    static const char *const does_not[] = {
        INITIALIZE("{'textDocument': {'publishDiagnostics': {"
                   "'relatedInformation': 1}}}"),
        INITIALIZED,
        OPEN("a:b", "1", "x BAD!"),
        "=",
        PUBLISHED("a:b", "1", BAD("0", "2", "5")),
        NULL,
    };

    (void)state;
    transcript_run(shows);
    transcript_run(does_not);
}

static void codes_are_linked_only_where_that_is_shown(void **state)
{
    static const char *const lines[] = {
        INITIALIZE("{'textDocument': {'publishDiagnostics': {"
                   "'codeDescriptionSupport': true}}}"),
        INITIALIZED,
        OPEN("a:b", "1", "x BAD"),
        "=",
        PUBLISHED("a:b", "1",
                  BAD_WITH("0", "2", "5",
                           ", 'codeDescription': {'href': 'HREF'}")),
        NULL,
    };

    (void)state;
    transcript_run(lines);
}

static void the_first_encoding_we_have(void **state)
{
    static const struct {
        const char *names, *chosen, *start, *end;
    } rows[] = {
        {"[]", "utf-16", "4", "7"},
        {"null", "utf-16", "4", "7"},
        {"['utf-7']", "utf-16", "4", "7"},
        {"['utf-16']", "utf-16", "4", "7"},
        {"['utf-8', 'utf-16', 'utf-32']", "utf-8", "7", "10"},
        {"['utf-7', 3, 'utf-32', 'utf-8']", "utf-32", "3", "6"},
    };
    size_t i;

    (void)state;
    for (i = 0; i < LENGTH_OF(rows); i++) {
        char initialize[256], initialized[256], published[512];
        const char *const lines[] = {
            initialize, initialized, OPEN("a:b", "1", "é𝄞 BAD"), "=",
            published,  NULL,
        };

        snprintf(initialize, sizeof initialize,
                 INITIALIZE("{'general': {'positionEncodings': %s}}"),
                 rows[i].names);
        snprintf(initialized, sizeof initialized,
                 "< " CALL "0, 'result': {'serverInfo': '*', 'capabilities': "
                 "{'positionEncoding': '%s', 'diagnosticProvider': null, "
                 "'*': '*'}}}",
                 rows[i].chosen);
        snprintf(published, sizeof published,
                 PUBLISHED("a:b", "1", BAD("0", "%s", "%s")), rows[i].start,
                 rows[i].end);
        transcript_run(lines);
    }
}

static json_t *diagnostics_of(size_t bad_count)
{
    struct transcript transcript;
    char *text = calloc(4 * bad_count + 1024, 1);
    json_t *message, *diagnostics;
    size_t i;

    strcpy(text, NOTE "'textDocument/didOpen', 'params': {'textDocument': {"
                      "'uri': 'a:b', 'languageId': 'markdown', 'version': 1, "
                      "'text': '");
    for (i = 0; i < bad_count; i++)
        memcpy(text + strlen(text), "BAD ", 4);
    memcpy(text + strlen(text), "'}}}", 4);
    transcript_open(&transcript);
    transcript_say(&transcript, &INITIALIZE("{}")[2]);
    json_decref(transcript_hear(&transcript));
    transcript_say(&transcript, text);
    message = transcript_hear(&transcript);
    diagnostics = json_incref(json_object_get(
        json_object_get(message, "params"), "diagnostics"));
    json_decref(message);
    transcript_close(&transcript);
    free(text);
    return diagnostics;
}

static void a_thousand_and_how_many_more(void **state)
{
    static const struct {
        size_t found, shown;
        const char *last;
    } rows[] = {
        {1000, 1000, BAD("0", "3996", "3999")},
        {1001, 1001,
         "{'range': " RANGE("0", "3996", "3999") ", 'severity': 3, "
         "'source': 'incident-ls', "
         "'message': '1 more finding is not shown.'}"},
        {3000, 1001,
         "{'range': " RANGE("0", "3996", "3999") ", 'severity': 3, "
         "'source': 'incident-ls', "
         "'message': '2000 more findings are not shown.'}"},
    };
    size_t i;

    (void)state;
    for (i = 0; i < LENGTH_OF(rows); i++) {
        json_t *diagnostics = diagnostics_of(rows[i].found);
        json_t *last = transcript_json(rows[i].last);

        assert_int_equal(json_array_size(diagnostics), rows[i].shown);
        transcript_compare(last,
                           json_array_get(diagnostics, rows[i].shown - 1));
        json_decref(last);
        json_decref(diagnostics);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pushed_after_every_burst),
        cmocka_unit_test(pushed_after_a_request_in_the_burst),
        cmocka_unit_test(a_late_text_is_passed_over),
        cmocka_unit_test(a_lower_version_counts),
        cmocka_unit_test(versions_of_any_kind),
        cmocka_unit_test(texts_without_a_version),
        cmocka_unit_test(changed_and_closed_in_one_burst),
        cmocka_unit_test(uris_are_opaque),
        cmocka_unit_test(changes_are_taken_as_meant),
        cmocka_unit_test(related_only_where_it_can_be_shown),
        cmocka_unit_test(codes_are_linked_only_where_that_is_shown),
        cmocka_unit_test(the_first_encoding_we_have),
        cmocka_unit_test(a_thousand_and_how_many_more),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
