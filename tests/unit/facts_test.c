/* What a user has answered is asked for as an edit of the report. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "transcript.h"

#define BEGIN(capabilities)                                                   \
    "> " CALL "0, 'method': 'initialize', 'params': {'capabilities': "        \
    "{'textDocument': {'diagnostic': {}}, 'workspace': {" capabilities "}}}}", \
        "< " CALL "0, 'result': '*'}"
#define APPLYING "'applyEdit': true"
#define SET(id, facts)                                                        \
    "> " CALL id ", 'method': 'workspace/executeCommand', 'params': "         \
    "{'command': 'incident-ls.setFacts', 'arguments': ['a:b', "               \
    "{'line': 0, 'character': 0}, " facts "]}}"
#define EDIT(line, start, end, text)                                          \
    "{'newText': '" text "', 'range': {"                                      \
    "'start': {'line': " line ", 'character': " start "}, "                   \
    "'end': {'line': " line ", 'character': " end "}}}"
#define ASKED(id, edits)                                                      \
    "< " CALL id ", 'method': 'workspace/applyEdit', 'params': {"             \
    "'label': 'Tell the facts of this bug', "                                 \
    "'edit': {'changes': {'a:b': [" edits "]}}}}"
#define DONE(id) "< " CALL id ", 'result': null}"
#define FAILED(id) "< " CALL id ", 'error': {'code': '*', 'message': '*'}}"
#define REPORT                                                                \
    "## Full Incident Report\\n\\n### Summary\\n\\n"                          \
    "- **CA Owner CCADB unique ID:**\\n"

static void answers_become_directives(void **state)
{
    static const char *const lines[] = {
        BEGIN(APPLYING),
        OPEN("a:b", "1", REPORT),
        SET("1", "{'aware': '1970-01-10T08:15Z', 'bug': '1234567', "
                 "'owner': 'A000123'}"),
        ASKED("1", EDIT("0", "0", "0",
                        "[incident-ls]: # (aware=1970-01-10T08:15Z, "
                        "bug=1234567)\\n\\n") ", "
                   EDIT("4", "31", "31", " A000123")),
        DONE("1"),
        SET("2", "{'posted': 'now', 'closed': '', 'bug': null}"),
        ASKED("2", EDIT("0", "0", "0",
                        "[incident-ls]: # (posted=1970-01-12T13:46Z, "
                        "closed)\\n\\n")),
        DONE("2"),
        SET("3", "{'bug': null, 'other': '7'}"),
        DONE("3"),
        NULL,
    };

    (void)state;
    transcript_run(lines);
}

static void what_cannot_be_told_is_refused(void **state)
{
    static const char *const lines[] = {
        BEGIN(APPLYING),
        OPEN("a:b", "1", REPORT),
        SET("1", "{'bug': '1) x'}"),
        FAILED("1"),
        SET("2", "7"),
        FAILED("2"),
        NULL,
    };
    static const char *const unable[] = {
        BEGIN(""),
        OPEN("a:b", "1", REPORT),
        SET("1", "{'bug': '1'}"),
        FAILED("1"),
        NULL,
    };

    (void)state;
    transcript_run(lines);
    transcript_run(unable);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(answers_become_directives),
        cmocka_unit_test(what_cannot_be_told_is_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
