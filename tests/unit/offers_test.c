/* Completion, templates by command and by code action, as clients get them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>

#include "transcript.h"

#define OPEN_AS(client, capabilities)                                         \
    "> {'jsonrpc': '2.0', 'id': 1, 'method': 'initialize', 'params': "        \
    "{'processId': null, 'rootUri': null, 'clientInfo': {'name': '" client    \
    "'}, 'capabilities': " capabilities "}}",                                 \
        "< {'*': '*'}"
#define SHOW(text)                                                            \
    "> {'jsonrpc': '2.0', 'method': 'textDocument/didOpen', 'params': "       \
    "{'textDocument': {'uri': 'u', 'languageId': 'markdown', 'version': 1, "  \
    "'text': '" text "'}}}",                                                  \
        "=", "< {'*': '*'}"
#define COMPLETE(line, character)                                             \
    "> {'jsonrpc': '2.0', 'id': 2, 'method': 'textDocument/completion', "     \
    "'params': {'textDocument': {'uri': 'u'}, 'position': {'line': " line     \
    ", 'character': " character "}}}"
#define SOURCE "## Preliminary Report\\n\\n### Summary\\n\\n"                 \
               "- **Relevant policies:** \xe4\xba\x8b\xf0\x9f\x98\x80\\n"
#define AT(line, from, to) "'range': " RANGE(line, from, to)
#define RICH                                                                  \
    "{'workspace': {'applyEdit': true, 'workspaceEdit': "                     \
    "{'documentChanges': true}}, 'textDocument': {'completion': "             \
    "{'completionItem': {'snippetSupport': true, 'documentationFormat': "     \
    "['markdown'], 'insertTextModeSupport': {'valueSet': [1, 2]}}}}}"

static void gives_plain_text_to_a_poor_client(void **state)
{
    static const char *const lines[] = {
        OPEN_AS("x", "{}"),
        SHOW(SOURCE "- **So"),
        COMPLETE("5", "6"),
        "< {'jsonrpc': '2.0', 'id': 2, 'result': {'isIncomplete': true, "
        "'items': [{'label': 'Source of incident disclosure', 'kind': 5, "
        "'documentation': {'kind': 'plaintext', 'value': '*'}, "
        "'sortText': '0000', 'filterText': "
        "'**Source of incident disclosure', 'textEdit': {"
        AT("5", "2", "6") ", 'newText': '**Source of incident "
        "disclosure:** [Who noticed it?]'}}]}}",
        NULL};

    (void)state;
    assert_int_equal(transcript_run(lines), 1);
}

/* The summary of a bug begins with a name that nobody has told. */
static void knows_no_owner_but_the_one_it_is_told(void **state)
{
    static const char *const lines[] = {
        OPEN_AS("x", "{}"),
        SHOW("[incident-ls]: # (title="),
        COMPLETE("0", "24"),
        "< {'jsonrpc': '2.0', 'id': 2, 'result': {'isIncomplete': false, "
        "'items': []}}",
        NULL};

    (void)state;
    assert_int_equal(transcript_run(lines), 1);
}

/* A section is shown as a class, a key of a directive as a property. */
static void names_the_kinds_of_what_it_offers(void **state)
{
    static const char *const sections[] = {
        OPEN_AS("x", "{}"),
        SHOW("## Full Incident Report\\n\\n### Impact\\n\\nNone.\\n\\n"
             "### Timel"),
        COMPLETE("6", "9"),
        "< {'jsonrpc': '2.0', 'id': 2, 'result': {'isIncomplete': true, "
        "'items': [{'label': 'Timeline', 'kind': 7, '*': '*'}]}}",
        NULL};
    static const char *const keys[] = {
        OPEN_AS("x", "{}"),
        SHOW("[incident-ls]: # (draft, awa"),
        COMPLETE("0", "28"),
        "< {'jsonrpc': '2.0', 'id': 2, 'result': {'isIncomplete': true, "
        "'items': [{'label': 'aware', 'kind': 10, '*': '*'}]}}",
        NULL};

    (void)state;
    assert_int_equal(transcript_run(sections), 1);
    assert_int_equal(transcript_run(keys), 1);
}

static void gives_snippets_to_a_rich_client(void **state)
{
    static const char *const lines[] = {
        OPEN_AS("helix", RICH),
        SHOW(SOURCE "- **So"),
        COMPLETE("5", "6"),
        "< {'jsonrpc': '2.0', 'id': 2, 'result': {'isIncomplete': true, "
        "'items': [{'label': 'Source of incident disclosure', 'kind': 5, "
        "'documentation': {'kind': 'markdown', 'value': '*'}, "
        "'sortText': '0000', 'filterText': "
        "'**Source of incident disclosure', 'insertTextFormat': 2, "
        "'insertTextMode': 1, 'textEdit': {"
        AT("5", "2", "6") ", 'newText': '**Source of incident "
        "disclosure:** ${1:[Who noticed it?]}'}}]}}",
        NULL};

    (void)state;
    assert_int_equal(transcript_run(lines), 1);
}

/* The cell's value begins behind two characters that count one, two, three or
 * four. */
static void counts_in_the_clients_units(void **state)
{
    static const struct {
        const char *encoding, *column;
    } rows[] = {{"utf-8", "12"}, {"utf-16", "8"}, {"utf-32", "7"}};

    (void)state;
    for (size_t row = 0; row < sizeof rows / sizeof *rows; row++) {
        char open[512], complete[512], answer[1024];
        const char *lines[] = {
            open, "< {'*': '*'}",
            SHOW("## Full Incident Report\\n\\n### Action Items\\n\\n"
                 "| Action Item | Status |\\n|---|---|\\n"
                 "|\xe4\xba\x8b\xf0\x9f\x98\x80 | D |\\n"),
            complete, answer, NULL};

        snprintf(open, sizeof open,
                 "> {'jsonrpc': '2.0', 'id': 1, 'method': 'initialize', "
                 "'params': {'processId': null, 'rootUri': null, "
                 "'capabilities': {'general': {'positionEncodings': "
                 "['%s']}}}}", rows[row].encoding);
        snprintf(complete, sizeof complete,
                 "> {'jsonrpc': '2.0', 'id': 2, 'method': "
                 "'textDocument/completion', 'params': {'textDocument': "
                 "{'uri': 'u'}, 'position': {'line': 6, 'character': %s}}}",
                 rows[row].column);
        snprintf(answer, sizeof answer,
                 "< {'jsonrpc': '2.0', 'id': 2, 'result': {'isIncomplete': "
                 "true, 'items': [{'label': 'Delayed', 'kind': 12, "
                 "'documentation': '*', 'sortText': '0000', 'filterText': "
                 "'Delayed', 'textEdit': {'newText': 'Delayed', 'range': "
                 "{'start': '*', 'end': {'line': 6, 'character': %s}}}}]}}",
                 rows[row].column);
        assert_int_equal(transcript_run(lines), 1);
    }
}

#define INSERT(arguments)                                                     \
    "> {'jsonrpc': '2.0', 'id': 2, 'method': 'workspace/executeCommand', "    \
    "'params': {'command': 'incident-ls.insertTemplate', 'arguments': "       \
    arguments "}}"
#define TEMPLATE(end)                                                         \
    "## Preliminary Incident Report" end end "[incident-ls]: # (draft)"      \
    end end "### Summary" end                                                 \
    "- **Incident description:** What happened?" end                          \
    "- **Relevant policies:** Policy, version, section" end                   \
    "- **Source of incident disclosure:** [Who noticed it?]" end

static void inserts_a_template_on_command(void **state)
{
    static const char *const lines[] = {
        OPEN_AS("x", RICH),
        SHOW("Words\\r\\n\\r\\nMore\\r\\n"),
        INSERT("['u', {'line': 2, 'character': 3}, 'preliminary']"),
        "< {'jsonrpc': '2.0', 'id': 1, 'method': 'workspace/applyEdit', "
        "'params': {'label': 'Preliminary Incident Report', 'edit': "
        "{'documentChanges': [{'textDocument': {'uri': 'u', 'version': 1}, "
        "'edits': [{" AT("2", "0", "0") ", 'newText': '"
        TEMPLATE("\\r\\n") "\\r\\n'}]}]}}}",
        "< {'jsonrpc': '2.0', 'id': 2, 'result': null}",
        "> {'jsonrpc': '2.0', 'id': 1, 'result': {'applied': true}}",
        INSERT("['u', {'line': 2, 'character': 3}, 'no']"),
        "< {'jsonrpc': '2.0', 'id': 2, 'error': {'code': -32602, 'message': "
        "'there is no such template'}}",
        INSERT("['v', {'line': 2, 'character': 3}, 'full']"),
        "< {'jsonrpc': '2.0', 'id': 2, 'error': {'code': -32602, 'message': "
        "'*'}}",
        INSERT("[]"),
        "< {'jsonrpc': '2.0', 'id': 2, 'error': {'code': -32602, 'message': "
        "'*'}}",
        NULL};

    (void)state;
    assert_int_equal(transcript_run(lines), 1);
}

static void asks_nobody_to_edit_who_cannot(void **state)
{
    static const char *const lines[] = {
        OPEN_AS("x", "{}"),
        SHOW(""),
        INSERT("['u', {'line': 0, 'character': 0}, 'full']"),
        "< {'jsonrpc': '2.0', 'id': 2, 'error': {'code': -32803, 'message': "
        "'*'}}",
        NULL};

    (void)state;
    assert_int_equal(transcript_run(lines), 1);
}

#define ACTION(title)                                                         \
    "{'title': 'Begin with the template \\\"" title "\\\"', "                 \
    "'kind': 'refactor', 'edit': '*'}"

static void begins_an_empty_file_by_code_action(void **state)
{
    static const char *const lines[] = {
        OPEN_AS("x", "{'textDocument': {'codeAction': "
                     "{'codeActionLiteralSupport': {'codeActionKind': "
                     "{'valueSet': ['', 'quickfix', 'refactor']}}}}}"),
        SHOW("\\n"),
        "> {'jsonrpc': '2.0', 'id': 2, 'method': 'textDocument/codeAction', "
        "'params': {'textDocument': {'uri': 'u'}, " AT("0", "0", "0")
        ", 'context': {'diagnostics': []}}}",
        "< {'jsonrpc': '2.0', 'id': 2, 'result': ["
        ACTION("Preliminary Incident Report") ", "
        ACTION("Full Incident Report") ", "
        ACTION("Report Closure Summary") ", "
        ACTION("Incident Report Update") ", "
        ACTION("Revocation Update") "]}",
        NULL};

    (void)state;
    assert_int_equal(transcript_run(lines), 1);
}

static void offers_the_owner_that_is_set(void **state)
{
    static const char *const lines[] = {
        OPEN_AS("x", "{}"),
        "> {'jsonrpc': '2.0', 'method': 'workspace/didChangeConfiguration', "
        "'params': {'settings': {'incident-ls': {'caOwner': {'id': "
        "'A000999', 'name': 'Example'}}}}}",
        SHOW("## Full Report\\n\\n## Full Incident Report\\n\\n"
             "### Summary\\n\\n- **CA Owner CCADB unique ID:** "),
        COMPLETE("6", "32"),
        "< {'jsonrpc': '2.0', 'id': 2, 'result': {'isIncomplete': true, "
        "'items': [{'label': 'A000999', 'detail': 'Example', 'kind': 12, "
        "'sortText': '0000', 'filterText': 'A000999', 'textEdit': {"
        AT("6", "32", "32") ", 'newText': 'A000999'}}]}}",
        "> {'jsonrpc': '2.0', 'method': 'workspace/didChangeConfiguration', "
        "'params': {'settings': {'incident-ls': {'features': {'completion': "
        "false}}}}}",
        "=", "< {'*': '*'}",
        COMPLETE("6", "32"),
        "< {'jsonrpc': '2.0', 'id': 2, 'result': {'isIncomplete': false, "
        "'items': []}}",
        NULL};

    (void)state;
    assert_int_equal(transcript_run(lines), 1);
}

static void formats_with_the_documents_line_ends(void **state)
{
    static const char *const lines[] = {
        OPEN_AS("x", "{}"),
        SHOW("# A\\r\\ntext\\r\\n\\r\\n* b\\r\\n"),
        "> {'jsonrpc': '2.0', 'id': 2, 'method': 'textDocument/formatting', "
        "'params': {'textDocument': {'uri': 'u'}, 'options': {}}}",
        "< {'jsonrpc': '2.0', 'id': 2, 'result': [{" AT("1", "0", "0")
        ", 'newText': '\\r\\n'}, {'range': {'start': {'line': 3, "
        "'character': 0}, 'end': {'line': 3, 'character': 1}}, "
        "'newText': '-'}]}",
        "> {'jsonrpc': '2.0', 'id': 3, 'method': "
        "'textDocument/rangeFormatting', 'params': {'textDocument': "
        "{'uri': 'u'}, 'options': {}, " AT("3", "0", "1") "}}",
        "< {'jsonrpc': '2.0', 'id': 3, 'result': [{" AT("3", "0", "1")
        ", 'newText': '-'}]}",
        NULL};

    (void)state;
    assert_int_equal(transcript_run(lines), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gives_plain_text_to_a_poor_client),
        cmocka_unit_test(knows_no_owner_but_the_one_it_is_told),
        cmocka_unit_test(names_the_kinds_of_what_it_offers),
        cmocka_unit_test(gives_snippets_to_a_rich_client),
        cmocka_unit_test(counts_in_the_clients_units),
        cmocka_unit_test(inserts_a_template_on_command),
        cmocka_unit_test(asks_nobody_to_edit_who_cannot),
        cmocka_unit_test(begins_an_empty_file_by_code_action),
        cmocka_unit_test(offers_the_owner_that_is_set),
        cmocka_unit_test(formats_with_the_documents_line_ends),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
