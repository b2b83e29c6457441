/* What clients get when they ask what can be done. */
#define _XOPEN_SOURCE 700 /* for mkdtemp() */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "transcript.h"

#define LITERALS(more)                                                        \
    "'textDocument': {'diagnostic': {}, 'codeAction': {"                      \
    "'codeActionLiteralSupport': {'codeActionKind': {'valueSet': []}}" more   \
    "}}"
#define SIMPLE "{" LITERALS("") "}"
#define FULL                                                                  \
    "{" LITERALS(", 'isPreferredSupport': true") ", 'workspace': {"           \
    "'workspaceEdit': {'documentChanges': true, "                             \
    "'resourceOperations': ['create']}}}"

#define ASK(id, line, start, end, context)                                    \
    "> " CALL id ", 'method': 'textDocument/codeAction', 'params': {"         \
    "'textDocument': {'uri': 'a:b'}, 'range': " RANGE(line, start, end) ", "  \
    "'context': {'diagnostics': []" context "}}}"
#define GIVEN(id, actions) "< " CALL id ", 'result': [" actions "]}"

#define BAD(line, start, end)                                                 \
    "{'range': " RANGE(line, start, end) ", 'severity': 1, 'code': 'RULE', "  \
    "'source': 'incident-ls', 'message': 'this is bad'}"
#define QUOTED(word) "\\'" word "\\'"
#define EDIT(range, text) "{'range': " range ", 'newText': '" text "'}"
#define CHANGES(edit) "'edit': {'changes': {'a:b': [" edit "]}}"
#define QUICK_FIX(title, diagnostic, edit)                                    \
    "{'title': '" title "', 'kind': 'quickfix', 'diagnostics': ["             \
    diagnostic "], " CHANGES(edit) "}"

/* Before what silences the rule: so that comes last, where nothing is mended,
 * too. */
#define EXPLAIN(diagnostic)                                                   \
    "{'title': 'What the rule " QUOTED("RULE") " wants', "                    \
    "'kind': 'quickfix', 'diagnostics': [" diagnostic "], 'command': {"       \
    "'title': 'What the rule " QUOTED("RULE") " wants', "                     \
    "'command': 'incident-ls.explain', 'arguments': ['RULE']}}"

/* The four that BAD? on the second line has, as a simple client gets them. */
#define ONE                                                                   \
    QUICK_FIX("Replace with " QUOTED("GOOD"), BAD("1", "2", "5"),             \
              EDIT(RANGE("1", "2", "5"), "GOOD"))
#define TWO                                                                   \
    QUICK_FIX("Write " QUOTED("FINE"), BAD("1", "2", "5"),                    \
              EDIT(RANGE("1", "2", "5"), "FINE"))
#define THREE                                                                 \
    QUICK_FIX("Ignore " QUOTED("RULE") " in this report",                     \
              BAD("1", "2", "5"),                                             \
              EDIT(RANGE("0", "0", "0"),                                      \
                   "[incident-ls-disable]: # (RULE)\\r\\n\\r\\n"))
#define ALL                                                                   \
    "{'title': 'Make all fixes that change no meaning', "                     \
    "'kind': 'source.fixAll.incident-ls', "                                   \
    CHANGES(EDIT(RANGE("1", "2", "5"), "FINE")) "}"

static void given_at_a_place(void **state)
{
    static const char *const lines[] = {
        INITIALIZE(SIMPLE),
        INITIALIZED,
        OPEN("a:b", "1", "x\\r\\n𝄞BAD?\\r\\n\\r\\nBAD\\r\\n"),
        ASK("1", "0", "0", "1", ""),
        GIVEN("1", ""),
        /* A cursor at either end is at the word. */
        ASK("2", "1", "5", "5", ""),
        GIVEN("2", ONE ", " TWO ", " EXPLAIN(BAD("1", "2", "5")) ", " THREE),
        ASK("3", "1", "2", "2", ", 'only': ['quickfix', 'refactor']"),
        GIVEN("3", ONE ", " TWO ", " EXPLAIN(BAD("1", "2", "5")) ", " THREE),
        ASK("4", "1", "2", "2", ", 'only': ['refactor', 3]"),
        GIVEN("4", ""),
        ASK("5", "0", "0", "0", ", 'only': ['source.fixAll']"),
        GIVEN("5", ALL),
        ASK("6", "0", "0", "0", ", 'only': ['source.fix']"),
        GIVEN("6", ""),
        ASK("7", "0", "0", "0", ", 'triggerKind': 1"),
        GIVEN("7", ALL),
        ASK("8", "0", "0", "0", ", 'only': ['']"),
        GIVEN("8", ALL),
        /* None that are wanted means that no wish was told. */
        ASK("9", "0", "0", "1", ", 'only': []"),
        GIVEN("9", ""),
        ASK("10", "1", "2", "2", ", 'only': []"),
        GIVEN("10", ONE ", " TWO ", " EXPLAIN(BAD("1", "2", "5")) ", " THREE),
        "=",
        NULL,
    };

    (void)state;
    transcript_run(lines);
}

static void silenced_on_its_line(void **state)
{
    static const char *const lines[] = {
        INITIALIZE(SIMPLE),
        INITIALIZED,
        OPEN("a:b", "1", "x\\n- a\\n- BAD"),
        ASK("1", "2", "3", "3", ""),
        GIVEN("1", EXPLAIN(BAD("2", "2", "5")) ", "
              QUICK_FIX("Ignore " QUOTED("RULE") " here", BAD("2", "2", "5"),
                        EDIT(RANGE("2", "0", "0"),
                             "\\n[incident-ls-disable-next-line]: # (RULE)"
                             "\\n\\n")) ", "
              QUICK_FIX("Ignore " QUOTED("RULE") " in this report",
                        BAD("2", "2", "5"),
                        EDIT(RANGE("1", "0", "0"),
                             "\\n[incident-ls-disable]: # (RULE)\\n\\n"))),
        "=",
        NULL,
    };

    (void)state;
    transcript_run(lines);
}

static void versioned_for_those_who_can(void **state)
{
    static const char *const lines[] = {
        INITIALIZE(FULL),
        INITIALIZED,
        OPEN("a:b", "7", "BAD?"),
        ASK("1", "0", "0", "0", ""),
        GIVEN("1",
              "{'title': '*', 'kind': 'quickfix', 'isPreferred': true, "
              "'diagnostics': '*', 'edit': {'documentChanges': [{"
              "'textDocument': {'uri': 'a:b', 'version': 7}, 'edits': ["
              EDIT(RANGE("0", "0", "3"), "GOOD") "]}]}}, "
              "{'title': '*', 'kind': 'quickfix', 'diagnostics': '*', "
              "'edit': '*'}, "
              "{'title': '*', 'kind': 'quickfix', 'diagnostics': '*', "
              "'command': '*'}, "
              "{'title': '*', 'kind': 'quickfix', 'diagnostics': '*', "
              "'edit': '*'}, "
              "{'title': '*', 'kind': 'quickfix', 'diagnostics': '*', "
              "'edit': '*'}"),
        "=",
        NULL,
    };

    (void)state;
    transcript_run(lines);
}

static void none_without_literals(void **state)
{
    static const char *const lines[] = {
        INITIALIZE("{'textDocument': {'diagnostic': {}, 'codeAction': {}}}"),
        "< " CALL "0, 'result': {'serverInfo': '*', 'capabilities': {"
        "'positionEncoding': '*', 'textDocumentSync': '*', "
        "'diagnosticProvider': '*', 'codeActionProvider': null, "
        "'*': '*'}}}",
        OPEN("a:b", "1", "BAD?"),
        ASK("1", "0", "0", "0", ""),
        GIVEN("1", ""),
        "> " CALL "2, 'method': 'textDocument/codeAction', 'params': {"
        "'textDocument': {'uri': 'a:b'}}}",
        "< " CALL "2, 'error': {'code': -32602, 'message': '*'}}",
        "=",
        NULL,
    };

    (void)state;
    transcript_run(lines);
}

static void announced_with_their_kinds(void **state)
{
    static const char *const lines[] = {
        INITIALIZE(SIMPLE),
        "< " CALL "0, 'result': {'serverInfo': '*', 'capabilities': {"
        "'positionEncoding': '*', 'textDocumentSync': '*', "
        "'diagnosticProvider': '*', 'codeActionProvider': {"
        "'codeActionKinds': ['quickfix', 'refactor', "
        "'refactor.rewrite', 'source.fixAll', 'source.fixAll.incident-ls']}, "
        "'*': '*'}}}",
        NULL,
    };

    (void)state;
    transcript_run(lines);
}

/* A refactoring of what stands there: no diagnostic goes with it. */
#define RENUMBER                                                              \
    "{'title': 'Number the contributing factors from 1, and what refers to "  \
    "them', 'kind': 'refactor.rewrite', "                                     \
    CHANGES(EDIT(RANGE("2", "26", "27"), "1") ", "                             \
            EDIT(RANGE("3", "12", "13"), "1")) "}"

#define ADD                                                                   \
    "{'title': 'Add a contributing factor', 'kind': 'refactor', 'command': {" \
    "'title': 'Add a contributing factor', 'command': 'incident-ls.add', "    \
    "'arguments': ['a:b', {'line': 1, 'character': 4}, "                      \
    "'contributing-factor']}}"

#define TITLED(title) "{'title': '" title "', '*': '*'}"

/* After all else that can be done there, whatever its kind. */
static void silencing_comes_last(void **state)
{
    static const char *const lines[] = {
        INITIALIZE("{" LITERALS("") ", 'workspace': {'applyEdit': true}}"),
        INITIALIZED,
        OPEN("a:b", "1", "## Full Incident Report\\n\\n### Timeline\\n\\n"
             "- 2025-01-01 10:00 UTC BAD\\n"),
        ASK("1", "4", "25", "25", ""),
        GIVEN("1", TITLED("What the rule " QUOTED("RULE") " wants") ", "
              TITLED("Add an entry to the timeline") ", "
              TITLED("Ignore " QUOTED("RULE") " here") ", "
              TITLED("Ignore " QUOTED("RULE") " in this report")),
        NULL,
    };

    (void)state;
    transcript_run(lines);
}

/* What is put in may be far away; a client that can shows it. */
static void what_is_put_in_is_shown(void **state)
{
    static const char *const lines[] = {
        INITIALIZE("{" LITERALS("") ", "
                   "'window': {'showDocument': {'support': true}}}"),
        INITIALIZED,
        OPEN("a:b", "1", "x\\nBAD+\\ny"),
        ASK("1", "1", "0", "0", ""),
        "< " CALL "1, 'result': [{'title': '*', "
        "'kind': 'quickfix', 'diagnostics': '*', "
        CHANGES(EDIT(RANGE("2", "1", "1"), "\\n\\nMORE\\n")) ", "
        "'command': {'title': '*', 'command': 'incident-ls.show', "
        "'arguments': ['a:b', {'line': 4, 'character': 0}]}}, "
        EXPLAIN(BAD("1", "0", "3")) ", '*']}",
        NULL,
    };

    (void)state;
    transcript_run(lines);
}

#define HASH "a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1"

/* By its own kind, as by those above it. */
static void a_list_of_certificates_is_made(void **state)
{
    static const char *const lines[] = {
        INITIALIZE(SIMPLE),
        INITIALIZED,
        OPEN("a:b", "1", "## Full Incident Report\\r\\n### Appendix\\r\\n"
             HASH "\\r\\n"),
        ASK("1", "2", "0", "0", ", 'only': ['refactor.rewrite.certificates']"),
        GIVEN("1", "{'title': 'Make a certificate list', "
              "'kind': 'refactor.rewrite.certificates', 'edit': {'changes': {"
              "'a:b': [{'range': {'start': {'line': 2, 'character': 0}, "
              "'end': {'line': 2, 'character': 64}}, 'newText': '*'}]}}}"),
        ASK("2", "1", "0", "0", ", 'only': ['refactor.rewrite']"),
        GIVEN("2", "'*'"),
        ASK("3", "0", "0", "0", ", 'only': ['refactor.rewrite.certificates']"),
        GIVEN("3", ""),
        "=",
        NULL,
    };

    (void)state;
    transcript_run(lines);
}

static void factors_are_renumbered(void **state)
{
    static const char *const lines[] = {
        INITIALIZE(SIMPLE),
        INITIALIZED,
        OPEN("a:b", "1", "## Full Incident Report\\n"
             "### Root Cause Analysis\\n#### Contributing Factor #2: A\\n"
             "é𝄞 factor #2\\n"),
        OPEN("a:c", "1", "x"),
        ASK("1", "2", "0", "0", ", 'only': ['refactor.rewrite']"),
        GIVEN("1", RENUMBER),
        ASK("2", "1", "4", "4", ", 'only': ['refactor']"),
        GIVEN("2", RENUMBER ", " ADD),
        ASK("3", "1", "4", "4", ""),
        GIVEN("3", RENUMBER ", " ADD),
        ASK("4", "1", "4", "4", ", 'only': ['quickfix', 'refactor.inline']"),
        GIVEN("4", ""),
        ASK("5", "0", "4", "4", ", 'only': ['quickfix']"),
        GIVEN("5", ""),
        "=",
        NULL,
    };

    (void)state;
    transcript_run(lines);
}

#define NOW "1970-01-12T13:46Z"
#define TOLD(title, text)                                                      \
    "{'title': '" title "', 'kind': 'refactor.rewrite', 'edit': {'changes': "  \
    "{'a:b': [{'newText': '" text "', '*': '*'}]}}}"

/* What somebody has done goes into the directive that it belongs to. */
static void what_was_done_is_told(void **state)
{
    static const char *const lines[] = {
        INITIALIZE(SIMPLE),
        INITIALIZED,
        OPEN("a:b", "1",
             "[incident-ls]: # (question=1970-01-10, bug=1)\\n\\n"
             "## Full Incident Report\\n\\n"
             "[incident-ls]: # (draft, guidelines=3.2)\\n\\n"
             "### Report Closure Summary\\n\\n"
             "[incident-ls]: # (posted=1970-01-11)\\n\\n"
             "### Summary\\n"),
        ASK("1", "2", "4", "4", ", 'only': ['refactor.rewrite']"),
        GIVEN("1", TOLD("I posted this now", "guidelines=3.2, posted=" NOW)
              ", " TOLD("I answered the question now", "bug=1, updated=" NOW)),
        ASK("2", "0", "4", "4", ", 'only': ['refactor.rewrite']"),
        GIVEN("2", TOLD("I answered the question now", "bug=1, updated=" NOW)),
        ASK("3", "8", "4", "4", ", 'only': ['refactor.rewrite']"),
        GIVEN("3", TOLD("I answered the question now", "bug=1, updated=" NOW)),
        ASK("4", "3", "0", "0", ", 'only': ['refactor.rewrite']"),
        GIVEN("4", ""),
        OPEN("a:b", "2", "## Full Incident Report\\n"),
        ASK("5", "0", "4", "4", ", 'only': ['refactor.rewrite']"),
        GIVEN("5", TOLD("I posted this now",
                        "[incident-ls]: # (posted=" NOW ")\\n\\n")),
        "=",
        NULL,
    };

    (void)state;
    transcript_run(lines);
}

/* Asks for the actions of a report in FOLDER, new. */
static json_t *actions_in(const char *folder, const char *capabilities)
{
    struct transcript transcript;
    char json[1024];
    json_t *answer;

    transcript_open(&transcript);
    snprintf(json, sizeof json,
             CALL "0, 'method': 'initialize', 'params': {'capabilities': %s}}",
             capabilities);
    transcript_say(&transcript, json);
    json_decref(transcript_hear(&transcript));
    snprintf(json, sizeof json,
             NOTE "'textDocument/didOpen', 'params': {'textDocument': {"
             "'uri': 'file://%s/r.md', 'languageId': 'markdown', "
             "'version': 1, 'text': 'BAD'}}}",
             folder);
    transcript_say(&transcript, json);
    snprintf(json, sizeof json,
             CALL "1, 'method': 'textDocument/codeAction', 'params': {"
             "'textDocument': {'uri': 'file://%s/r.md'}, 'range': "
             RANGE("0", "0", "0") ", 'context': {'diagnostics': []}}}",
             folder);
    transcript_say(&transcript, json);
    /* What is wrong with the settings is said before. */
    while (json_object_get(answer = transcript_hear(&transcript), "method"))
        json_decref(answer);
    transcript_close(&transcript);
    return answer;
}

static void compare_last(json_t *answer, const char *expected, size_t count)
{
    const json_t *actions = json_object_get(answer, "result");
    json_t *wanted = transcript_json(expected);

    assert_int_equal(json_array_size(actions), count);
    transcript_compare(wanted, json_array_get(actions, count - 1));
    json_decref(wanted);
    json_decref(answer);
}

static void assert_count(json_t *answer, size_t count)
{
    assert_int_equal(json_array_size(json_object_get(answer, "result")),
                     count);
    json_decref(answer);
}

static void write_file(const char *path, const char *content)
{
    FILE *file = fopen(path, "w");

    assert_non_null(file);
    fputs(content, file);
    assert_int_equal(fclose(file), 0);
}

static void switched_off_in_the_settings(void **state)
{
    static const char title[] = "'title': 'Switch " QUOTED("RULE")
                                " off in .incident-ls.json', "
                                "'kind': 'quickfix', 'diagnostics': '*', ";
    char folder[] = "/tmp/code_action_test.XXXXXX";
    char path[64], expected[1024];

    (void)state;
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/.incident-ls.json", folder);
    snprintf(expected, sizeof expected,
             "{%s'edit': {'documentChanges': [{'kind': 'create', 'uri': "
             "'file://%s', 'options': {'ignoreIfExists': true}}, {"
             "'textDocument': {'uri': 'file://%s', 'version': null}, "
             "'edits': [" EDIT(RANGE("0", "0", "0"), "{\\n    \\'rules\\': {"
             "\\n        \\'RULE\\': \\'off\\'\\n    }\\n}\\n") "]}]}}",
             title, path, path);
    compare_last(actions_in(folder, FULL), expected, 4);
    /* Who can't create files is not offered it, until there is one. */
    assert_count(actions_in(folder, SIMPLE), 3);
    write_file(path, "{\"draft\": true,\r\n \"rules\": {}}\r\n");
    snprintf(expected, sizeof expected,
             "{%s'edit': {'changes': {'file://%s': [{'range': {'start': {"
             "'line': 0, 'character': 0}, 'end': {'line': 2, 'character': 0}"
             "}, 'newText': '{\\r\\n    \\'draft\\': true,\\r\\n    "
             "\\'rules\\': {\\r\\n        \\'RULE\\': \\'off\\'\\r\\n    }"
             "\\r\\n}\\r\\n'}]}}}",
             title, path);
    compare_last(actions_in(folder, SIMPLE), expected, 4);
    write_file(path, "no JSON");
    assert_count(actions_in(folder, FULL), 3);
    unlink(path);
    rmdir(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(given_at_a_place),
        cmocka_unit_test(silenced_on_its_line),
        cmocka_unit_test(versioned_for_those_who_can),
        cmocka_unit_test(none_without_literals),
        cmocka_unit_test(announced_with_their_kinds),
        cmocka_unit_test(silencing_comes_last),
        cmocka_unit_test(what_is_put_in_is_shown),
        cmocka_unit_test(a_list_of_certificates_is_made),
        cmocka_unit_test(factors_are_renumbered),
        cmocka_unit_test(what_was_done_is_told),
        cmocka_unit_test(switched_off_in_the_settings),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
