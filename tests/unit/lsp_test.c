/* What is read of clients' first words: the gist of what known editors send. */
#include "lsp.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define LENGTH_OF(array) (sizeof(array) / sizeof(array)[0])

struct row {
    const char *editor;
    const char *params;             /* with ' for " */
    struct lsp_client expected;     /* but for its strings and options */
};

static const struct row rows[] = {
    {"ALE 3.3: no name, false where others say nothing",
     "{'processId': 1, 'rootUri': 'file:///r', 'initializationOptions': {},"
     "'capabilities': {'workspace': {'configuration': false,"
     "'didChangeConfiguration': {'dynamicRegistration': false}},"
     "'textDocument': {'publishDiagnostics': {'relatedInformation': true}}}}",
     {.process_id = 1, .encoding = ENCODING_UTF16, .shows_related = true}},
    {"eglot 1.9",
     "{'processId': 1, 'rootPath': '/r', 'rootUri': 'file:///r',"
     "'initializationOptions': {}, 'workspaceFolders': [{'uri': 'file:///r',"
     "'name': '/r'}], 'capabilities': {'workspace': {'configuration': true,"
     "'didChangeWatchedFiles': {'dynamicRegistration': true}},"
     "'textDocument': {'publishDiagnostics': {'relatedInformation': false,"
     "'codeDescriptionSupport': false}}, 'experimental': {}}}",
     {.process_id = 1, .encoding = ENCODING_UTF16, .has_configuration = true,
      .registers_watching = true}},
    {"eglot 1.17: UTF-32 first",
     "{'processId': 1, 'clientInfo': {'name': 'Eglot', 'version': '1'},"
     "'rootUri': 'file:///r', 'capabilities': {'general': {"
     "'positionEncodings': ['utf-32', 'utf-8', 'utf-16']}, 'workspace': {"
     "'configuration': true,"
     "'didChangeWatchedFiles': {'dynamicRegistration': true}}}}",
     {.process_id = 1, .encoding = ENCODING_UTF32, .has_configuration = true,
      .registers_watching = true}},
    {"Helix 25.07: folders, but no root",
     "{'processId': 1, 'clientInfo': {'name': 'helix'}, 'rootPath': null,"
     "'rootUri': null, 'workspaceFolders': [{'uri': 'file:///r',"
     "'name': 'r'}], 'capabilities': {'general': {'positionEncodings':"
     "['utf-8', 'utf-32', 'utf-16']}, 'textDocument': {'diagnostic':"
     "{'dynamicRegistration': false}, 'publishDiagnostics': {"
     "'versionSupport': true}}, 'workspace': {'configuration': true,"
     "'diagnostics': {'refreshSupport': true}, 'didChangeConfiguration': {"
     "'dynamicRegistration': false}, 'didChangeWatchedFiles': {"
     "'dynamicRegistration': true}}}}",
     {.process_id = 1, .encoding = ENCODING_UTF8, .pulls_diagnostics = true,
      .refreshes_diagnostics = true, .has_configuration = true,
      .registers_watching = true}},
    {"Kate 22.12: next to nothing",
     "{'processId': 1, 'rootPath': '/r', 'rootUri': 'file:///r',"
     "'initializationOptions': null, 'workspaceFolders': null,"
     "'capabilities': {'textDocument': {'publishDiagnostics': {"
     "'relatedInformation': true}}, 'window': {'workDoneProgress': true}}}",
     {.process_id = 1, .encoding = ENCODING_UTF16, .shows_related = true,
      .shows_work = true}},
    {"Neovim 0.7",
     "{'processId': 1, 'clientInfo': {'name': 'Neovim'}, 'trace': 'off',"
     "'rootUri': 'file:///r', 'workspaceFolders': [{'uri': 'file:///r',"
     "'name': '/r'}], 'capabilities': {'textDocument': {"
     "'publishDiagnostics': {'relatedInformation': true}}}}",
     {.process_id = 1, .encoding = ENCODING_UTF16, .shows_related = true}},
    {"Neovim 0.10: pulls, but not when told to, so it is pushed to",
     "{'processId': 1, 'clientInfo': {'name': 'Neovim'}, 'trace': 'off',"
     "'rootUri': 'file:///r', 'workspaceFolders': [{'uri': 'file:///r',"
     "'name': '/r'}], 'capabilities': {'general': {'positionEncodings':"
     "['utf-16']}, 'workspace': {'configuration': true,"
     "'inlayHint': {'refreshSupport': true}}, 'textDocument': {"
     "'diagnostic': {'dynamicRegistration': false},"
     "'publishDiagnostics': {'relatedInformation': true}}}}",
     {.process_id = 1, .encoding = ENCODING_UTF16, .shows_related = true,
      .refreshes_hints = true, .has_configuration = true}},
    {"one that can only pull",
     "{'processId': 1, 'rootUri': 'file:///r', 'capabilities': {"
     "'workspace': {'codeLens': {'refreshSupport': true}},"
     "'textDocument': {'diagnostic': {}}}}",
     {.process_id = 1, .encoding = ENCODING_UTF16, .pulls_diagnostics = true,
      .refreshes_lenses = true}},
    {"Neovim 0.12",
     "{'processId': 1, 'clientInfo': {'name': 'Neovim'}, 'trace': 'off',"
     "'rootUri': 'file:///r', 'workspaceFolders': [{'uri': 'file:///r',"
     "'name': '/r'}], 'capabilities': {'general': {'positionEncodings':"
     "['utf-8', 'utf-16', 'utf-32']}, 'workspace': {'configuration': true,"
     "'diagnostics': {'refreshSupport': true}}, 'textDocument': {"
     "'diagnostic': {'dynamicRegistration': true},"
     "'publishDiagnostics': {'relatedInformation': true}}}}",
     {.process_id = 1, .encoding = ENCODING_UTF8, .pulls_diagnostics = true,
      .refreshes_diagnostics = true, .shows_related = true,
      .has_configuration = true}},
    {"VS Code 1.139: all there is",
     "{'processId': 1, 'clientInfo': {'name': 'code'}, 'locale': 'en',"
     "'rootUri': 'file:///r', 'capabilities': {'general': {"
     "'positionEncodings': ['utf-16']}, 'workspace': {'configuration': true,"
     "'diagnostics': {'refreshSupport': true}, 'didChangeConfiguration': {"
     "'dynamicRegistration': true}, 'didChangeWatchedFiles': {"
     "'dynamicRegistration': true}, 'workspaceEdit': {'documentChanges': true,"
     "'resourceOperations': ['rename', 'create', 'delete']}}, 'textDocument':"
     "{'codeAction': {'isPreferredSupport': true, 'codeActionLiteralSupport':"
     "{'codeActionKind': {'valueSet': ['', 'quickfix']}}}, 'diagnostic': {"
     "'dynamicRegistration': true}, 'publishDiagnostics': {"
     "'relatedInformation': true}}}}",
     {.process_id = 1, .encoding = ENCODING_UTF16, .pulls_diagnostics = true,
      .refreshes_diagnostics = true, .shows_related = true,
      .has_configuration = true, .registers_configuration = true,
      .registers_watching = true, .has_code_actions = true,
      .marks_preferred = true, .versions_edits = true,
      .creates_files = true}},
    {"one that creates files, but not in its edits",
     "{'processId': 1, 'rootUri': 'file:///r', 'capabilities': {"
     "'workspace': {'workspaceEdit': {'documentChanges': false,"
     "'resourceOperations': ['create']}}, 'textDocument': {'codeAction': {"
     "'codeActionLiteralSupport': {}}}}}",
     {.process_id = 1, .encoding = ENCODING_UTF16, .has_code_actions = true}},
    {"one that sends odd things",
     "{'processId': null, 'rootUri': 'file:///r', 'clientInfo': 3,"
     "'workspaceFolders': {}, 'capabilities': {'general': [],"
     "'workspace': 3, 'textDocument': {'diagnostic': true}}}",
     {.encoding = ENCODING_UTF16}},
};

static json_t *new_params(const char *text)
{
    char *body = strdup(text);
    char *quote;
    json_t *params;

    while ((quote = strchr(body, '\'')))
        *quote = '"';
    params = json_loads(body, 0, NULL);
    free(body);
    assert_non_null(params);
    return params;
}

static void assert_string(struct slice string, const char *expected)
{
    assert_int_equal(string.length, strlen(expected));
    assert_memory_equal(string.bytes, expected, string.length);
}

static void assert_client(const struct lsp_client *client,
                          const struct lsp_client *expected)
{
    assert_int_equal(client->process_id, expected->process_id);
    assert_int_equal(client->encoding, expected->encoding);
    assert_int_equal(client->pulls_diagnostics, expected->pulls_diagnostics);
    assert_int_equal(client->refreshes_diagnostics,
                     expected->refreshes_diagnostics);
    assert_int_equal(client->refreshes_lenses, expected->refreshes_lenses);
    assert_int_equal(client->refreshes_hints, expected->refreshes_hints);
    assert_int_equal(client->shows_related, expected->shows_related);
    assert_int_equal(client->has_configuration, expected->has_configuration);
    assert_int_equal(client->registers_configuration,
                     expected->registers_configuration);
    assert_int_equal(client->registers_watching,
                     expected->registers_watching);
    assert_int_equal(client->has_code_actions, expected->has_code_actions);
    assert_int_equal(client->marks_preferred, expected->marks_preferred);
    assert_int_equal(client->versions_edits, expected->versions_edits);
    assert_int_equal(client->creates_files, expected->creates_files);
    assert_int_equal(client->shows_work, expected->shows_work);
    assert_string(client->root, "file:///r");
}

static void editors(void **state)
{
    size_t i;

    (void)state;
    for (i = 0; i < LENGTH_OF(rows); i++) {
        json_t *params = new_params(rows[i].params);
        struct lsp_client client;
        const char *fault = NULL;

        if (!lsp_read_initialize(params, &client, &fault))
            fail_msg("%s: %s", rows[i].editor, fault);
        print_message("%s\n", rows[i].editor);
        assert_client(&client, &rows[i].expected);
        json_decref(params);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(editors),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
