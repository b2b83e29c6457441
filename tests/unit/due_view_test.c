/* What a client is told that is due: of open documents, and when to ask. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "transcript.h"

#define BEGIN                                                                 \
    "> " CALL "0, 'method': 'initialize', 'params': {'capabilities': "        \
    "{'textDocument': {'diagnostic': {}}}}}",                                 \
        "< " CALL "0, 'result': '*'}"
#define ASK(id) "> " CALL id ", 'method': 'incidentReport/due', 'params': {}}"
#define ANSWER(id, expires, threads)                                          \
    "< " CALL id ", 'result': {'reading': false, 'expires': " expires         \
    ", 'threads': [" threads "]}}"
#define CHANGED "< " NOTE "'incidentReport/dueChanged'}"
#define DIRECTIVE(facts) "[incident-ls]: # (" facts ")\\n\\n"
#define THREAD(name, kind, uri, line, due)                                    \
    "{" name "'state': '" kind "', 'closed': false, 'files': [{'uri': '" uri  \
    "', 'line': " line "}], 'due': [" due "]}"
#define DUE(title, when, by, uri, more)                                       \
    "{'title': '" title "', 'when': '" when "', 'by': '" by "', 'why': '*', " \
    "'href': '*', 'uri': '" uri "', 'line': 0, " more "}"

#define ON_TIME "'overdue': false, 'derived': false"

/* It is 1970-01-12 13:46:40. */
static void the_most_urgent_bug_comes_first(void **state)
{
    static const char *const lines[] = {
        BEGIN,
        OPEN("file:///r/a/note.md", "1", "Nothing.\\n"),
        OPEN("file:///r/b/full.md", "1",
             DIRECTIVE("disclosed=1970-01-08, bug=7")
             "## Full Incident Report\\n"),
        OPEN("untitled:Untitled-1", "1",
             DIRECTIVE("aware=1970-01-09T13:45Z")
             "## Preliminary Incident Report\\n"),
        ASK("1"),
        ANSWER("1", "36800",
               THREAD("", "Preliminary Incident Report",
                      "untitled:Untitled-1", "2",
                      DUE("First report", "overdue, 1970-01-12 13:45 UTC",
                          "1970-01-12T13:45Z", "untitled:Untitled-1",
                          "'overdue': true, 'derived': false"))
               ", "
               THREAD("'name': 'Bug 7', ", "Full Incident Report",
                      "file:///r/b/full.md", "2",
                      DUE("Update", "due in 3 days, 1970-01-15", "1970-01-15",
                          "file:///r/b/full.md",
                          "'overdue': false, 'derived': true") ", "
                      DUE("Full report", "due in 10 days, 1970-01-22",
                          "1970-01-22", "file:///r/b/full.md", ON_TIME))),
        NULL,
    };

    (void)state;
    transcript_run(lines);
}

static void a_folder_is_one_bug(void **state)
{
    static const char *const lines[] = {
        BEGIN,
        OPEN("file:///r/2.md", "1", "## Full Incident Report\\n"),
        OPEN("file:///r/1.md", "1",
             DIRECTIVE("aware=1970-01-12T00:00Z")
             "## Preliminary Incident Report\\n"),
        OPEN("file:///r/in/1.md", "1", "## Full Incident Report\\n"),
        ASK("1"),
        ANSWER("1", "36800",
               "{'state': 'Preliminary Incident Report, Full Incident Report',"
               " 'closed': false, 'files': ["
               "{'uri': 'file:///r/1.md', 'line': 2}, "
               "{'uri': 'file:///r/2.md', 'line': 0}], 'due': ["
               DUE("First report", "due in 3 days, 1970-01-15 00:00 UTC",
                   "1970-01-15T00:00Z", "file:///r/1.md", ON_TIME) "]}, "
               THREAD("", "Full Incident Report", "file:///r/in/1.md", "0",
                      "")),
        NULL,
    };

    (void)state;
    transcript_run(lines);
}

/* However much is typed, until it asks again. */
static void a_client_that_has_asked_is_told_once(void **state)
{
    static const char *const lines[] = {
        BEGIN,
        OPEN("a:b", "1", "## Full Incident Report\\n"),
        "=",
        ASK("1"),
        ANSWER("1", "36800", THREAD("", "Full Incident Report", "a:b", "0",
                                    "")),
        "=",
        CHANGE("a:b", "2", "{'text': 'x\\n'}"),
        "=",
        CHANGED,
        CHANGE("a:b", "2", "{'text': 'y\\n'}"),
        "=",
        ASK("2"),
        ANSWER("2", "36800", ""),
        "=",
        NULL,
    };

    (void)state;
    transcript_run(lines);
}

static void it_is_told_of_a_new_day(void **state)
{
    static const char *const lines[] = {
        BEGIN,
        "> " NOTE "'initialized', 'params': {}}",
        ASK("1"),
        ANSWER("1", "36800", ""),
        "=",
        NULL,
    };
    static const char *const next[] = {"=", CHANGED, NULL};
    struct transcript transcript;

    (void)state;
    transcript_open(&transcript);
    transcript_play(&transcript, lines);
    transcript.now += 36799;
    transcript_play(&transcript, (const char *const[]){"=", NULL});
    transcript.now++;
    transcript_play(&transcript, next);
    transcript_close(&transcript);
}

static void a_deadline_with_a_time_ends_the_answer(void **state)
{
    static const char *const lines[] = {
        BEGIN,
        OPEN("a:b", "1", DIRECTIVE("aware=1970-01-09T13:47Z")
             "## Preliminary Incident Report\\n"),
        ASK("1"),
        ANSWER("1", "80",
               THREAD("", "Preliminary Incident Report", "a:b", "2",
                      DUE("First report", "due today, 1970-01-12 13:47 UTC",
                          "1970-01-12T13:47Z", "a:b", ON_TIME))),
        NULL,
    };

    (void)state;
    transcript_run(lines);
}

static void folders_must_be_uris(void **state)
{
    static const char *const lines[] = {
        BEGIN,
        "> " CALL "1, 'method': 'incidentReport/due', 'params': "
        "{'folders': 1}}",
        "< " CALL "1, 'error': {'code': -32602, 'message': '*'}}",
        "> " CALL "2, 'method': 'incidentReport/due', 'params': "
        "{'folders': [null]}}",
        "< " CALL "2, 'error': {'code': -32602, 'message': '*'}}",
        "> " CALL "3, 'method': 'incidentReport/due', 'params': "
        "{'folders': ['a:b', 'file:///r', 'file:///r/'], 'again': true}}",
        ANSWER("3", "36800", ""),
        "> " CALL "4, 'method': 'incidentReport/due'}",
        ANSWER("4", "36800", ""),
        NULL,
    };

    (void)state;
    transcript_run(lines);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_most_urgent_bug_comes_first),
        cmocka_unit_test(a_folder_is_one_bug),
        cmocka_unit_test(a_client_that_has_asked_is_told_once),
        cmocka_unit_test(it_is_told_of_a_new_day),
        cmocka_unit_test(a_deadline_with_a_time_ends_the_answer),
        cmocka_unit_test(folders_must_be_uris),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
