/* Words of a report reach the user as words, wherever they reach her. */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "wire.h"

/* An escape sequence, one by a single character, what turns the direction of
 * writing, a line end of another kind; then what Markdown would make a link, a
 * picture, HTML. */
#define ACTS                                                                   \
    "\\u001b]0;evil\\u0007\\u009b1mevil\\u202e\\u2066\\u200f\\u2028"           \
    "[evil](command:evil) ![evil](https://evil) <img onerror=evil>"

#define REPORT                                                                 \
    "## Full Incident Report " ACTS "\\n\\n### Summary\\n\\n"                  \
    "- **CA Owner CCADB unique ID:** " ACTS "\\n"                              \
    "- **Incident " ACTS ":** TBD " ACTS "\\n"                                 \
    "- **Timeline summary:**\\n"                                               \
    "  - **Non-compliance start date:** 2026-99-99 " ACTS "\\n\\n"             \
    "### " ACTS "\\n\\n### Timeline\\n\\nAll times are UTC.\\n\\n"             \
    "- 2026-01-02 03:04 " ACTS "\\n- " ACTS "\\n\\n"                           \
    "### Root Cause Analysis\\n\\n"                                            \
    "**Contributing Factor #1: " ACTS "**\\n\\n- **Description:** x\\n\\n"     \
    "### Action Items\\n\\n"                                                   \
    "| Action Item | Kind | Corresponding Root Cause(s) | Due Date |\\n"       \
    "| - | - | - | - |\\n| " ACTS " | " ACTS " | " ACTS " | " ACTS " |\\n"     \
    "| 1 | Prevent | | |\\n\\n"                                                \
    "### Appendix\\n\\n[" ACTS "](a" ACTS ".csv)\\n\\n"                        \
    "[incident-ls]: # (off: " ACTS ")\\n"

#define LINES 35

#define CAPABILITIES                                                           \
    "{'textDocument': {'hover': {'contentFormat': ['markdown']}, "             \
    "'completion': {'completionItem': {'documentationFormat': ['markdown'], "  \
    "'snippetSupport': true}}, 'documentSymbol': "                             \
    "{'hierarchicalDocumentSymbolSupport': true}, 'codeAction': "              \
    "{'codeActionLiteralSupport': {}}, 'publishDiagnostics': "                 \
    "{'relatedInformation': true}}}"

/* What an editor puts into the text, or keeps to itself. */
static bool is_raw(const char *key)
{
    static const char *const raw[] = {"newText", "insertText", "html",
                                      "placeholder"};

    for (size_t i = 0; i < sizeof raw / sizeof *raw; i++) {
        if (!strcmp(raw[i], key))
            return true;
    }
    return false;
}

/* Whether what begins at AT acts instead of being shown. */
static bool acts(const char *at)
{
    static const char *const more[] = {"\x7f",         "\xc2\x9b",
                                       "\xe2\x80\x8f", "\xe2\x80\xa8",
                                       "\xe2\x80\xae", "\xe2\x81\xa6"};

    if ((unsigned char)*at < ' ' && *at != '\n' && *at != '\t')
        return true;
    for (size_t i = 0; i < sizeof more / sizeof *more; i++) {
        if (!strncmp(more[i], at, strlen(more[i])))
            return true;
    }
    return false;
}

static void look_at_string(const char *key, const char *string)
{
    for (const char *at = string; *at; at++) {
        if (acts(at))
            fail_msg("%s: %s", key, string);
    }
}

/* Where the code span that begins at AT ends; AT itself where none does. */
static const char *past_code(const char *at)
{
    size_t fence = strspn(at, "`");
    const char *end = at + fence;

    while (fence && (end = strchr(end, '`'))) {
        size_t run = strspn(end, "`");

        end += run;
        if (run == fence)
            return end;
    }
    return at;
}

/* Does MARKDOWN hold the report's words where they aren't shown as they are,
 * which is in code spans alone? */
static bool says_evil(const char *markdown)
{
    while (*markdown) {
        const char *past = past_code(markdown);

        if (!strncmp(markdown, "evil", strlen("evil")))
            return true;
        markdown = past > markdown ? past : markdown + 1;
    }
    return false;
}

/* Looks at all that is shown of VALUE, which is called KEY. */
static void look_at(const char *key, const json_t *value, bool markdown)
{
    const char *name;
    json_t *member;
    size_t index;

    if (is_raw(key))
        return;
    if (json_is_string(value)) {
        look_at_string(key, json_string_value(value));
        if (markdown && says_evil(json_string_value(value)))
            fail_msg("%s: %s", key, json_string_value(value));
    }
    json_array_foreach(value, index, member) look_at(key, member, markdown);
    json_object_foreach((json_t *)value, name, member)
        look_at(name, member,
                markdown || !strcmp(name, "documentation") ||
                    !strcmp(name, "contents"));
}

static json_int_t ask(struct wire *wire, const char *method, const char *more)
{
    static json_int_t id = 100;
    char call[256];

    snprintf(call, sizeof call,
             "{'jsonrpc': '2.0', 'id': %lld, 'method': '%s', 'params': "
             "{'textDocument': {'uri': 'a:b'}%s}}",
             (long long)++id, method, more);
    wire_say(wire, call);
    return id;
}

/* Looks at all messages up to the answer, and at that. */
static void hear(struct wire *wire, json_int_t id)
{
    json_t *message;
    bool is_answer;

    do {
        message = wire_hear(wire);
        is_answer = json_integer_value(json_object_get(message, "id")) == id;
        assert_null(json_object_get(message, "error"));
        look_at("", message, false);
        json_decref(message);
    } while (!is_answer);
}

static void ask_at(struct wire *wire, const char *method)
{
    char place[64];

    for (int line = 0; line < LINES; line++) {
        for (int column = 0; column < 200; column += column < 48 ? 8 : 50) {
            snprintf(place, sizeof place,
                     ", 'position': {'line': %d, 'character': %d}", line,
                     column);
            hear(wire, ask(wire, method, place));
        }
    }
}

static void words_stay_words(void **state)
{
    static const struct {
        const char *method, *more;
    } calls[] = {
        {"textDocument/documentSymbol", ""},
        {"textDocument/foldingRange", ""},
        {"textDocument/documentLink", ""},
        {"textDocument/codeLens", ""},
        {"textDocument/inlayHint",
         ", 'range': {'start': {'line': 0, 'character': 0}, "
         "'end': {'line': 99, 'character': 0}}"},
        {"textDocument/codeAction",
         ", 'range': {'start': {'line': 0, 'character': 0}, "
         "'end': {'line': 99, 'character': 0}}, "
         "'context': {'diagnostics': []}"},
        {"workspace/symbol", ", 'query': ''"},
    };
    struct wire *wire = *state;

    wire_initialize(wire, CAPABILITIES);
    wire_say(wire, "{'jsonrpc': '2.0', 'method': 'textDocument/didOpen', "
                   "'params': {'textDocument': {'uri': 'a:b', 'languageId': "
                   "'markdown', 'version': 1, 'text': '" REPORT "'}}}");
    for (size_t i = 0; i < sizeof calls / sizeof *calls; i++)
        hear(wire, ask(wire, calls[i].method, calls[i].more));
    ask_at(wire, "textDocument/hover");
    ask_at(wire, "textDocument/completion");
}

int main(void)
{
    const struct CMUnitTest tests[] = {WIRE_TEST(words_stay_words)};

    signal(SIGPIPE, SIG_IGN);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
