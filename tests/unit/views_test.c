/* What clients are shown beside the text: in their positions, as they can. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "transcript.h"

#define CALL "{'jsonrpc': '2.0', 'id': "
#define NOTE "{'jsonrpc': '2.0', 'method': "
#define INITIALIZE(capabilities, options)                                     \
    "> " CALL "0, 'method': 'initialize', 'params': {'capabilities': "        \
    capabilities ", 'initializationOptions': " options "}}"
#define ANSWERED "< " CALL "0, 'result': '*'}"
#define OPEN(text)                                                            \
    "> " NOTE "'textDocument/didOpen', 'params': {'textDocument': {"          \
    "'uri': 'a:b', 'languageId': 'markdown', 'version': 1, "                  \
    "'text': '" text "'}}}"
#define ASK(id, method, more)                                                 \
    "> " CALL id ", 'method': 'textDocument/" method "', 'params': {"         \
    "'textDocument': {'uri': 'a:b'}" more "}}"
#define AT(line, character)                                                   \
    ", 'position': {'line': " line ", 'character': " character "}"
#define RESULT(id, result) "< " CALL id ", 'result': " result "}"
#define RANGE(line, start, end_line, end)                                     \
    "{'start': {'line': " line ", 'character': " start "}, "                  \
    "'end': {'line': " end_line ", 'character': " end "}}"
#define PULLING "'diagnostic': {}"

static void try(const char *const *lines)
{
    transcript_run(lines);
}

/* Before the cell: a character of two bytes, and one of four. */
#define HOVERS(encoding, character, start, end)                               \
    INITIALIZE("{'general': {'positionEncodings': ['" encoding "']}, "        \
               "'textDocument': {" PULLING "}}", "null"),                     \
        ANSWERED, OPEN("## Full Incident Report\\n### Action Items\\n"        \
                       "| é𝄞 | Kind |\\n| - | - |"),                          \
        ASK("1", "hover", AT("2", character)),                                \
        RESULT("1", "{'contents': {'kind': 'plaintext', 'value': '*'}, "      \
                    "'range': " RANGE("2", start, "2", end) "}")

static void hover_in_each_encoding(void **state)
{
    static const char *const utf8[] = {HOVERS("utf-8", "12", "11", "15"),
                                       NULL};
    static const char *const utf16[] = {HOVERS("utf-16", "9", "8", "12"),
                                        NULL};
    static const char *const utf32[] = {HOVERS("utf-32", "8", "7", "11"),
                                        NULL};

    (void)state;
    try(utf8);
    try(utf16);
    try(utf32);
}

static void hover_as_the_client_can(void **state)
{
    static const char *const lines[] = {
        INITIALIZE("{'textDocument': {" PULLING ", 'hover': "
                   "{'contentFormat': ['markdown', 'plaintext']}}}", "null"),
        ANSWERED,
        OPEN("## Full Incident Report\\n\\nx"),
        ASK("1", "hover", AT("0", "5")),
        RESULT("1", "{'contents': {'kind': 'markdown', 'value': '*'}, "
                    "'range': " RANGE("0", "3", "0", "23") "}"),
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
    try(lines);
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
        INITIALIZE("{'textDocument': {" PULLING ", 'documentSymbol': "
                   "{'hierarchicalDocumentSymbolSupport': true}}}", "null"),
        ANSWERED,
        OPEN("## Full Incident Report\\n### Impact\\nx"),
        ASK("1", "documentSymbol", ""),
        RESULT("1", "[{'name': 'Full Incident Report', 'kind': 2, 'range': "
                    RANGE("0", "0", "2", "1") ", 'selectionRange': "
                    RANGE("0", "3", "0", "23") ", 'children': ["
                    "{'name': 'Impact', 'kind': 3, 'range': "
                    RANGE("1", "0", "2", "1") ", 'selectionRange': "
                    RANGE("1", "4", "1", "10") "}]}]"),
        NULL,
    };
    static const char *const flat[] = {
        INITIALIZE("{'textDocument': {" PULLING "}}", "null"),
        ANSWERED,
        OPEN("## Full Incident Report\\n### Impact\\nx"),
        ASK("1", "documentSymbol", ""),
        RESULT("1", "[{'name': 'Full Incident Report', 'kind': 2, "
                    "'location': {'uri': 'a:b', 'range': "
                    RANGE("0", "0", "2", "1") "}}, "
                    "{'name': 'Impact', 'kind': 3, "
                    "'containerName': 'Full Incident Report', "
                    "'location': {'uri': 'a:b', 'range': "
                    RANGE("1", "0", "2", "1") "}}]"),
        NULL,
    };

    (void)state;
    try(nested);
    try(flat);
}

static void views_on_the_wire(void **state)
{
    static const char *const lines[] = {
        INITIALIZE("{'textDocument': {" PULLING ", 'foldingRange': "
                   "{'rangeLimit': 2}}}", "null"),
        ANSWERED,
        OPEN(EVERYTHING),
        ASK("1", "foldingRange", ""),
        RESULT("1", "[{'startLine': 0, 'endLine': 11}, "
                    "{'startLine': 2, 'endLine': 3}]"),
        ASK("2", "selectionRange", ", 'positions': [{'line': 0, "
                                   "'character': 4}, {'line': 9, "
                                   "'character': 0}]"),
        RESULT("2", "[{'range': " RANGE("0", "3", "0", "7") ", 'parent': '*'},"
                    " {'range': '*', 'parent': '*'}]"),
        ASK("3", "documentLink", ""),
        RESULT("3", "[{'range': " RANGE("8", "4", "8", "9") ", 'target': "
                    "'https://bugzilla.mozilla.org/show_bug.cgi?id=7'}]"),
        ASK("4", "codeLens", ""),
        RESULT("4", "[{'range': " RANGE("0", "3", "0", "23") ", 'command': "
                    "{'title': '*', 'command': ''}}, {'range': '*', "
                    "'command': {'title': '1 item: 1 ongoing', "
                    "'command': ''}}]"),
        ASK("5", "inlayHint", ", 'range': " RANGE("0", "0", "99", "0")),
        RESULT("5", "[{'position': {'line': 8, 'character': 22}, "
                    "'label': 'tomorrow', 'paddingLeft': true}]"),
        ASK("6", "inlayHint", ", 'range': " RANGE("0", "0", "7", "0")),
        RESULT("6", "[]"),
        ASK("7", "selectionRange", ", 'positions': [{}]"),
        "< " CALL "7, 'error': {'code': -32602, 'message': '*'}}",
        ASK("8", "inlayHint", ""),
        "< " CALL "8, 'error': {'code': -32602, 'message': '*'}}",
        NULL,
    };

    (void)state;
    try(lines);
}

static void files_beside_the_report(void **state)
{
    static const char *const lines[] = {
        INITIALIZE("{'textDocument': {" PULLING ", 'documentLink': "
                   "{'tooltipSupport': true}}}", "null"),
        ANSWERED,
        "> " NOTE "'textDocument/didOpen', 'params': {'textDocument': {"
        "'uri': 'file:///r/a.md', 'languageId': 'markdown', 'version': 1, "
        "'text': '## Full Incident Report\\n[x](b/../c.csv)'}}}",
        "> " CALL "1, 'method': 'textDocument/documentLink', 'params': {"
        "'textDocument': {'uri': 'file:///r/a.md'}}}",
        RESULT("1", "[{'range': " RANGE("1", "4", "1", "14") ", 'target': "
                    "'file:///r/c.csv', 'tooltip': 'Open the file'}]"),
        NULL,
    };

    (void)state;
    try(lines);
}

static void switched_off(void **state)
{
    static const char *const lines[] = {
        INITIALIZE("{'textDocument': {" PULLING "}}",
                   "{'features': {'hover': false, 'documentSymbols': false, "
                   "'foldingRanges': false, 'documentLinks': false, "
                   "'codeLenses': false, 'inlayHints': false}}"),
        ANSWERED,
        OPEN(EVERYTHING),
        ASK("1", "hover", AT("0", "5")),
        RESULT("1", "null"),
        ASK("2", "documentSymbol", ""),
        RESULT("2", "[]"),
        ASK("3", "foldingRange", ""),
        RESULT("3", "[]"),
        ASK("4", "documentLink", ""),
        RESULT("4", "[]"),
        ASK("5", "codeLens", ""),
        RESULT("5", "[]"),
        ASK("6", "inlayHint", ", 'range': " RANGE("0", "0", "99", "0")),
        RESULT("6", "[]"),
        NULL,
    };

    (void)state;
    try(lines);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hover_in_each_encoding),
        cmocka_unit_test(hover_as_the_client_can),
        cmocka_unit_test(symbols_nested_and_flat),
        cmocka_unit_test(views_on_the_wire),
        cmocka_unit_test(files_beside_the_report),
        cmocka_unit_test(switched_off),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
