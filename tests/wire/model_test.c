/*
 * Every message of the real program is held against the protocol's meta model,
 * which the environment names in LSP_META_MODEL; else it is where it lies beside
 * us. Skipped, aloud, without it.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "model.h"
#include "wire.h"

#define SKIPPED 77      /* what ctest takes for it */

static const char poor[] = "{}";

static const char pushed[] =
    "{'general': {'positionEncodings': ['utf-8', 'utf-16']},"
    " 'textDocument': {'publishDiagnostics': {'relatedInformation': true,"
    "   'versionSupport': true, 'codeDescriptionSupport': true,"
    "   'dataSupport': true},"
    "  'completion': {'completionItem': {'snippetSupport': true,"
    "   'documentationFormat': ['markdown'], 'insertTextModeSupport':"
    "   {'valueSet': [1]}}},"
    "  'rename': {'prepareSupport': true},"
    "  'codeAction': {'isPreferredSupport': true, 'codeActionLiteralSupport':"
    "   {'codeActionKind': {'valueSet': ['', 'quickfix', 'source']}}}},"
    " 'workspace': {'configuration': true, 'applyEdit': true,"
    "  'workspaceEdit': {'documentChanges': true,"
    "   'resourceOperations': ['create']},"
    "  'didChangeConfiguration': {'dynamicRegistration': true},"
    "  'didChangeWatchedFiles': {'dynamicRegistration': true}}}";

static const char pulled[] =
    "{'textDocument': {'diagnostic': {'dynamicRegistration': true,"
    "   'relatedDocumentSupport': true},"
    "  'hover': {'contentFormat': ['markdown', 'plaintext']},"
    "  'documentSymbol': {'hierarchicalDocumentSymbolSupport': true},"
    "  'documentLink': {'tooltipSupport': true},"
    "  'publishDiagnostics': {'relatedInformation': true}},"
    " 'workspace': {'diagnostics': {'refreshSupport': true}}}";

/* What the client says one after the other; %s is the capabilities, @ the
 * number of the request. */
static const struct {
    const char *method;     /* NULL: a notification */
    const char *json;
} said[] = {
    {"initialize",
     "{'jsonrpc': '2.0', 'id': @, 'method': 'initialize', 'params': "
     "{'processId': null, 'rootUri': null, 'capabilities': %s}}"},
    {NULL, "{'jsonrpc': '2.0', 'method': 'initialized', 'params': {}}"},
    {NULL,
     "{'jsonrpc': '2.0', 'method': 'textDocument/didOpen', 'params': "
     "{'textDocument': {'uri': 'untitled:report', 'languageId': 'markdown', "
     "'version': 1, 'text': '## Full Incident Report\\n\\n### Summary\\n\\n"
     "- **Relevant policies:**\\n- **Analysis:** NA\\n\\n### Summary\\n'}}}"},
    {NULL,
     "{'jsonrpc': '2.0', 'method': 'textDocument/didOpen', 'params': "
     "{'textDocument': {'uri': 'untitled:factors', 'languageId': 'markdown', "
     "'version': 1, 'text': '## Full Incident Report\\n\\n"
     "### Root Cause Analysis\\n\\n**Contributing Factor #2: Clock**\\n\\n"
     "### Action Items\\n\\n| Action Item | Corresponding Root Cause(s) |\\n| - | - |\\n"
     "| Do | #2 |\\n'}}}"},
    {NULL,
     "{'jsonrpc': '2.0', 'method': 'textDocument/didChange', 'params': "
     "{'textDocument': {'uri': 'untitled:report', 'version': 2}, "
     "'contentChanges': [{'range': {'start': {'line': 4, 'character': 0}, "
     "'end': {'line': 4, 'character': 0}}, "
     "'text': '- **Source of incident disclosure:** self-reported\\n'}]}}"},
    {"textDocument/diagnostic",
     "{'jsonrpc': '2.0', 'id': @, 'method': 'textDocument/diagnostic', "
     "'params': {'textDocument': {'uri': 'untitled:report'}}}"},
    {"textDocument/codeAction",
     "{'jsonrpc': '2.0', 'id': @, 'method': 'textDocument/codeAction', "
     "'params': {'textDocument': {'uri': 'untitled:report'}, 'range': "
     "{'start': {'line': 0, 'character': 0}, "
     "'end': {'line': 9, 'character': 0}}, 'context': {'diagnostics': []}}}"},
    {"textDocument/hover",
     "{'jsonrpc': '2.0', 'id': @, 'method': 'textDocument/hover', "
     "'params': {'textDocument': {'uri': 'untitled:report'}, 'position': "
     "{'line': 0, 'character': 5}}}"},
    {"textDocument/documentSymbol",
     "{'jsonrpc': '2.0', 'id': @, 'method': 'textDocument/documentSymbol', "
     "'params': {'textDocument': {'uri': 'untitled:report'}}}"},
    {"workspace/symbol",
     "{'jsonrpc': '2.0', 'id': @, 'method': 'workspace/symbol', "
     "'params': {'query': 'sum'}}"},
    {"textDocument/foldingRange",
     "{'jsonrpc': '2.0', 'id': @, 'method': 'textDocument/foldingRange', "
     "'params': {'textDocument': {'uri': 'untitled:report'}}}"},
    {"textDocument/documentLink",
     "{'jsonrpc': '2.0', 'id': @, 'method': 'textDocument/documentLink', "
     "'params': {'textDocument': {'uri': 'untitled:report'}}}"},
    {"textDocument/codeLens",
     "{'jsonrpc': '2.0', 'id': @, 'method': 'textDocument/codeLens', "
     "'params': {'textDocument': {'uri': 'untitled:report'}}}"},
    {"textDocument/selectionRange",
     "{'jsonrpc': '2.0', 'id': @, 'method': 'textDocument/selectionRange', "
     "'params': {'textDocument': {'uri': 'untitled:report'}"
     ", 'positions': [{'line': 0, 'character': 4}, {'line': 9, 'character': 0}]}}"},
    {"textDocument/inlayHint",
     "{'jsonrpc': '2.0', 'id': @, 'method': 'textDocument/inlayHint', "
     "'params': {'textDocument': {'uri': 'untitled:report'}"
     ", 'range': {'start': {'line': 0, 'character': 0}, 'end': {'line': 99, 'character': 0}}}}"},
    {"textDocument/definition",
     "{'jsonrpc': '2.0', 'id': @, 'method': 'textDocument/definition', "
     "'params': {'textDocument': {'uri': 'untitled:factors'}, 'position': "
     "{'line': 10, 'character': 7}}}"},
    {"textDocument/references",
     "{'jsonrpc': '2.0', 'id': @, 'method': 'textDocument/references', "
     "'params': {'textDocument': {'uri': 'untitled:factors'}, 'position': "
     "{'line': 4, 'character': 7}, 'context': {'includeDeclaration': "
     "true}}}"},
    {"textDocument/documentHighlight",
     "{'jsonrpc': '2.0', 'id': @, 'method': 'textDocument/documentHighlight', "
     "'params': {'textDocument': {'uri': 'untitled:factors'}, 'position': "
     "{'line': 4, 'character': 7}}}"},
    {"textDocument/prepareRename",
     "{'jsonrpc': '2.0', 'id': @, 'method': 'textDocument/prepareRename', "
     "'params': {'textDocument': {'uri': 'untitled:factors'}, 'position': "
     "{'line': 10, 'character': 8}}}"},
    {"textDocument/rename",
     "{'jsonrpc': '2.0', 'id': @, 'method': 'textDocument/rename', "
     "'params': {'textDocument': {'uri': 'untitled:factors'}, 'position': "
     "{'line': 10, 'character': 8}, 'newName': '1'}}"},
    {"textDocument/completion",
     "{'jsonrpc': '2.0', 'id': @, 'method': 'textDocument/completion', "
     "'params': {'textDocument': {'uri': 'untitled:report'}, "
     "'position': {'line': 3, 'character': 0}}}"},
    {"textDocument/formatting",
     "{'jsonrpc': '2.0', 'id': @, 'method': 'textDocument/formatting', "
     "'params': {'textDocument': {'uri': 'untitled:report'}, 'options': "
     "{'tabSize': 4, 'insertSpaces': true}}}"},
    {"textDocument/rangeFormatting",
     "{'jsonrpc': '2.0', 'id': @, 'method': 'textDocument/rangeFormatting', "
     "'params': {'textDocument': {'uri': 'untitled:report'}, 'range': "
     "{'start': {'line': 0, 'character': 0}, 'end': {'line': 9, 'character': "
     "0}}, 'options': {'tabSize': 4, 'insertSpaces': true}}}"},
    {"workspace/executeCommand",
     "{'jsonrpc': '2.0', 'id': @, 'method': 'workspace/executeCommand', "
     "'params': {'command': 'incident-ls.insertTemplate', 'arguments': "
     "['untitled:report', {'line': 0, 'character': 0}, 'preliminary']}}"},
    {"workspace/executeCommand",
     "{'jsonrpc': '2.0', 'id': @, 'method': 'workspace/executeCommand', "
     "'params': {'command': 'incident-ls.check', 'arguments': "
     "['untitled:report']}}"},
    {NULL, "{'jsonrpc': '2.0', 'id': @, 'method': 'no/such'}"},
    {NULL, "[]"},
    {NULL, "{"},
    {NULL,
     "{'jsonrpc': '2.0', 'method': 'workspace/didChangeConfiguration', "
     "'params': {'settings': {'incident-ls': {'no': 1}}}}"},
    {NULL,
     "{'jsonrpc': '2.0', 'method': 'textDocument/didClose', 'params': "
     "{'textDocument': {'uri': 'untitled:report'}}}"},
    {"shutdown", "{'jsonrpc': '2.0', 'id': @, 'method': 'shutdown'}"},
    {NULL, "{'jsonrpc': '2.0', 'id': @, 'method': 'shutdown'}"},
};

#define COUNT (sizeof said / sizeof *said)

static bool is_request(size_t row)
{
    return strchr(said[row].json, '@') != NULL;
}

/* How many requests there are in the first COUNT of what is said. */
static json_int_t requests_in(size_t count)
{
    json_int_t requests = 0;

    while (count--)
        requests += is_request(count);
    return requests;
}

static const char *method_of(const json_t *message)
{
    json_int_t id = json_integer_value(json_object_get(message, "id"));

    for (size_t row = 0; row < COUNT; row++) {
        if (is_request(row) && requests_in(row + 1) == id)
            return said[row].method;
    }
    return NULL;
}

static void say(struct wire *wire, size_t row, const char *capabilities)
{
    struct buffer call = {0};

    for (const char *at = said[row].json; *at; at++) {
        if (*at == '@') {
            buffer_add_number(&call, (size_t)requests_in(row + 1));
        } else if (!strncmp(at, "%s", 2)) {
            buffer_add_string(&call, capabilities);
            at++;
        } else {
            buffer_add_char(&call, *at);
        }
    }
    wire_say(wire, call.bytes);
    buffer_free(&call);
}

/* All that comes until the answer to the last request. */
static size_t hold_all(struct wire *wire, const json_t *model)
{
    size_t count = 0;
    json_int_t id = 0;

    while (id != requests_in(COUNT)) {
        json_t *message = wire_hear(wire);
        struct buffer fault = {NULL, 0, 0};

        if (!model_allows(model, message, method_of(message), &fault))
            fail_msg("%s: %s", fault.bytes, json_dumps(message, 0));
        if (!json_object_get(message, "method"))
            id = json_integer_value(json_object_get(message, "id"));
        buffer_free(&fault);
        json_decref(message);
        count++;
    }
    return count;
}

/* The model that the environment names, or else where it lies beside us; NULL if
 * it isn't there. */
static const char *model_path(void)
{
    const char *named = getenv("LSP_META_MODEL");

    if (named)
        return named;
    return access(META_MODEL, R_OK) ? NULL : META_MODEL;
}

static void play(const char *capabilities, size_t least)
{
    json_t *model = model_read(model_path());
    struct wire wire;

    assert_non_null(model);
    wire_open(&wire);
    for (size_t row = 0; row < COUNT; row++)
        say(&wire, row, capabilities);
    assert_true(hold_all(&wire, model) >= least);
    wire_close(&wire);
    json_decref(model);
}

static void to_a_poor_client(void **state)
{
    (void)state;
    play(poor, 9);
}

static void to_one_that_is_pushed_to(void **state)
{
    (void)state;
    play(pushed, 9);
}

static void to_one_that_pulls(void **state)
{
    (void)state;
    play(pulled, 9);
}

/* The yardstick itself must find something too short. */
static void finds_faults(void **state)
{
    json_t *model = model_read(model_path());
    static const char *const wrong[] = {
        "{\"jsonrpc\": \"2.0\", \"method\": \"no/such\", \"params\": {}}",
        "{\"jsonrpc\": \"2.0\", \"method\": \"textDocument/didOpen\"}",
        "{\"jsonrpc\": \"2.0\", \"id\": 1, \"result\": {\"capabilities\": "
        "{\"textDocumentSync\": \"all\"}}}",
        "{\"jsonrpc\": \"2.0\", \"id\": 1, \"result\": {}}",
        "{\"jsonrpc\": \"2.0\", \"method\": \"window/showMessage\", "
        "\"params\": {\"type\": 9, \"message\": \"x\"}}",
        "{\"jsonrpc\": \"2.0\", \"method\": \"window/showMessage\", "
        "\"params\": {\"type\": 1, \"message\": \"x\", \"extra\": 1}}",
    };

    (void)state;
    for (size_t row = 0; row < sizeof wrong / sizeof *wrong; row++) {
        json_t *message = json_loads(wrong[row], 0, NULL);
        struct buffer fault = {NULL, 0, 0};

        assert_non_null(message);
        if (model_allows(model, message, "initialize", &fault))
            fail_msg("allowed: %s", wrong[row]);
        buffer_free(&fault);
        json_decref(message);
    }
    json_decref(model);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_faults),
        cmocka_unit_test(to_a_poor_client),
        cmocka_unit_test(to_one_that_is_pushed_to),
        cmocka_unit_test(to_one_that_pulls),
    };

    if (!model_path()) {
        puts("SKIPPED: LSP_META_MODEL names no meta model to hold against");
        return SKIPPED;
    }
    return cmocka_run_group_tests(tests, NULL, NULL);
}
