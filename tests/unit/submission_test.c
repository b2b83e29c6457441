/* How a report stands before it is posted, and what is posted of it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "transcript.h"

#define BEGIN(capabilities, options)                                          \
    INITIALIZE_WITH(capabilities, options), INITIALIZED
#define PULLING                                                               \
    "{'textDocument': {'diagnostic': {}}, 'workspace': {'diagnostics': "      \
    "{'refreshSupport': true}}}"
#define CONFIGURE(settings)                                                   \
    "> " NOTE "'workspace/didChangeConfiguration', 'params': {'settings': "   \
    "{'incident-ls': " settings "}}}"
#define PUBLISHED(items)                                                      \
    "< " NOTE "'textDocument/publishDiagnostics', 'params': {"                \
    "'uri': 'a:b', 'diagnostics': [" items "], '*': '*'}}"
#define BAD(severity) "{'severity': " severity ", '*': '*'}"
#define EXECUTE(id, command, arguments)                                       \
    "> " CALL id ", 'method': 'workspace/executeCommand', 'params': "         \
    "{'command': 'incident-ls." command "', 'arguments': " arguments "}}"
#define REFUSED(id, message)                                                  \
    "< " CALL id ", 'error': {'code': -32602, 'message': '" message "'}}"
#define REPORT                                                                \
    "Words.\\n\\n## Preliminary Incident Report\\n\\n### Summary\\n\\n"       \
    "- **Incident description:** BAD\\n"

#define DRAFT                                                                 \
    "## Preliminary Incident Report\\n\\n[incident-ls]: # (draft)\\n\\n"       \
    "### Summary\\n"

static void tells_how_reports_stand(void **state)
{
    static const char *const lines[] = {
        BEGIN("{}", "null"),
        OPEN("a:b", "1", REPORT),
        "=",
        PUBLISHED(BAD("1")),
        EXECUTE("1", "progress", "['a:b']"),
        RESULT("1", "{'reports': [{'name': 'Preliminary Incident Report', "
                    "'range': " RANGE("2", "3", "30") ", 'complete': 0, "
                    "'fields': 3, 'errors': 0, 'warnings': 0, "
                    "'words': '0 of 3 fields complete'}], "
                    "'blanks': [], 'first': " RANGE("6", "28", "31") "}"),
        CLOSE("a:b"),
        PUBLISHED(""),
        OPEN("a:b", "1", "Nothing to report."),
        EXECUTE("2", "progress", "['a:b']"),
        RESULT("2", "{'reports': [], 'blanks': []}"),
        "=",
        PUBLISHED(""),
        NULL,
    };

    (void)state;
    transcript_run(lines);
}

/* What the settings say of a draft counts no more, until the document is
 * closed. */
static void holds_a_draft_to_all_there_is(void **state)
{
    static const char *const lines[] = {
        BEGIN("{}", "{'draft': true}"),
        OPEN("a:b", "1", REPORT),
        "=",
        PUBLISHED(BAD("3")),
        EXECUTE("1", "progress", "['a:b']"),
        RESULT("1", "{'reports': '*', 'first': null, '*': '*'}"),
        "=",
        EXECUTE("2", "check", "['a:b']"),
        RESULT("2", "{'reports': '*', 'blanks': [], "
                    "'first': " RANGE("6", "28", "31") "}"),
        "=",
        PUBLISHED(BAD("1")),
        EXECUTE("3", "check", "['a:b']"),
        RESULT("3", "{'reports': '*', 'blanks': [], 'first': '*'}"),
        CONFIGURE("{'draft': true, 'guidelines': '3.1'}"),
        "=",
        PUBLISHED(BAD("1")),
        CLOSE("a:b"),
        PUBLISHED(""),
        OPEN("a:b", "1", REPORT),
        "=",
        PUBLISHED(BAD("3")),
        NULL,
    };

    (void)state;
    transcript_run(lines);
}

static void has_the_client_end_the_draft(void **state)
{
    static const char *const lines[] = {
        BEGIN("{'workspace': {'applyEdit': true}}", "null"),
        OPEN("a:b", "1", DRAFT),
        EXECUTE("1", "check", "['a:b']"),
        "< " CALL "1, 'method': 'workspace/applyEdit', 'params': {"
        "'label': '*', 'edit': {'changes': {'a:b': [{'range': "
        "{'start': {'line': 2, 'character': 0}, "
        "'end': {'line': 4, 'character': 0}}, 'newText': ''}]}}}}",
        RESULT("1", "{'reports': '*', 'blanks': [], 'edited': true}"),
        "> " NOTE "'textDocument/didChange', 'params': {'textDocument': {"
        "'uri': 'a:b', 'version': 2}, 'contentChanges': [{'range': "
        "{'start': {'line': 2, 'character': 0}, "
        "'end': {'line': 4, 'character': 0}}, 'text': ''}]}}",
        EXECUTE("2", "check", "['a:b']"),
        RESULT("2", "{'reports': '*', 'blanks': []}"),
        NULL,
    };

    (void)state;
    transcript_run(lines);
}

static void has_those_who_pull_look_again(void **state)
{
    static const char *const lines[] = {
        BEGIN(PULLING, "{'draft': true}"),
        OPEN("a:b", "1", REPORT),
        "=",
        EXECUTE("1", "check", "['a:b']"),
        RESULT("1", "{'reports': '*', 'blanks': [], 'first': '*'}"),
        "=",
        "< {'method': 'workspace/diagnostic/refresh', '*': '*'}",
        EXECUTE("2", "check", "['a:b']"),
        RESULT("2", "{'reports': '*', 'blanks': [], 'first': '*'}"),
        "=",
        NULL,
    };

    (void)state;
    transcript_run(lines);
}

static void gives_what_is_posted(void **state)
{
    static const char *const lines[] = {
        BEGIN("{}", "null"),
        OPEN("a:b", "1", REPORT "\\n[incident-ls]: # (draft)\\n\\n"
                                "## Report Closure Summary\\n\\nÜber.\\n"),
        "=",
        PUBLISHED(BAD("1")),
        EXECUTE("1", "bugzillaText", "['a:b']"),
        RESULT("1", "{'text': 'Words.\\n\\n## Preliminary Incident Report"
                    "\\n\\n### Summary\\n\\n- **Incident description:** BAD', "
                    "'length': 84, 'limit': 65535, 'errors': 0, 'above': 1}"),
        EXECUTE("2", "bugzillaText", "['a:b', {'line': 12, 'character': 3}]"),
        RESULT("2", "{'text': '## Report Closure Summary\\n\\nÜber.', "
                    "'length': 32, 'limit': 65535, 'errors': 0, 'above': 0}"),
        EXECUTE("3", "bugzillaText", "['a:b', {'line': 999, 'character': 9}]"),
        RESULT("3", "{'length': 32, '*': '*'}"),
        NULL,
    };

    (void)state;
    transcript_run(lines);
}

static void refuses_what_it_cannot_do(void **state)
{
    static const char *const lines[] = {
        BEGIN("{}", "null"),
        EXECUTE("1", "progress", "['a:b']"),
        REFUSED("1", "the document isn\\u0027t open"),
        EXECUTE("2", "check", "['a:b']"),
        REFUSED("2", "the document isn\\u0027t open"),
        EXECUTE("3", "bugzillaText", "['a:b']"),
        REFUSED("3", "the document isn\\u0027t open"),
        EXECUTE("4", "progress", "[]"),
        REFUSED("4", "arguments must be a URI and at most a position"),
        EXECUTE("5", "check", "null"),
        REFUSED("5", "arguments must be a URI and at most a position"),
        EXECUTE("6", "bugzillaText", "['a:b', 3]"),
        REFUSED("6", "arguments must be a URI and at most a position"),
        EXECUTE("7", "unheard", "[]"),
        REFUSED("7", "there is no such command"),
        NULL,
    };

    (void)state;
    transcript_run(lines);
}

static void lists_the_templates(void **state)
{
    static const char *const poor[] = {
        BEGIN("{}", "{'caOwner': {'id': 'A000123'}}"),
        EXECUTE("1", "templates", "[]"),
        RESULT("1", "[{'keyword': 'preliminary', "
                    "'name': 'Preliminary Incident Report', 'means': '*', "
                    "'text': '## Preliminary Incident Report\\n\\n"
                    "[incident-ls]: # (draft)\\n\\n### Summary"
                    "\\n- **Incident description:** What happened?\\n"
                    "- **Relevant policies:** Policy, version, section\\n"
                    "- **Source of incident disclosure:** [Who noticed it?]"
                    "\\n', 'snippet': false}, "
                    "{'keyword': 'full', '*': '*'}, "
                    "{'keyword': 'closure', '*': '*'}, "
                    "{'keyword': 'update', '*': '*'}, "
        "{'keyword': 'delay-update', '*': '*'}]"),
        NULL,
    };
    static const char *const rich[] = {
        BEGIN("{'textDocument': {'completion': {'completionItem': "
              "{'snippetSupport': true}}}}", "null"),
        EXECUTE("1", "templates", "[]"),
        RESULT("1", "[{'snippet': true, '*': '*'}, "
                    "{'snippet': true, '*': '*'}, "
                    "{'snippet': true, '*': '*'}, "
                    "{'snippet': true, '*': '*'}, "
                    "{'snippet': true, '*': '*'}]"),
        NULL,
    };

    (void)state;
    transcript_run(poor);
    transcript_run(rich);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tells_how_reports_stand),
        cmocka_unit_test(holds_a_draft_to_all_there_is),
        cmocka_unit_test(has_the_client_end_the_draft),
        cmocka_unit_test(has_those_who_pull_look_again),
        cmocka_unit_test(gives_what_is_posted),
        cmocka_unit_test(refuses_what_it_cannot_do),
        cmocka_unit_test(lists_the_templates),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
