/*
 * What is offered to mend a finding mends it, in odd texts, too: what would
 * not is neither offered nor made.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "attachments.h"
#include "code_actions.h"
#include "fix_all.h"
#include "memory.h"

#define PRELIMINARY "## Preliminary Incident Report\n\n"
#define SUMMARY PRELIMINARY "### Summary\n\n"
#define FULL "## Full Incident Report\n\n"

/* A report with all that is found in it. */
struct scene {
    struct text *text;
    struct blocks *blocks;
    struct check_options options;
    struct findings findings;
    struct proof *proof;
};

static void scene_open(struct scene *scene, const char *report)
{
    *scene = (struct scene){.text = text_new(slice_of(report))};
    scene->blocks = blocks_new(scene->text);
    check_options_default(&scene->options, 20758);      /* 2026-11-01 */
    checks_run(scene->text, scene->blocks, &scene->options, &scene->findings);
    scene->proof = proof_new(&(struct proof_source){
        text_bytes(scene->text), &scene->options, &scene->findings});
}

static void scene_close(struct scene *scene)
{
    proof_free(scene->proof);
    findings_free(&scene->findings);
    blocks_free(scene->blocks);
    text_free(scene->text);
}

/* The first finding of the case in SCENE. */
static const struct finding *find(const struct scene *scene,
                                  enum case_id which)
{
    const struct findings *findings = proof_findings(scene->proof);

    for (size_t index = 0; index < findings->count; index++) {
        if (findings->items[index].which == which)
            return &findings->items[index];
    }
    fail_msg("no finding of %s", rules[rule_cases[which].rule].id);
    return NULL;
}

/* TEXT in the place of WAS, which stands there once. */
static struct edit replacing(const struct scene *scene, const char *was,
                             const char *text)
{
    struct slice all = proof_text(scene->proof);
    const char *place = strstr(all.bytes, was);
    size_t start = (size_t)(place - all.bytes);

    assert_non_null(place);
    return (struct edit){{start, start + strlen(was)}, (char *)text};
}

#define DATES                                                                 \
    SUMMARY "- **Incident description:** A.\n"                                \
            "- **Non-compliance start date:** 30.02.2026 x\n"                 \
            "- **Non-compliance end date:** 30.02.2026\n"
#define OVERDUE                                                               \
    FULL "### Action Items\n\n| Action Item | Kind | Corresponding Root "     \
    "Cause(s) | Evaluation Criteria | Due Date | Status |\n"                  \
    "| - | - | - | - | - | - |\n"                                             \
    "| Do it | Prevent | Root Cause # 1 | It works | 2026-01-01 | Going |\n"

/* Whether an edit of a report holds for a finding of it. */
static const struct {
    const char *report;
    enum case_id which;
    const char *was, *text;
    bool holds;
} rows[] = {
    /* The finding goes, or it stays, further down even. */
    {DATES, CASE_DATE_INVALID, "30.02.2026 x", "2026-02-03", true},
    {DATES, CASE_DATE_INVALID, "A.", "B.", false},
    {DATES, CASE_DATE_INVALID, "A.", "Some words more.\n  And more.", false},
    /* Another like it goes, and this one stays. */
    {DATES, CASE_DATE_INVALID, "30.02.2026\n", "2026-02-03\n", false},
    {DATES, CASE_DATE_INVALID, "30.02.2026 x", "30.02.2026", false},
    /* The same is found of what took its place; or of what was beside it. */
    {DATES, CASE_DATE_INVALID, "30.02.2026 x", "31.02.2026", false},
    {SUMMARY "- **Incident description:** A<br><br>B\n", CASE_RAW_HTML,
     "A<br>", "A", true},
    /* The finding goes because the rest can't be read any more. */
    {DATES, CASE_DATE_INVALID, "30.02.2026 x", "2026-02-03\n\n<!--", false},
    {DATES, CASE_DATE_INVALID, "- **Incident", "Preliminary\n\n- **I", false},
    /* What a fix wrote is still to be filled in. */
    {DATES, CASE_MISSING_FIELD_ALWAYS, "- **Incident",
     "- **Relevant policies:**\n- **Incident", true},
    {DATES, CASE_MISSING_FIELD_ALWAYS, "- **Incident",
     "- **Relevant policies:**\n- **Some", false},
    /* What the report says comes to light once it can be read. */
    {OVERDUE, CASE_ACTION_STATUS, "Going", "Ongoing", true},
};

static void judges_what_is_found_then(void **state)
{
    (void)state;
    for (size_t row = 0; row < sizeof rows / sizeof *rows; row++) {
        struct scene scene;
        struct edit edit;
        struct claim claim = {.edits = &edit, .edit_count = 1};

        scene_open(&scene, rows[row].report);
        claim.finding = find(&scene, rows[row].which);
        edit = replacing(&scene, rows[row].was, rows[row].text);
        if (proof_holds(scene.proof, &claim, 1) != rows[row].holds)
            fail_msg("\"%s\" for \"%s\" in:\n%s", rows[row].text,
                     rows[row].was, rows[row].report);
        scene_close(&scene);
    }
}

static void tries_nothing_impossible(void **state)
{
    struct scene scene;
    struct edit edits[2];
    struct claim claim = {.edits = edits};

    (void)state;
    scene_open(&scene, DATES);
    claim.finding = find(&scene, CASE_DATE_INVALID);
    edits[0] = edits[1] = replacing(&scene, "30.02.2026 x", "2026-02-03");
    assert_false(proof_holds(scene.proof, &claim, 1));
    claim.edit_count = 2;
    assert_false(proof_holds(scene.proof, &claim, 1));
    claim.edit_count = 1;
    assert_true(proof_holds(scene.proof, &claim, 1));
    scene_close(&scene);
}

/* Each try begins with the text as it was, whatever was tried before. */
static void leaves_the_text_alone(void **state)
{
    struct scene scene;
    struct edit good, bad;
    struct claim claims[] = {{NULL, &good, 1}, {NULL, &bad, 1}};

    (void)state;
    scene_open(&scene, DATES);
    claims[0].finding = claims[1].finding = find(&scene, CASE_DATE_INVALID);
    good = replacing(&scene, "30.02.2026 x", "2026-02-03");
    bad = replacing(&scene, "### Summary", "```");
    for (size_t round = 0; round < 3; round++) {
        assert_true(proof_holds(scene.proof, &claims[0], 1));
        assert_false(proof_holds(scene.proof, &claims[1], 1));
        assert_false(proof_holds(scene.proof, claims, 2));
    }
    scene_close(&scene);
}

static void keeps_what_held_last(void **state)
{
    struct scene scene;
    struct edit good, bad;
    struct claim claim = {.edits = &good, .edit_count = 1};
    size_t count;

    (void)state;
    scene_open(&scene, DATES);
    count = scene.findings.count;
    assert_false(proof_keep(scene.proof));
    claim.finding = find(&scene, CASE_DATE_INVALID);
    good = replacing(&scene, "30.02.2026 x", "2026-02-03");
    bad = replacing(&scene, "A.", "B.");
    assert_true(proof_holds(scene.proof, &claim, 1));
    claim.edits = &bad;
    assert_false(proof_holds(scene.proof, &claim, 1));
    assert_true(proof_keep(scene.proof));
    assert_false(proof_keep(scene.proof));
    assert_int_equal(proof_findings(scene.proof)->count, count - 1);
    claim.finding = find(&scene, CASE_DATE_INVALID);
    good = replacing(&scene, "30.02.2026", "2026-02-04");
    claim.edits = &good;
    assert_true(proof_holds(scene.proof, &claim, 1));
    assert_true(proof_keep(scene.proof));
    scene_close(&scene);
}

static void tries_no_more_than_enough(void **state)
{
    struct scene scene;
    struct edit edit;
    struct claim claim = {.edits = &edit, .edit_count = 1};
    struct buffer report = {NULL, 0, 0};
    size_t tries = 0;

    (void)state;
    buffer_add_string(&report, DATES "\n");
    buffer_add_times(&report, 'x', 256 << 10);
    buffer_add_string(&report, "");
    scene_open(&scene, report.bytes);
    claim.finding = find(&scene, CASE_DATE_INVALID);
    edit = replacing(&scene, "30.02.2026 x", "2026-02-03");
    while (proof_holds(scene.proof, &claim, 1))
        tries++;
    assert_in_range(tries, 10, PROOF_BYTES_MOST / report.length);
    scene_close(&scene);
    buffer_free(&report);
}

/* What is known of attached lists holds for the copy, too, where no more is
 * noted of them. */
static void knows_attached_lists(void **state)
{
    struct attachments attachments = {NULL, 0, 0};
    struct findings findings = {0};
    struct proof *proof;
    struct scene scene;
    char silence[] =
        "[incident-ls-disable]: # (certificate-listing-format)\n\n";
    char other[] = "[a list](other.csv)\n\n";
    struct edit edit = {{0, 0}, silence};
    struct claim claim = {.edits = &edit, .edit_count = 1};

    (void)state;
    scene_open(&scene, FULL "### Appendix\n\n[list](list.csv)\n");
    scene.options.attachments = &attachments;
    checks_run(scene.text, scene.blocks, &scene.options, &findings);
    findings_free(&findings);
    attachments.items[0].state = ATTACHMENT_UNREADABLE;
    checks_run(scene.text, scene.blocks, &scene.options, &findings);
    proof = proof_new(&(struct proof_source){text_bytes(scene.text),
                                             &scene.options, &findings});
    for (size_t index = 0; index < findings.count; index++) {
        if (findings.items[index].which ==
            CASE_CERTIFICATE_LISTING_FORMAT_UNREADABLE)
            claim.finding = &findings.items[index];
    }
    assert_non_null(claim.finding);
    assert_true(proof_holds(proof, &claim, 1));
    edit.text = other;
    assert_false(proof_holds(proof, &claim, 1));
    assert_int_equal(attachments.count, 1);
    proof_free(proof);
    findings_free(&findings);
    attachments_free(&attachments);
    scene_close(&scene);
}

static bool is_offered(struct scene *scene, enum fix_id which)
{
    const struct code_action_source source = {
        scene->text, scene->blocks, &scene->findings, &scene->options,
        scene->proof};
    const struct span all = {0, text_length(scene->text)};
    struct code_actions actions = {NULL, 0, 0};
    const char *title = rule_fixes[which].title;
    bool offered = false;

    code_actions_fix(&actions, &source, all);
    for (size_t index = 0; index < actions.count; index++)
        offered |= !strncmp(actions.items[index].title, title,
                            strcspn(title, "{"));
    code_actions_free(&actions);
    return offered;
}

/* Texts in which what is written for others does not mend. */
static const struct {
    enum fix_id which;
    const char *good, *odd;
} offers[] = {
    {FIX_RESPELL, SUMMARY "- **Incident descripton:** A.\n",
     SUMMARY "- **Incident descripton:** A.\n- **Incident description:** A.\n"},
    {FIX_INSERT_SECTION, PRELIMINARY "A.\n", PRELIMINARY "A.\n\n```\n"},
    {FIX_INSERT_SECTION, PRELIMINARY "A.\n",
     PRELIMINARY "Incident Report\n\n### Other\n"},
    {FIX_PART_LINES, PRELIMINARY "A.\n[incident-ls-disable]: # (image)\n",
     PRELIMINARY "A.\n[incident-ls-disable]: # image\n"},
};

static void offers_what_mends(void **state)
{
    (void)state;
    for (size_t row = 0; row < sizeof offers / sizeof *offers; row++) {
        struct scene scene;

        scene_open(&scene, offers[row].good);
        if (!is_offered(&scene, offers[row].which))
            fail_msg("\"%s\" is not offered in:\n%s",
                     rule_fixes[offers[row].which].title, offers[row].good);
        scene_close(&scene);
        scene_open(&scene, offers[row].odd);
        if (is_offered(&scene, offers[row].which))
            fail_msg("\"%s\" is offered in:\n%s",
                     rule_fixes[offers[row].which].title, offers[row].odd);
        scene_close(&scene);
    }
}

/* Those that hold are made, whatever else was planned along with them. */
static void makes_what_mends(void **state)
{
    static const char report[] =
        SUMMARY "- **Incident descripton:** A.\n"
                "- **Relevant policy:** B.\n"
                "- **Incident description:** A.\n"
                "- **Non-compliance start dat:** 3 May 2026\n";
    struct check_options options;
    struct fix_all fixed;

    (void)state;
    check_options_default(&options, 20758);
    assert_true(fix_all(&(struct proof_source){slice_of(report), &options,
                                               NULL}, &fixed));
    buffer_add_string(&fixed.text, "");
    assert_non_null(strstr(fixed.text.bytes, "descripton"));
    assert_non_null(strstr(fixed.text.bytes, "start date:** 2026-05-03"));
    assert_int_equal(fixed.counts[RULE_UNKNOWN_FIELD], 1);
    fix_all_free(&fixed);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(judges_what_is_found_then),
        cmocka_unit_test(tries_nothing_impossible),
        cmocka_unit_test(leaves_the_text_alone),
        cmocka_unit_test(keeps_what_held_last),
        cmocka_unit_test(tries_no_more_than_enough),
        cmocka_unit_test(knows_attached_lists),
        cmocka_unit_test(offers_what_mends),
        cmocka_unit_test(makes_what_mends),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
