/* From a contributing factor to what names it and back, as a client asks. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "transcript.h"

#define ENCODED(encoding)                                                     \
    "{'general': {'positionEncodings': ['" encoding "']}, "                   \
    "'textDocument': {'diagnostic': {}}}"
/* Line 2 heads factor 2, line 7 has the item; before what is found: a
 * character of two bytes, and one of four. */
#define OPENED                                                                \
    "> {'jsonrpc': '2.0', 'method': 'textDocument/didOpen', 'params': "       \
    "{'textDocument': {'uri': 'a:b', 'languageId': 'markdown', "              \
    "'version': 3, 'text': '## Full Incident Report\\n"                       \
    "### Root Cause Analysis\\n**Contributing Factor #2: é𝄞**\\n\\n"          \
    "### Action Items\\n| Action Item | Corresponding Root Cause(s) |\\n"     \
    "| - | - |\\n| é𝄞 | #2, é𝄞 |\\n'}}}"
#define ASK(id, method, line, character, more)                                \
    "> " CALL id ", 'method': 'textDocument/" method "', 'params': {"         \
    "'textDocument': {'uri': 'a:b'}, 'position': {'line': " line              \
    ", 'character': " character "}" more "}}"
#define PLACE(line, start, end)                                               \
    "{'uri': 'a:b', 'range': " RANGE(line, start, end) "}"

/* The heading's title ends at TITLE and its number stands before that; the
 * item's number is from START to END, its title from FIRST to LAST. */
#define GOES(encoding, title, start, end, first, last)                        \
    INITIALIZE(ENCODED(encoding)), INITIALIZED, OPENED,                       \
        ASK("1", "definition", "7", start, ""),                               \
        RESULT("1", "[" PLACE("2", "23", "24") "]"),                          \
        ASK("2", "definition", "7", last, ""),                                \
        RESULT("2", "[" PLACE("2", "26", title) "]"),                         \
        ASK("3", "references", "2", "5",                                      \
            ", 'context': {'includeDeclaration': false}"),                    \
        RESULT("3", "[" PLACE("7", start, end) ", "                           \
                    PLACE("7", first, last) "]"),                             \
        ASK("4", "references", "7", first,                                    \
            ", 'context': {'includeDeclaration': true}"),                     \
        RESULT("4", "[" PLACE("2", "26", title) ", "                          \
                    PLACE("7", start, end) ", " PLACE("7", first, last) "]"), \
        ASK("5", "documentHighlight", "7", end, ""),                          \
        RESULT("5", "[{'range': " RANGE("2", "23", "24") ", 'kind': 3}, "     \
                    "{'range': " RANGE("7", start, end) ", 'kind': 2}, "      \
                    "{'range': " RANGE("7", first, last) ", 'kind': 2}]")

static void goes_in_each_encoding(void **state)
{
    static const char *const utf8[] = {
        GOES("utf-8", "32", "11", "13", "15", "21"), NULL};
    static const char *const utf16[] = {
        GOES("utf-16", "29", "8", "10", "12", "15"), NULL};
    static const char *const utf32[] = {
        GOES("utf-32", "28", "7", "9", "11", "13"), NULL};

    (void)state;
    transcript_run(utf8);
    transcript_run(utf16);
    transcript_run(utf32);
}

static void goes_nowhere(void **state)
{
    static const char *const lines[] = {
        INITIALIZE_WITH(ENCODED("utf-8"),
                        "{'features': {'documentHighlights': false}}"),
        INITIALIZED,
        OPENED,
        ASK("1", "definition", "0", "3", ""),
        RESULT("1", "[]"),
        ASK("2", "references", "999", "999", ""),
        RESULT("2", "[]"),
        ASK("3", "documentHighlight", "2", "5", ""),
        RESULT("3", "[]"),
        "> " CALL "4, 'method': 'textDocument/definition', 'params': {"
        "'textDocument': {'uri': 'a:c'}, "
        "'position': {'line': 0, 'character': 0}}}",
        RESULT("4", "null"),
        "> " CALL "5, 'method': 'textDocument/references', 'params': {"
        "'textDocument': {'uri': 'a:b'}}}",
        "< " CALL "5, 'error': {'code': -32602, 'message': '*'}}",
        NULL,
    };

    (void)state;
    transcript_run(lines);
}

#define EDITS                                                                 \
    "[{'range': " RANGE("2", "23", "24") ", 'newText': '7'}, "                \
    "{'range': " RANGE("7", "9", "10") ", 'newText': '7'}]"

static void renames(void **state)
{
    static const char *const lines[] = {
        INITIALIZE("{'textDocument': {'diagnostic': {}}}"),
        INITIALIZED,
        OPENED,
        ASK("1", "prepareRename", "7", "12", ""),
        RESULT("1", "{'range': " RANGE("7", "12", "15")
                    ", 'placeholder': 'é𝄞'}"),
        ASK("2", "prepareRename", "2", "3", ""),
        RESULT("2", "{'range': " RANGE("2", "23", "24")
                    ", 'placeholder': '2'}"),
        ASK("3", "rename", "7", "9", ", 'newName': '7'"),
        RESULT("3", "{'changes': {'a:b': " EDITS "}}"),
        ASK("4", "rename", "7", "9", ", 'newName': 'x'"),
        "< " CALL "4, 'error': {'code': -32803, 'message': '*'}}",
        ASK("5", "rename", "0", "5", ", 'newName': '7'"),
        "< " CALL "5, 'error': {'code': -32803, 'message': "
        "'there is nothing to rename here'}}",
        ASK("6", "rename", "7", "9", ""),
        "< " CALL "6, 'error': {'code': -32602, 'message': '*'}}",
        NULL,
    };
    static const char *const versioned[] = {
        INITIALIZE_WITH("{'textDocument': {'diagnostic': {}, 'rename': "
                   "{'prepareSupport': true}}, 'workspace': "
                   "{'workspaceEdit': {'documentChanges': true}}}", "null"),
        INITIALIZED,
        OPENED,
        ASK("1", "rename", "7", "9", ", 'newName': '7'"),
        RESULT("1", "{'documentChanges': [{'textDocument': "
                    "{'uri': 'a:b', 'version': 3}, 'edits': " EDITS "}]}"),
        NULL,
    };

    (void)state;
    transcript_run(lines);
    transcript_run(versioned);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(goes_in_each_encoding),
        cmocka_unit_test(goes_nowhere),
        cmocka_unit_test(renames),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
