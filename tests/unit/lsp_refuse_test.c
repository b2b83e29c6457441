/* What is refused of a client's params, and what is still taken as meant. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "lsp.h"
#include "lsp_command.h"
#include "lsp_edit.h"
#include "lsp_view.h"

#define DOCUMENT "'textDocument': {'uri': 'a:b'}"
#define VERSIONED "'textDocument': {'uri': 'a:b', 'version': 1}"
#define GOOD "{'line': 1, 'character': 2}"
#define PLACE DOCUMENT ", 'position': " GOOD

/* The readers, all of one form. */

static bool read_open(const json_t *params, const char **fault)
{
    struct lsp_did_open open;

    return lsp_read_did_open(params, &open, fault);
}

static bool read_change(const json_t *params, const char **fault)
{
    struct lsp_did_change change;

    return lsp_read_did_change(params, &change, fault);
}

static bool read_place(const json_t *params, const char **fault)
{
    struct lsp_place place;

    return lsp_read_place(params, &place, fault);
}

static bool read_actions(const json_t *params, const char **fault)
{
    struct lsp_code_action_params action;

    return lsp_read_code_action(params, &action, fault);
}

static bool read_part(const json_t *params, const char **fault)
{
    struct lsp_part part;

    return lsp_read_part(params, &part, fault);
}

static bool read_selection(const json_t *params, const char **fault)
{
    struct lsp_selection_params selection;

    return lsp_read_selection(params, &selection, fault);
}

static bool read_query(const json_t *params, const char **fault)
{
    struct slice query;

    return lsp_read_query(params, &query, fault);
}

static bool read_rename(const json_t *params, const char **fault)
{
    struct lsp_rename rename;

    return lsp_read_rename(params, &rename, fault);
}

static bool read_command_place(const json_t *arguments, const char **fault)
{
    struct lsp_place place;

    return lsp_read_command_place(arguments, &place, fault);
}

static bool read_insertion(const json_t *arguments, const char **fault)
{
    struct lsp_insertion insertion;

    return lsp_read_insertion(arguments, &insertion, fault);
}

static const struct row {
    bool (*read)(const json_t *params, const char **fault);
    const char *params; /* with ' for " */
    const char *fault;  /* what it must name; NULL: it is good */
} rows[] = {
    {read_place, "{" PLACE "}", NULL},
    {read_place, "{" DOCUMENT ", 'position': {'line': 1.0, 'character': 1e9}}",
     NULL},
    {read_place, "{" DOCUMENT ", 'position': {'line': 1, 'character': 1e99}}",
     NULL},
    {read_place, "[]", "uri"},
    {read_place, "{}", "uri"},
    {read_place, "{'textDocument': {'uri': 7}}", "uri"},
    {read_place, "{" DOCUMENT "}", "position"},
    {read_place, "{" DOCUMENT ", 'position': {'line': 1}}", "position"},
    {read_place, "{" DOCUMENT ", 'position': {'character': 1}}", "position"},
    {read_place, "{" DOCUMENT ", 'position': {'line': -1, 'character': 1}}",
     "position"},
    {read_place, "{" DOCUMENT ", 'position': {'line': 1.5, 'character': 1}}",
     "position"},
    {read_open, "{" VERSIONED "}", "text"},
    {read_open, "{'textDocument': {'uri': 'a:b', 'text': ''}}", NULL},
    {read_change, "{" VERSIONED ", 'contentChanges': [{'text': ''}]}", NULL},
    {read_change,
     "{" VERSIONED ", 'contentChanges': [{'range': null, 'text': ''}]}", NULL},
    {read_change, "{" DOCUMENT ", 'contentChanges': []}", NULL},
    {read_change, "{'contentChanges': []}", "uri"},
    {read_change, "{" VERSIONED "}", "contentChanges"},
    {read_change, "{" VERSIONED ", 'contentChanges': {}}", "contentChanges"},
    {read_change, "{" VERSIONED ", 'contentChanges': [{}]}", "text"},
    {read_change,
     "{" VERSIONED ", 'contentChanges': [{'text': '', 'range': {'start': " GOOD
     "}}]}",
     "range"},
    {read_actions, "{}", "uri"},
    {read_actions, "{" DOCUMENT "}", "range"},
    {read_actions,
     "{" DOCUMENT ", 'range': {'start': " GOOD ", 'end': " GOOD
     "}, 'context': {'only': [7]}}",
     NULL},
    {read_part, "{}", "uri"},
    {read_part, "{" DOCUMENT ", 'range': {'end': " GOOD "}}", "range"},
    {read_selection, "{'positions': []}", "uri"},
    {read_selection, "{" DOCUMENT "}", "positions"},
    {read_selection, "{" DOCUMENT ", 'positions': [" GOOD ", {}]}", "position"},
    {read_query, "{'query': ''}", NULL},
    {read_query, "{}", "query"},
    {read_rename, "{" PLACE ", 'newName': 'x'}", NULL},
    {read_rename, "{" PLACE "}", "newName"},
    {read_rename, "{'newName': 'x'}", "uri"},
    {read_command_place, "['a:b']", NULL},
    {read_command_place, "['a:b', " GOOD "]", NULL},
    {read_command_place, "['a:b', 7]", "arguments"},
    {read_command_place, "[]", "arguments"},
    {read_insertion, "['a:b', " GOOD ", 'full']", NULL},
    {read_insertion, "[7, " GOOD ", 'full']", "arguments"},
    {read_insertion, "['a:b', " GOOD "]", "arguments"},
    {read_insertion, "['a:b', {}, 'full']", "arguments"},
};

static json_t *params_of(const char *text)
{
    char *json = strdup(text);
    json_t *params;

    for (char *at = json; *at; at++) {
        if (*at == '\'')
            *at = '"';
    }
    params = json_loads(json, JSON_DECODE_ANY, NULL);
    free(json);
    if (!params)
        fail_msg("no JSON: %s", text);
    return params;
}

static void says_what_is_wrong(void **state)
{
    (void)state;
    for (size_t index = 0; index < sizeof rows / sizeof *rows; index++) {
        const struct row *row = &rows[index];
        json_t *params = params_of(row->params);
        const char *fault = NULL;
        bool good = row->read(params, &fault);

        if (good != !row->fault)
            fail_msg("%s: %s", good ? "taken" : "refused", row->params);
        if (!good && !strstr(fault, row->fault))
            fail_msg("of %s it says: %s", row->params, fault);
        json_decref(params);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(says_what_is_wrong),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
