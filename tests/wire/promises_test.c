/* The yardsticks for clients themselves must find what is too much. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "promises.h"
#include "ranges.h"

#define ITEM(more) "{'completion': {'completionItem': {" more "}}}"
#define LITERAL "'codeActionLiteralSupport': {}"

/* What a client can in textDocument, what it gets as the answer to a METHOD
 * (a call, if it has a '!'), and whether that is too much for the client. */
static const struct {
    const char *can, *method, *got;
    bool fault;
} rows[] = {
    {"{}", "textDocument/hover", "{'contents': {'kind': 'plaintext'}}", false},
    {"{}", "textDocument/hover", "{'contents': {'kind': 'markdown'}}", true},
    {"{'hover': {'contentFormat': ['markdown']}}", "textDocument/hover",
     "{'contents': {'kind': 'plaintext'}}", true},
    {"{}", "textDocument/completion", "[{'insertTextFormat': 2, 'textEdit': "
                                      "{'newText': 'x'}}]", true},
    {"{}", "textDocument/completion",
     "{'items': [{'textEdit': {'newText': '${1:x}'}}]}", true},
    {"{}", "textDocument/completion", "{'items': [{'insertText': '${1:x}'}]}",
     true},
    {ITEM("'snippetSupport': true"), "textDocument/completion",
     "[{'insertTextFormat': 2, 'textEdit': {'newText': '${1:x}'}}]", false},
    {ITEM("'snippetSupport': true"), "textDocument/completion",
     "[{'insertTextFormat': 2, 'textEdit': {'newText': '${1|x,y|}'}}]", true},
    {"{}", "textDocument/completion", "[{'kind': 23}]", true},
    {"{}", "textDocument/completion", "[{'kind': 18}]", false},
    {"{'completion': {'completionItemKind': {'valueSet': [1]}}}",
     "textDocument/completion", "[{'kind': 18}]", true},
    {"{}", "textDocument/completion", "[{'insertTextMode': 1}]", true},
    {ITEM("'insertTextModeSupport': {'valueSet': [2]}"),
     "textDocument/completion", "[{'insertTextMode': 1}]", true},
    {"{}", "textDocument/completion", "[{'labelDetails': {}}]", true},
    {"{}", "textDocument/completion", "[{'deprecated': false}]", true},
    {"{}", "textDocument/completion", "[{'preselect': true}]", true},
    {"{}", "textDocument/completion", "[{'tags': []}]", true},
    {"{}", "textDocument/completion", "[{'commitCharacters': []}]", true},
    {"{}", "textDocument/completion", "[{'textEdit': {'insert': {}}}]", true},
    {"{}", "textDocument/completion", "{'itemDefaults': {}, 'items': []}",
     true},
    {"{}", "textDocument/completion",
     "[{'documentation': {'kind': 'markdown'}}]", true},
    {"{}", "textDocument/documentSymbol", "[{'selectionRange': {}}]", true},
    {"{}", "textDocument/documentSymbol", "[{'kind': 24}]", true},
    {"{'documentSymbol': {'hierarchicalDocumentSymbolSupport': true}}",
     "textDocument/documentSymbol", "[{'children': [{'kind': 24}]}]", true},
    {"{'documentSymbol': {'symbolKind': {'valueSet': [24]}}}",
     "textDocument/documentSymbol", "[{'kind': 24}]", false},
    {"{}", "workspace/symbol", "[{'location': {'uri': 'a:b'}}]", true},
    {"{}", "workspace/symbol", "[{'location': {'range': {}}, 'kind': 20}]",
     true},
    {"{'foldingRange': {'rangeLimit': 1}}", "textDocument/foldingRange",
     "[{}, {}]", true},
    {"{'foldingRange': {'lineFoldingOnly': true}}",
     "textDocument/foldingRange", "[{'startCharacter': 1}]", true},
    {"{}", "textDocument/foldingRange", "[{'kind': 'region'}]", true},
    {"{}", "textDocument/foldingRange", "[{'collapsedText': 'x'}]", true},
    {"{}", "textDocument/documentLink", "[{'tooltip': 'x'}]", true},
    {"{}", "textDocument/definition", "[{'targetUri': 'a:b'}]", true},
    {"{}", "textDocument/codeAction", "[{'edit': {}}]", true},
    {"{'codeAction': {" LITERAL "}}", "textDocument/codeAction",
     "[{'kind': 'quickfix', 'edit': {'changes': {}}}]", false},
    {"{'codeAction': {" LITERAL "}}", "textDocument/codeAction",
     "[{'isPreferred': true}]", true},
    {"{'codeAction': {" LITERAL "}}", "textDocument/codeAction",
     "[{'disabled': {}}]", true},
    {"{'codeAction': {" LITERAL "}}", "textDocument/codeAction",
     "[{'data': 1}]", true},
    {"{'codeAction': {" LITERAL "}}", "textDocument/codeAction",
     "[{'edit': {'documentChanges': []}}]", true},
    {"{'codeAction': {" LITERAL "}}", "textDocument/codeAction",
     "[{'diagnostics': [{'codeDescription': {}}]}]", true},
    {"{}", "textDocument/rename", "{'documentChanges': []}", true},
    {"{}", "textDocument/rename", "{'changeAnnotations': {}}", true},
    {"{}", "textDocument/diagnostic", "{'items': [{'data': 1}]}", true},
    {"{}", "textDocument/diagnostic", "{'relatedDocuments': {}}", true},
    {"{'publishDiagnostics': {'tagSupport': {'valueSet': [1]}}}",
     "textDocument/diagnostic", "{'items': [{'tags': [2]}]}", true},
    {"{}", "textDocument/publishDiagnostics!",
     "{'diagnostics': [{'relatedInformation': []}]}", true},
    {"{}", "textDocument/publishDiagnostics!", "{'diagnostics': [{}]}", false},
    {"{}", "initialize", "{'capabilities': {'positionEncoding': 'utf-8'}}",
     true},
    {"{}", "initialize", "{'capabilities': {'positionEncoding': 'utf-16'}}",
     false},
    {"{}", "initialize", "{'capabilities': {'diagnosticProvider': {}}}", true},
    {"{}", "initialize", "{'capabilities': {'codeActionProvider': true}}",
     true},
    {"{}", "initialize",
     "{'capabilities': {'renameProvider': {'prepareProvider': true}}}", true},
    {"{}", "client/registerCapability!",
     "{'registrations': [{'method': 'workspace/didChangeConfiguration'}]}",
     true},
    {"{}", "workspace/configuration!", "{}", true},
    {"{}", "workspace/applyEdit!", "{'edit': {}}", true},
    {"{}", "workspace/diagnostic/refresh!", "{}", true},
    {"{}", "workspace/codeLens/refresh!", "{}", true},
    {"{}", "workspace/inlayHint/refresh!", "{}", true},
    {"{}", "window/workDoneProgress/create!", "{}", true},
    {"{}", "$/progress!", "{}", true},
    {"{}", "window/showDocument!", "{}", true},
    {"{}", "window/showMessage!", "{}", false},
};

/* FORMAT with ' for ", and VALUES in the places of its @. */
static json_t *json_with(const char *format, const char *const *values)
{
    struct buffer written = {NULL, 0, 0};
    json_error_t error;
    json_t *value;

    for (const char *at = format; *at; at++) {
        if (*at == '@')
            buffer_add_string(&written, *values++);
        else
            buffer_add_char(&written, *at);
    }
    for (size_t at = 0; at < written.length; at++) {
        if (written.bytes[at] == '\'')
            written.bytes[at] = '"';
    }
    value = json_loads(written.bytes, 0, &error);
    if (!value)
        fail_msg("%s: %s", error.text, written.bytes);
    buffer_free(&written);
    return value;
}

static bool is_allowed(size_t row)
{
    size_t length = strcspn(rows[row].method, "!");
    bool call = rows[row].method[length] != '\0';
    char *method = memory_copy(rows[row].method, length);
    json_t *client = json_with("{'capabilities': {'textDocument': @}}",
                               (const char *const[]){rows[row].can});
    json_t *message =
        call ? json_with("{'method': '@', 'params': @}",
                         (const char *const[]){method, rows[row].got})
             : json_with("{'id': 1, 'result': @}",
                         (const char *const[]){rows[row].got});
    struct buffer fault = {NULL, 0, 0};
    bool allowed = promises_allow(client, message, call ? NULL : method,
                                  &fault);

    buffer_free(&fault);
    json_decref(message);
    json_decref(client);
    memory_free(method);
    return allowed;
}

static void finds_what_is_too_much(void **state)
{
    (void)state;
    for (size_t row = 0; row < sizeof rows / sizeof *rows; row++) {
        if (is_allowed(row) == rows[row].fault)
            fail_msg("%s: %s for %s", rows[row].method, rows[row].got,
                     rows[row].can);
    }
}

/* One line of a letter of two bytes, one of four, and x; one of y. */
#define TEXT "\xc3\xa9\xf0\x9d\x84\x9ex\r\ny"

static const struct {
    const char *encoding;
    int line, start, end;
    const char *words;          /* NULL: no place */
} ranges[] = {
    {"utf-8", 0, 2, 6, "\xf0\x9d\x84\x9e"}, {"utf-8", 0, 1, 6, NULL},
    {"utf-8", 0, 6, 7, "x"},                {"utf-8", 0, 6, 8, NULL},
    {"utf-16", 0, 1, 3, "\xf0\x9d\x84\x9e"}, {"utf-16", 0, 2, 3, NULL},
    {"utf-16", 0, 3, 4, "x"},               {"utf-16", 0, 4, 5, NULL},
    {"utf-32", 0, 1, 2, "\xf0\x9d\x84\x9e"}, {"utf-32", 0, 2, 3, "x"},
    {"utf-32", 0, 3, 4, NULL},              {"utf-32", 0, 3, 2, NULL},
    {"utf-8", 1, 0, 1, "y"},                {"utf-8", 2, 0, 0, NULL},
};

static void finds_what_is_no_place(void **state)
{
    (void)state;
    for (size_t row = 0; row < sizeof ranges / sizeof *ranges; row++) {
        json_t *range = json_pack(
            "{s:{s:i, s:i}, s:{s:i, s:i}}", "start", "line", ranges[row].line,
            "character", ranges[row].start, "end", "line", ranges[row].line,
            "character", ranges[row].end);
        json_t *deep = json_pack("[{s:[O]}]", "inside", range);
        char *words = ranges_words(TEXT, ranges[row].encoding, range);
        struct buffer fault = {NULL, 0, 0};

        if (!words != !ranges[row].words ||
            (words && strcmp(words, ranges[row].words)))
            fail_msg("row %zu: %s", row, words ? words : "no place");
        assert_int_equal(ranges_hold(TEXT, ranges[row].encoding, deep, &fault),
                         words != NULL);
        memory_free(words);
        buffer_free(&fault);
        json_decref(deep);
        json_decref(range);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_what_is_too_much),
        cmocka_unit_test(finds_what_is_no_place),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
