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

static void switched_off(void **state)
{
    static const char *const lines[] = {
        INITIALIZE("{'textDocument': {" PULLING "}}",
                   "{'features': {'hover': false}}"),
        ANSWERED,
        OPEN("## Full Incident Report\\n"),
        ASK("1", "hover", AT("0", "5")),
        RESULT("1", "null"),
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
        cmocka_unit_test(switched_off),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
