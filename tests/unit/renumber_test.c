/* Contributing factors numbered from 1, and what refers to them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "code_actions.h"
#include "edits.h"
#include "memory.h"

#define CURSOR "<|>"
/* Two factors with SAID below the first, and an action item for CAUSES. */
#define REPORT(first, said, second, causes)                                   \
    "## Full Incident Report\n### Root Cause Analysis\n"                      \
    "**Contributing Factor" first ": A**\n" said "\n"                         \
    "**Contributing Factor" second ": B**\n"                                  \
    "### Action Items\n| Action Item | Corresponding Root Cause(s) |\n"       \
    "| - | - |\n| x | " causes " |\n"

static const struct {
    const char *report;
    const char *changed;        /* NULL: nothing is offered */
} cases[] = {
    {REPORT(" #2", "<|>x", " #5", "#5 and Root Cause # 2"),
     REPORT(" #1", "x", " #2", "#2 and Root Cause # 1")},
    /* Sentences that can mean nothing else. */
    {REPORT(" #3", "After contributing factor #4<|>, root causes #3-#4 and #3.",
            " #4", "#3"),
     REPORT(" #1", "After contributing factor #2, root causes #1-#2 and #1.",
            " #2", "#1")},
    {REPORT(" #3", "Issue #3, factor 4, #4, factor #40, a factor #4th<|>",
            " #4", "#3"),
     REPORT(" #1", "Issue #3, factor 4, #4, factor #40, a factor #4th", " #2",
            "#1")},
    {REPORT(" #3", "```\nFactor #3<|>\n```", " #4", "#3"),
     REPORT(" #1", "```\nFactor #3\n```", " #2", "#1")},
    /* Two of one number: an action item gets both, a sentence keeps it. */
    {REPORT(" #2", "Factor #2<|>.", " #2", "#2"),
     REPORT(" #1", "Factor #2.", " #2", "#1, 2")},
    /* Nothing would change, though a reference leads nowhere. */
    {REPORT(" #1", "Factor #7<|>", " #2", "#9"), NULL},
    /* The template's own factor is still to be written. */
    {"## Full Incident Report\n### Root Cause Analysis\n"
     "#### Contributing Factor #: title<|>\n", NULL},
    /* Anywhere in the section, from its heading's beginning to its end. */
    {"## Full Incident Report\n<|>### Root Cause Analysis\n"
     "#### Contributing Factor: A\n### Action Items\n",
     "## Full Incident Report\n### Root Cause Analysis\n"
     "#### Contributing Factor #1: A\n### Action Items\n"},
    {"## Full Incident Report<|>\n### Root Cause Analysis\n"
     "#### Contributing Factor: A\n### Action Items\n", NULL},
    {"## Full Incident Report\n### Root Cause Analysis\n"
     "#### Contributing Factor: A\nx<|>\n\n### Action Items\n",
     "## Full Incident Report\n### Root Cause Analysis\n"
     "#### Contributing Factor #1: A\nx\n\n### Action Items\n"},
    {"## Full Incident Report\n### Root Cause Analysis\n"
     "#### Contributing Factor: A\nx\n\n### <|>Action Items\n", NULL},
    /* Of two reports, the one that is asked about. */
    {"## Full Incident Report\n### Root Cause Analysis\n"
     "#### Contributing Factor #2: A\n"
     "## Full Incident Report\n### Root Cause Analysis\n"
     "#### Contributing Factor #2: B<|>\nFactor #2\n"
     "### Related Incidents\n| Bug | Date | Description |\n| - | - | - |\n"
     "| 1 | 2 | Its factor #2 |\n",
     "## Full Incident Report\n### Root Cause Analysis\n"
     "#### Contributing Factor #2: A\n"
     "## Full Incident Report\n### Root Cause Analysis\n"
     "#### Contributing Factor #1: B\nFactor #1\n"
     "### Related Incidents\n| Bug | Date | Description |\n| - | - | - |\n"
     "| 1 | 2 | Its factor #2 |\n"},
};

/* A report that somebody's cursor is in. */
struct scene {
    struct text *text;
    struct blocks *blocks;
    struct reports reports;
    struct check_options options;
    struct findings findings;
    struct proof *proof;
    struct span cursor;
};

static void scene_open(struct scene *scene, const char *report)
{
    const char *cursor = strstr(report, CURSOR);
    size_t offset = (size_t)(cursor - report);
    struct buffer bytes = {NULL, 0, 0};

    *scene = (struct scene){.cursor = {offset, offset}};
    buffer_add(&bytes, report, offset);
    buffer_add_string(&bytes, cursor + strlen(CURSOR));
    scene->text = text_new((struct slice){bytes.bytes, bytes.length});
    scene->blocks = blocks_new(scene->text);
    reports_read(&scene->reports, scene->text, scene->blocks);
    check_options_default(&scene->options, 20000);
    checks_run(scene->text, scene->blocks, &scene->options, &scene->findings);
    scene->proof = proof_new(&(struct proof_source){
        text_bytes(scene->text), &scene->options, &scene->findings});
    buffer_free(&bytes);
}

static struct code_action_source source_of(const struct scene *scene)
{
    return (struct code_action_source){scene->text, scene->blocks,
                                       &scene->findings, &scene->options,
                                       scene->proof};
}

static void scene_close(struct scene *scene)
{
    proof_free(scene->proof);
    findings_free(&scene->findings);
    reports_free(&scene->reports);
    blocks_free(scene->blocks);
    text_free(scene->text);
}

/* The text as ACTIONS, one at most, would have it; NULL without any. */
static char *changed(const struct scene *scene,
                     const struct code_actions *actions)
{
    struct span all = {0, text_length(scene->text)};
    struct buffer result = {NULL, 0, 0};

    assert_true(actions->count <= 1);
    if (!actions->count)
        return NULL;
    assert_string_equal(actions->items[0].title,
                        rule_fixes[FIX_RENUMBER].title);
    assert_null(actions->items[0].finding);
    assert_true(edits_apart(actions->items[0].edits,
                            actions->items[0].edit_count, all.end));
    edits_apply(text_slice(scene->text, all), actions->items[0].edits,
                actions->items[0].edit_count, "\n", &result);
    return buffer_take(&result);
}

static void numbers_from_one(void **state)
{
    (void)state;
    for (size_t row = 0; row < sizeof cases / sizeof *cases; row++) {
        struct code_actions actions = {NULL, 0, 0};
        struct code_action_source source;
        struct scene scene;
        char *text;

        scene_open(&scene, cases[row].report);
        source = source_of(&scene);
        code_actions_renumbering(&actions, &source, &scene.reports,
                                 scene.cursor);
        text = changed(&scene, &actions);
        if (!text != !cases[row].changed)
            fail_msg("%s: %s", cases[row].report, text ? text : "nothing");
        if (text)
            assert_string_equal(text, cases[row].changed);
        memory_free(text);
        code_actions_free(&actions);
        scene_close(&scene);
    }
}

/* The same is offered as the fix of a finding, where one is. */
static void knows_where_a_fix_does_it(void **state)
{
    static const struct {
        const char *report;
        bool fixed;
    } rows[] = {
        {REPORT(" #<|>2", "x", " #3", "#2"), true},
        {REPORT(" #2", "<|>x", " #3", "#2"), false},
        {REPORT(" #<|>1", "x", " #2", "#2"), false},
    };

    (void)state;
    for (size_t row = 0; row < sizeof rows / sizeof *rows; row++) {
        struct scene scene;
        struct code_action_source source;

        scene_open(&scene, rows[row].report);
        source = source_of(&scene);
        assert_int_equal(code_actions_has_fix(&source, scene.cursor,
                                              FIX_RENUMBER),
                         rows[row].fixed);
        scene_close(&scene);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_from_one),
        cmocka_unit_test(knows_where_a_fix_does_it),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
