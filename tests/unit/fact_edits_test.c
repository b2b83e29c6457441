/* What makes a report a draft is taken out, and nothing else. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "draft.h"
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

static void takes_out_what_makes_a_draft(void **state)
{
    (void)state;
    for (size_t index = 0; index < sizeof cases / sizeof *cases; index++) {
        struct slice bytes = {cases[index].before,
                              strlen(cases[index].before)};
        struct text *text = text_new(bytes);
        struct blocks *blocks = blocks_new(text);
        struct buffer after = {NULL, 0, 0};
        struct reports reports = {0};
        struct draft draft;

        reports_read(&reports, text, blocks);
        draft_read(&draft, &reports);
        assert_true(edits_apart(draft.edits, draft.count, bytes.length));
        edits_apply(bytes, draft.edits, draft.count, "\n", &after);
        buffer_add(&after, "", 1);
        assert_string_equal(after.bytes, cases[index].after);
        buffer_free(&after);
        draft_free(&draft);
        reports_free(&reports);
        blocks_free(blocks);
        text_free(text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(takes_out_what_makes_a_draft),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
