/* What clients are shown beside the text: in their positions, as they can. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "memory.h"
#include "transcript.h"

#define ASK(id, method, more)                                                 \
    "> " CALL id ", 'method': 'textDocument/" method "', 'params': {"         \
    "'textDocument': {'uri': 'a:b'}" more "}}"
#define AT(line, character)                                                   \
    ", 'position': {'line': " line ", 'character': " character "}"
#define LINES(line, start, end_line, end)                                     \
    "{'start': {'line': " line ", 'character': " start "}, "                  \
    "'end': {'line': " end_line ", 'character': " end "}}"
#define PULLING "'diagnostic': {}"

/* Before the cell: a character of two bytes, and one of four. */
#define HOVERS(encoding, character, start, end)                               \
    INITIALIZE("{'general': {'positionEncodings': ['" encoding "']}, "        \
               "'textDocument': {" PULLING "}}"),                             \
        INITIALIZED,                                                          \
        OPEN("a:b", "1", "## Full Incident Report\\n### Action Items\\n"      \
                         "| é𝄞 | Kind |\\n| - | - |"),                        \
        ASK("1", "hover", AT("2", character)),                                \
        RESULT("1", "{'contents': {'kind': 'plaintext', 'value': '*'}, "      \
                    "'range': " LINES("2", start, "2", end) "}")

static void hover_in_each_encoding(void **state)
{
    static const char *const utf8[] = {HOVERS("utf-8", "12", "11", "15"),
                                       NULL};
    static const char *const utf16[] = {HOVERS("utf-16", "9", "8", "12"),
                                        NULL};
    static const char *const utf32[] = {HOVERS("utf-32", "8", "7", "11"),
                                        NULL};

    (void)state;
    transcript_run(utf8);
    transcript_run(utf16);
    transcript_run(utf32);
}

static void hover_as_the_client_can(void **state)
{
    static const char *const lines[] = {
        INITIALIZE_WITH("{'textDocument': {" PULLING ", 'hover': "
                   "{'contentFormat': ['markdown', 'plaintext']}}}", "null"),
        INITIALIZED,
        OPEN("a:b", "1", "## Full Incident Report\\n\\nx"),
        ASK("1", "hover", AT("0", "5")),
        RESULT("1", "{'contents': {'kind': 'markdown', 'value': '*'}, "
                    "'range': " LINES("0", "3", "0", "23") "}"),
        ASK("2", "hover", AT("2", "0")),
        RESULT("2", "null"),
        ASK("3", "hover", AT("99999", "99999")),
        RESULT("3", "null"),
        ASK("4", "hover", ""),
        "< " CALL "4, 'error': {'code': -32602, 'message': '*'}}",
        "> " CALL "5, 'method': 'textDocument/hover', 'params': {"
        "'textDocument': {'uri': 'a:c'}" AT("0", "0") "}}",
        RESULT("5", "null"),
        NULL,
    };

    (void)state;
    transcript_run(lines);
}

#define EVERYTHING                                                            \
    "## Full Incident Report\\n\\n### Impact\\n"                              \
    "- **Total number of certificates:** 2\\n\\n### Action Items\\n"          \
    "| Action Item | Due Date | Status |\\n| - | - | - |\\n"                  \
    "| é bug 7 | 1970-01-13 | Ongoing |\\n\\n### Appendix\\n"                 \
    "[list](a/../list.csv)\\n"

static void symbols_nested_and_flat(void **state)
{
    static const char *const nested[] = {
        INITIALIZE_WITH("{'textDocument': {" PULLING ", 'documentSymbol': "
                   "{'hierarchicalDocumentSymbolSupport': true}}}", "null"),
        INITIALIZED,
        OPEN("a:b", "1", "## Full Incident Report\\n### Impact\\nx"),
        ASK("1", "documentSymbol", ""),
        RESULT("1", "[{'name': 'Full Incident Report', 'kind': 2, 'range': "
                    LINES("0", "0", "2", "1") ", 'selectionRange': "
                    LINES("0", "3", "0", "23") ", 'children': ["
                    "{'name': 'Impact', 'kind': 3, 'range': "
                    LINES("1", "0", "2", "1") ", 'selectionRange': "
                    LINES("1", "4", "1", "10") "}]}]"),
        NULL,
    };
    static const char *const flat[] = {
        INITIALIZE_WITH("{'textDocument': {" PULLING "}}", "null"),
        INITIALIZED,
        OPEN("a:b", "1", "## Full Incident Report\\n### Impact\\nx"),
        ASK("1", "documentSymbol", ""),
        RESULT("1", "[{'name': 'Full Incident Report', 'kind': 2, "
                    "'location': {'uri': 'a:b', 'range': "
                    LINES("0", "0", "2", "1") "}}, "
                    "{'name': 'Impact', 'kind': 3, "
                    "'containerName': 'Full Incident Report', "
                    "'location': {'uri': 'a:b', 'range': "
                    LINES("1", "0", "2", "1") "}}]"),
        NULL,
    };

    (void)state;
    transcript_run(nested);
    transcript_run(flat);
}

/* An editor may know more kinds than there were at first, or fewer. */
static void symbols_of_kinds_that_are_known(void **state)
{
    static const struct {
        const char *known, *kind;
    } rows[] = {
        {"{}", "14"},
        {"{'symbolKind': {'valueSet': [24]}}", "24"},
        {"{'symbolKind': {'valueSet': [1, 2]}}", "14"},
    };

    (void)state;
    for (size_t row = 0; row < sizeof rows / sizeof *rows; row++) {
        char initialize[512], result[512];
        const char *const lines[] = {
            initialize,
            INITIALIZED,
            OPEN("a:b", "1", "## Full Incident Report\\n### Timeline\\n"
                 "- 2025-01-02 10:00 UTC x\\n"),
            ASK("1", "documentSymbol", ""),
            result,
            NULL,
        };

        snprintf(initialize, sizeof initialize,
                 INITIALIZE_WITH("{'textDocument': {" PULLING ", "
                                 "'documentSymbol': %s}}", "null"),
                 rows[row].known);
        snprintf(result, sizeof result,
                 RESULT("1", "['*', '*', {'name': '2025-01-02 10:00', "
                             "'kind': %s, 'containerName': 'Timeline', "
                             "'location': '*'}]"),
                 rows[row].kind);
        transcript_run(lines);
    }
}

#define FIND(id, query)                                                       \
    "> " CALL id ", 'method': 'workspace/symbol', 'params': {'query': "       \
    query "}}"
#define FOUND(name, kind, uri, container)                                     \
    "{'name': '" name "', 'kind': " kind ", 'containerName': '" container     \
    "', 'location': {'uri': '" uri "', 'range': '*'}}"
#define TOP(name, uri)                                                        \
    "{'name': '" name "', 'kind': 2, 'location': {'uri': '" uri "', "         \
    "'range': '*'}}"

static void symbols_of_all_documents(void **state)
{
    static const char *const lines[] = {
        INITIALIZE_WITH("{'general': {'positionEncodings': ['utf-32']}, "
                        "'textDocument': {" PULLING "}}", "null"),
        INITIALIZED,
        OPEN("a:note", "1", "# Full of notes\\n\\nnone of them a report"),
        OPEN("a:two", "1", "## Full Incident Report\\n### Timeline\\n"
                         "- 2026-01-02 03:04 UTC it began\\n"
                         "### Action Items\\n"
                         "| Action Item | Status |\\n| - | - |\\n"
                         "| é𝄞 Impact it | Ongoing |\\n"),
        OPEN("a:one", "1", "## Full Incident Report\\n### Impact\\n"
                         "- **Total number of certificates:** 2\\n"
                         "### Root Cause Analysis\\n"
                         "#### Contributing Factor #1: No impact seen\\n"),
        /* A prefix before a word's, that before letters; in the order of the
           documents. */
        FIND("1", "'IMP'"),
        RESULT("1", "["
               FOUND("Impact", "3", "a:one", "Full Incident Report") ", "
               FOUND("Contributing Factor #1: No impact seen", "5", "a:one",
                     "Root Cause Analysis") ", "
               "{'name': 'é𝄞 Impact it', 'kind': 12, "
               "'containerName': 'Action Items', 'location': {"
               "'uri': 'a:two', 'range': " LINES("6", "0", "6", "26") "}}]"),
        FIND("2", "'numcert'"),
        RESULT("2", "[" FOUND("Total number of certificates", "8", "a:one",
                              "Impact") "]"),
        FIND("3", "''"),
        RESULT("3", "[" TOP("Full Incident Report", "a:one") ", "
               FOUND("Impact", "3", "a:one", "Full Incident Report") ", "
               FOUND("Total number of certificates", "8", "a:one", "Impact")
               ", " FOUND("Root Cause Analysis", "3", "a:one",
                          "Full Incident Report") ", "
               FOUND("Contributing Factor #1: No impact seen", "5", "a:one",
                     "Root Cause Analysis") ", "
               TOP("Full Incident Report", "a:two") ", "
               FOUND("Timeline", "3", "a:two", "Full Incident Report") ", "
               FOUND("Action Items", "3", "a:two", "Full Incident Report")
               ", " FOUND("é𝄞 Impact it", "12", "a:two", "Action Items")
               "]"),
        FIND("4", "'nowhere'"),
        RESULT("4", "[]"),
        FIND("5", "7"),
        "< " CALL "5, 'error': {'code': -32602, 'message': '*'}}",
        NULL,
    };

    (void)state;
    transcript_run(lines);
}

/* How many a search for QUERY finds where FACTORS are to be found. */
static size_t found_among(size_t factors, const char *query)
{
    struct transcript transcript;
    struct buffer open = {NULL, 0, 0};
    json_t *answer;
    size_t count;

    buffer_add_string(&open, NOTE "'textDocument/didOpen', 'params': {"
                      "'textDocument': {'uri': 'a:b', 'version': 1, "
                      "'languageId': 'markdown', 'text': "
                      "'## Full Incident Report\\n"
                      "### Root Cause Analysis\\n");
    while (factors--)
        buffer_add_string(&open, "#### Contributing Factor #1: x\\n");
    buffer_add_string(&open, "'}}}");
    transcript_open(&transcript);
    transcript_say(&transcript, CALL "0, 'method': 'initialize', 'params': "
                   "{'capabilities': {'textDocument': {" PULLING "}}}}");
    json_decref(transcript_hear(&transcript));
    transcript_say(&transcript, open.bytes);
    transcript_say(&transcript, query);
    answer = transcript_hear(&transcript);
    count = json_array_size(json_object_get(answer, "result"));
    json_decref(answer);
    transcript_close(&transcript);
    buffer_free(&open);
    return count;
}

static void no_more_than_a_thousand(void **state)
{
    static const char all[] =
        CALL "1, 'method': 'workspace/symbol', 'params': {'query': ''}}";
    static const char some[] =
        CALL "1, 'method': 'workspace/symbol', 'params': {'query': 'full'}}";
    /* Begins most names, and a word of another. */
    static const char many[] =
        CALL "1, 'method': 'workspace/symbol', 'params': {'query': 'c'}}";

    (void)state;
    assert_int_equal(found_among(997, all), 999);
    assert_int_equal(found_among(1500, all), 1000);
    assert_int_equal(found_among(1500, some), 1);
    assert_int_equal(found_among(1500, many), 1000);
}

static void views_on_the_wire(void **state)
{
    static const char *const lines[] = {
        INITIALIZE_WITH("{'textDocument': {" PULLING ", 'foldingRange': "
                        "{'rangeLimit': 2}}}", "null"),
        INITIALIZED,
        OPEN("a:b", "1", EVERYTHING),
        ASK("1", "foldingRange", ""),
        RESULT("1", "[{'startLine': 0, 'endLine': 11}, "
                    "{'startLine': 2, 'endLine': 3}]"),
        ASK("2", "selectionRange", ", 'positions': [{'line': 0, "
                                   "'character': 4}, {'line': 9, "
                                   "'character': 0}]"),
        RESULT("2", "[{'range': " LINES("0", "3", "0", "7") ", 'parent': '*'},"
                    " {'range': '*', 'parent': '*'}]"),
        ASK("3", "documentLink", ""),
        RESULT("3", "[{'range': " LINES("8", "4", "8", "9") ", 'target': "
                    "'https://bugzilla.mozilla.org/show_bug.cgi?id=7'}]"),
        ASK("4", "codeLens", ""),
        RESULT("4", "[{'range': " LINES("0", "3", "0", "23") ", 'command': "
                    "{'title': '*', 'command': ''}}, {'range': '*', "
                    "'command': {'title': 'Action item due in 1 day, "
                    "1970-01-13', 'command': ''}}, {'range': '*', "
                    "'command': {'title': '1 item: 1 ongoing', "
                    "'command': ''}}]"),
        ASK("5", "inlayHint", ", 'range': " LINES("0", "0", "99", "0")),
        RESULT("5", "[{'position': {'line': 8, 'character': 22}, "
                    "'label': 'tomorrow', 'paddingLeft': true}]"),
        ASK("6", "inlayHint", ", 'range': " LINES("0", "0", "7", "0")),
        RESULT("6", "[]"),
        ASK("7", "selectionRange", ", 'positions': [{}]"),
        "< " CALL "7, 'error': {'code': -32602, 'message': '*'}}",
        ASK("8", "inlayHint", ""),
        "< " CALL "8, 'error': {'code': -32602, 'message': '*'}}",
        NULL,
    };

    (void)state;
    transcript_run(lines);
}

static void files_beside_the_report(void **state)
{
    static const char *const lines[] = {
        INITIALIZE_WITH("{'textDocument': {" PULLING ", 'documentLink': "
                        "{'tooltipSupport': true}}}", "null"),
        INITIALIZED,
        "> " NOTE "'textDocument/didOpen', 'params': {'textDocument': {"
        "'uri': 'file:///r/a.md', 'languageId': 'markdown', 'version': 1, "
        "'text': '## Full Incident Report\\n[x](b/../c.csv)'}}}",
        "> " CALL "1, 'method': 'textDocument/documentLink', 'params': {"
        "'textDocument': {'uri': 'file:///r/a.md'}}}",
        RESULT("1", "[{'range': " LINES("1", "4", "1", "14") ", 'target': "
                    "'file:///r/c.csv', 'tooltip': 'Open the file'}]"),
        NULL,
    };

    (void)state;
    transcript_run(lines);
}

static void switched_off(void **state)
{
    static const char *const lines[] = {
        INITIALIZE_WITH("{'textDocument': {" PULLING "}}",
                   "{'features': {'hover': false, 'documentSymbols': false, "
                   "'foldingRanges': false, 'documentLinks': false, "
                   "'codeLenses': false, 'inlayHints': false}}"),
        INITIALIZED,
        OPEN("a:b", "1", EVERYTHING),
        ASK("1", "hover", AT("0", "5")),
        RESULT("1", "null"),
        ASK("2", "documentSymbol", ""),
        RESULT("2", "[]"),
        FIND("21", "''"),
        RESULT("21", "[]"),
        ASK("3", "foldingRange", ""),
        RESULT("3", "[]"),
        ASK("4", "documentLink", ""),
        RESULT("4", "[]"),
        ASK("5", "codeLens", ""),
        RESULT("5", "[]"),
        ASK("6", "inlayHint", ", 'range': " LINES("0", "0", "99", "0")),
        RESULT("6", "[]"),
        NULL,
    };

    (void)state;
    transcript_run(lines);
}

static void a_preview_is_html(void **state)
{
    static const char *const lines[] = {
        INITIALIZE_WITH("{}", "{}"),
        "< " CALL "0, 'result': {'capabilities': {'experimental': "
        "{'incidentReportPreview': true, 'incidentReportDue': true}, "
        "'*': '*'}, '*': '*'}}",
        OPEN("a:b", "1", "a\\n\\nb"),
        "> " CALL "1, 'method': 'incidentReport/preview', "
        "'params': {'textDocument': {'uri': 'a:b'}}}",
        RESULT("1", "{'html': '<p data-line=\\\"0\\\">a</p>\\n"
                    "<p data-line=\\\"2\\\">b</p>\\n', 'version': 1}"),
        "> " NOTE "'textDocument/didChange', 'params': {'textDocument': "
        "{'uri': 'a:b', 'version': 7}, 'contentChanges': [{'text': ''}]}}",
        "> " CALL "2, 'method': 'incidentReport/preview', "
        "'params': {'textDocument': {'uri': 'a:b'}}}",
        RESULT("2", "{'html': '', 'version': 7}"),
        "> " CALL "3, 'method': 'incidentReport/preview', "
        "'params': {'textDocument': {'uri': 'x:y'}}}",
        RESULT("3", "null"),
        "> " CALL "4, 'method': 'incidentReport/preview', 'params': {}}",
        "< " CALL "4, 'error': '*'}",
        NULL,
    };

    (void)state;
    transcript_run(lines);
}

/* What takes too long isn't shown; the reader learns why. */
static void a_preview_that_is_refused_says_so(void **state)
{
    struct transcript transcript;
    struct buffer open = {NULL, 0, 0};
    json_t *answer;

    (void)state;
    buffer_add_string(&open, NOTE "'textDocument/didOpen', 'params': {"
                      "'textDocument': {'uri': 'a:b', 'version': 1, "
                      "'languageId': 'markdown', 'text': '");
    for (size_t count = 0; count < 256 * 1024 + 1; count++)
        buffer_add_char(&open, 'a');
    buffer_add_string(&open, "'}}}");
    transcript_open(&transcript);
    transcript_say(&transcript, CALL "0, 'method': 'initialize', 'params': "
                   "{'capabilities': {'textDocument': {" PULLING "}}}}");
    json_decref(transcript_hear(&transcript));
    transcript_say(&transcript, open.bytes);
    transcript_say(&transcript, CALL "1, 'method': 'incidentReport/preview', "
                   "'params': {'textDocument': {'uri': 'a:b'}}}");
    answer = transcript_hear(&transcript);
    assert_non_null(strstr(json_string_value(json_object_get(
        json_object_get(answer, "result"), "html")), "<p>No preview: "));
    json_decref(answer);
    transcript_close(&transcript);
    buffer_free(&open);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_preview_is_html),
        cmocka_unit_test(a_preview_that_is_refused_says_so),
        cmocka_unit_test(hover_in_each_encoding),
        cmocka_unit_test(hover_as_the_client_can),
        cmocka_unit_test(symbols_nested_and_flat),
        cmocka_unit_test(symbols_of_kinds_that_are_known),
        cmocka_unit_test(symbols_of_all_documents),
        cmocka_unit_test(no_more_than_a_thousand),
        cmocka_unit_test(views_on_the_wire),
        cmocka_unit_test(files_beside_the_report),
        cmocka_unit_test(switched_off),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
