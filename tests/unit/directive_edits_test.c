/* Directives are made to say what they are to say, and nothing else changes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "directive_edits.h"
#include "edits.h"
#include "memory.h"

#define HEADING "## Full Incident Report\n"

static const struct {
    const char *before, *after;
} cases[] = {
    {HEADING "\n### Summary\n", HEADING "\n### Summary\n"},
    {HEADING "\n[incident-ls]: # (draft)\n\n### Summary\n",
     HEADING "\n### Summary\n"},
    {"[incident-ls]: # (draft)\n\n" HEADING, HEADING},
    {"[incident-ls]: # (Draft)\n" HEADING, HEADING},
    {HEADING "\n[incident-ls]: # (draft)", HEADING "\n"},
    {HEADING "\n[incident-ls]: #\n  \"draft\"\n\nWords.\n",
     HEADING "\nWords.\n"},
    {HEADING "\n[incident-ls]: # (draft, draft)\n", HEADING "\n"},
    {HEADING "\n[incident-ls]: # (draft, guidelines=3.2)\n",
     HEADING "\n[incident-ls]: # (guidelines=3.2)\n"},
    {HEADING "\n[incident-ls]: # (title=\"A: b, c\" ,draft,  reporter=x )\n",
     HEADING "\n[incident-ls]: # (title=\"A: b, c\", reporter=x)\n"},
    {HEADING "\n[incident-ls]: # (guidelines=3.2, draft)\n",
     HEADING "\n[incident-ls]: # (guidelines=3.2)\n"},
    {HEADING "\n[incident-ls]: # (draft)\n[incident-ls-disable]: # (image)\n",
     HEADING "\n[incident-ls-disable]: # (image)\n"},
    {HEADING "\n[incident-ls-disable]: # (draft)\n",
     HEADING "\n[incident-ls-disable]: # (draft)\n"},
    {HEADING "\n[incident-ls]: # (drafts)\n",
     HEADING "\n[incident-ls]: # (drafts)\n"},
    {HEADING "\n- [incident-ls]: # (draft)\n", HEADING "\n- \n"},
    {HEADING "\n[incident-ls]: # (draft)\n\n" HEADING
             "\n[incident-ls]: # (draft)\n",
     HEADING "\n" HEADING "\n"},
    {HEADING "\n    [incident-ls]: # (draft)\n",
     HEADING "\n    [incident-ls]: # (draft)\n"},
};

#define TOLD(words) "[incident-ls]: # (" words ")\n"
#define AWARE &rule_keys[KEY_AWARE]
#define BUG &rule_keys[KEY_BUG]
#define POSTED &rule_keys[KEY_POSTED]
#define CLOSURE "### Report Closure Summary\n"

static const struct {
    const char *before;
    struct directive_fact facts[2];
    const char *after;
} tellings[] = {
    {"Nothing.\n", {{BUG, "7"}}, "Nothing.\n"},
    {HEADING,
     {{AWARE, "2026-03-01"}, {BUG, "7"}},
     TOLD("aware=2026-03-01, bug=7") "\n" HEADING},
    {HEADING, {{POSTED, "2026-03-01"}}, TOLD("posted=2026-03-01") "\n" HEADING},
    {HEADING, {{AWARE, NULL}}, HEADING},
    {HEADING "\n" TOLD("draft"),
     {{BUG, "7"}},
     HEADING "\n" TOLD("draft, bug=7")},
    {TOLD("bug=1, draft") HEADING,
     {{BUG, "7"}, {AWARE, "2026-03-01"}},
     TOLD("bug=7, draft, aware=2026-03-01") HEADING},
    {TOLD("draft") "\n" HEADING "\n" TOLD("bug=1, aware=x, bug=2"),
     {{BUG, "7"}},
     TOLD("draft") "\n" HEADING "\n" TOLD("bug=7, aware=x")},
    {TOLD("question=2026-01-01, bug=1") HEADING,
     {{&rule_keys[KEY_QUESTION], NULL},
      {&rule_keys[KEY_UPDATED], "2026-03-01"}},
     TOLD("bug=1, updated=2026-03-01") HEADING},
    {TOLD("bug=1") HEADING "\n" CLOSURE "\nx\n",
     {{POSTED, "2026-03-01"}},
     TOLD("bug=1") HEADING "\n" CLOSURE "\n" TOLD("posted=2026-03-01") "\nx\n"},
    {HEADING "\n" CLOSURE "\nx\n\n" TOLD("draft"),
     {{BUG, "1"}},
     HEADING "\n" CLOSURE "\nx\n\n" TOLD("draft, bug=1")},
};

/* At the end of the text; without FACTS the drafts are taken out. */
static void compare(const char *before, const struct directive_fact *facts,
                    size_t count, const char *expected)
{
    struct slice bytes = slice_of(before);
    struct text *text = text_new(bytes);
    struct blocks *blocks = blocks_new(text);
    struct buffer after = {NULL, 0, 0};
    struct reports reports = {0};
    struct directive_edits edits;

    reports_read(&reports, text, blocks);
    if (facts)
        directive_edits_read(&edits, &reports, bytes.length, facts, count);
    else
        directive_edits_without(&edits, &reports, KEY_DRAFT);
    assert_true(edits_apart(edits.items, edits.count, bytes.length));
    edits_apply(bytes, edits.items, edits.count, "\n", &after);
    buffer_add(&after, "", 1);
    assert_string_equal(after.bytes, expected);
    buffer_free(&after);
    directive_edits_free(&edits);
    reports_free(&reports);
    blocks_free(blocks);
    text_free(text);
}

static void what_makes_a_draft_is_taken_out(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        compare(cases[i].before, NULL, 0, cases[i].after);
}

static void facts_are_told_where_they_are_told(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof tellings / sizeof *tellings; i++)
        compare(tellings[i].before, tellings[i].facts,
                tellings[i].facts[1].key ? 2 : 1, tellings[i].after);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_makes_a_draft_is_taken_out),
        cmocka_unit_test(facts_are_told_where_they_are_told),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
