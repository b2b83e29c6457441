/* What clients get that ask for the diagnostics of a text. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "transcript.h"

#define PULLING "{'textDocument': {'diagnostic': {}}}"
#define PULL(id, uri, previous)                                               \
    "> " CALL id ", 'method': 'textDocument/diagnostic', 'params': {"         \
    "'textDocument': {'uri': '" uri "'}" previous "}}"
#define FULL(id, result, items)                                               \
    "< " CALL id ", 'result': {'kind': 'full', 'resultId': '" result "', "    \
    "'items': [" items "]}}"
#define UNCHANGED(id, result)                                                 \
    "< " CALL id ", 'result': {'kind': 'unchanged', 'resultId': '" result     \
    "'}}"
#define BAD(line, start, end)                                                 \
    "{'range': " RANGE(line, start, end) ", 'severity': 1, 'code': 'RULE', "  \
    "'source': 'incident-ls', 'message': 'this is bad'}"

static void pulled_by_those_who_can(void **state)
{
    static const char *const lines[] = {
        INITIALIZE(PULLING),
        "< " CALL "0, 'result': {'serverInfo': '*', 'capabilities': {"
        "'positionEncoding': 'utf-16', 'textDocumentSync': '*',"
        "'diagnosticProvider': {'identifier': 'incident-ls',"
        "'interFileDependencies': false, 'workspaceDiagnostics': false}, "
        "'*': '*'}}}",
        OPEN("a:b", "1", "BAD"),
        "=",
        PULL("1", "a:b", ""),
        FULL("1", "1000000-1", BAD("0", "0", "3")),
        PULL("2", "a:b", ", 'previousResultId': '1000000-1'"),
        UNCHANGED("2", "1000000-1"),
        PULL("3", "a:b", ", 'previousResultId': '999999-1'"),
        FULL("3", "1000000-1", BAD("0", "0", "3")),
        PULL("4", "a:b", ", 'previousResultId': null"),
        FULL("4", "1000000-1", BAD("0", "0", "3")),
        /* A burst: the answer is of the text as it stands in its turn. */
        CHANGE("a:b", "2", "{'text': 'x BAD'}"),
        PULL("5", "a:b", ", 'previousResultId': '1000000-1'"),
        CHANGE("a:b", "3", "{'text': ''}"),
        PULL("6", "a:b", ", 'previousResultId': '1000000-1'"),
        FULL("5", "1000000-2", BAD("0", "2", "5")),
        FULL("6", "1000000-3", ""),
        "=",
        CLOSE("a:b"),
        PULL("7", "a:b", ""),
        "< " CALL "7, 'result': {'kind': 'full', 'items': []}}",
        "=",
        NULL,
    };

    (void)state;
    transcript_run(lines);
}

#define DAY(day)                                                              \
    "{'range': " RANGE("0", "0", "3") ", 'severity': 1, 'code': 'RULE', "     \
    "'source': 'incident-ls', 'message': 'day " day "'}"

static void another_day_is_another_check(void **state)
{
    static const char *const one[] = {
        INITIALIZE(PULLING),
        INITIALIZED,
        OPEN("a:b", "1", "DAY"),
        PULL("1", "a:b", ""),
        FULL("1", "1000000-1", DAY("11")),
        NULL,
    };
    static const char *const the_next[] = {
        PULL("2", "a:b", ", 'previousResultId': '1000000-1'"),
        FULL("2", "1000000-2", DAY("12")),
        NULL,
    };
    static const char *const back_again[] = {
        PULL("3", "a:b", ", 'previousResultId': '1000000-2'"),
        FULL("3", "1000000-3", DAY("11")),
        NULL,
    };
    struct transcript transcript;

    (void)state;
    transcript_open(&transcript);
    transcript_play(&transcript, one);
    transcript.now = 12 * 86400;
    transcript_play(&transcript, the_next);
    transcript.now = 11 * 86400 + 86399;
    transcript_play(&transcript, back_again);
    transcript_close(&transcript);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pulled_by_those_who_can),
        cmocka_unit_test(another_day_is_another_check),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
