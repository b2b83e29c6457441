/* What an action item refers to, in every way of writing it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "action.h"
#include "memory.h"
#include "reference.h"

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

/* Three factors, the last one misnumbered, and a cell to be filled in. */
#define BEFORE \
    "## Full Incident Report\n\n### Root Cause Analysis\n\n" \
    "**Contributing Factor #1: No lint, no review and no test**\n\n" \
    "**Contributing Factor #2: Nobody watched the new profile**\n\n" \
    "**Contributing Factor #5: Alarms**\n\n### Action Items\n\n" \
    "| Action Item | Corresponding Root Cause(s) |\n|---|---|\n| Lint | "
#define AFTER " |\n"

/* Read as: "1" a number, "1-3" a range, "t0" a title, "all", "lesson", "?"
 * unclear; one behind the other. */
static const struct {
    const char *cell, *read;
} cells[] = {
    {"#1", "1"},
    {"# 1", "1"},
    {"\\#1", "1"},
    {"1", "1"},
    {"1.", "1"},
    {"(1)", "1"},
    {"Root Cause # 1", "1"},
    {"Root Cause #1", "1"},
    {"root cause 1", "1"},
    {"Root Cause(s) #1", "1"},
    {"Root Cause No. 2", "2"},
    {"RC-2", "2"},
    {"Factor 1", "1"},
    {"Contributing Factor #2", "2"},
    {"**Contributing Factor #2**", "2"},
    {"[Root Cause #2](#root-cause-2)", "2"},
    {"CF2", "2"},
    {"CF 2", "2"},
    {"Cause 2", "2"},
    {"#7", "7"},

    {"#1, #2", "1 2"},
    {"1, 2 and 3", "1 2 3"},
    {"#1 & #2", "1 2"},
    {"#1<br>#2", "1 2"},
    {"1/2", "1 2"},
    {"Root Causes 1 and 2", "1 2"},
    {"Root Cause #1 and Root Cause #2", "1 2"},
    {"CF1; CF2 + CF5", "1 2 5"},
    {"1-3", "1-3"},
    {"#1\xe2\x80\x93#3", "1-3"},
    {"#1 \xe2\x80\x93 #3", "1-3"},
    {"1 to 3", "1-3"},
    {"Root Cause #1 through Root Cause #3", "1-3"},
    {"1-2, 5", "1-2 5"},
    {"Factors 1 to 2 and 5", "1-2 5"},

    {"Root Cause #1: No lint, no review and no test", "1"},
    {"Root Cause #1 (no lint), Root Cause #2 (nobody watched)", "1 2"},
    {"CF1 \xe2\x80\x93 no lint and 2 more", "1"},
    {"#1 No lint; #2 Nobody watched", "1 2"},
    {"Root Cause #1 (lint, test), 2 (watch)", "1 2"},
    {"Root Cause 1: lint, 2: watch", "1 2"},
    {"Root Cause 1: lint, 2 tests and a review", "1"},
    {"Root Causes (1) and (2)", "1 2"},
    {"Root Cause #1.", "1"},
    {"Root Cause #1 / Lessons Learned", "1 lesson"},

    {"all", "all"},
    {"All root causes", "all"},
    {"Both", "all"},
    {"All of the above.", "all"},

    {"No lint, no review and no test", "t0"},
    {"\"No lint, no review and no test\"", "t0"},
    {"no lint, no review", "t0"},
    {"Nobody watched the new", "t1"},
    {"Alarms", "t2"},
    {"Alarms, #1", "t2 1"},
    {"Nobody watched", "?"},
    {"No lint, no review and no test; Alarms", "t0 t2"},

    {"What didn\xe2\x80\x99t go well #2", "lesson"},
    {"What didn't go well 1, 2", "lesson lesson"},
    {"Root Cause #1, What didn't go well #2", "1 lesson"},
    {"Lessons Learned 2; Root Cause #1", "lesson 1"},

    {"", ""},
    {"N/A", ""},
    {"Not applicable", ""},
    {"n/a.", ""},

    {"2 lints", "?"},
    {"the third cause", "?"},
    {"1a", "?"},
    {"Bug 2990014", "?"},
    {"2026-03-05", "?"},
    {"Root Cause #1.2", "?"},
    {"\xe9\x85\x8d\xe7\xbd\xae", "?"},
};

static void write_one(const struct reference *reference,
                      struct buffer *written)
{
    if (written->length)
        buffer_add_char(written, ' ');
    switch (reference->kind) {
    case REFERENCE_NUMBER:
        buffer_add_number(written, reference->first);
        if (reference->last != reference->first) {
            buffer_add_char(written, '-');
            buffer_add_number(written, reference->last);
        }
        break;
    case REFERENCE_TITLE:
        buffer_add_char(written, 't');
        buffer_add_number(written, reference->factor);
        break;
    case REFERENCE_ALL:
        buffer_add_string(written, "all");
        break;
    case REFERENCE_LESSON:
        buffer_add_string(written, "lesson");
        break;
    case REFERENCE_UNCLEAR:
        buffer_add_string(written, "?");
        break;
    }
}

/* A report with CELL in it, as the checks see it. */
struct model {
    struct text *text;
    struct blocks *blocks;
    struct reports reports;
    const struct report_section *causes;
    struct actions actions;
    struct references references;
};

static void model_read(struct model *model, const char *cell)
{
    struct buffer source = {NULL, 0, 0};

    *model = (struct model){0};
    buffer_add_string(&source, BEFORE);
    buffer_add_string(&source, cell);
    buffer_add_string(&source, AFTER);
    model->text = text_new((struct slice){source.bytes, source.length});
    buffer_free(&source);
    model->blocks = blocks_new(model->text);
    reports_read(&model->reports, model->text, model->blocks);
    actions_read(&model->reports, model->reports.items, &model->actions);
    assert_int_equal(model->actions.count, 1);
    model->causes = report_section_find(model->reports.items,
                                        SECTION_ROOT_CAUSE_ANALYSIS);
    assert_int_equal(model->causes->factor_count, 3);
    references_read(&model->reports, model->causes,
                    model->actions.items->cells[COLUMN_ROOT_CAUSES],
                    &model->references);
}

static void model_free(struct model *model)
{
    references_free(&model->references);
    actions_free(&model->actions);
    reports_free(&model->reports);
    blocks_free(model->blocks);
    text_free(model->text);
}

static void reads_references(void **state)
{
    int failed = 0;

    (void)state;
    for (size_t row = 0; row < COUNT(cells); row++) {
        struct buffer written = {NULL, 0, 0};
        struct model model;

        model_read(&model, cells[row].cell);
        buffer_add_string(&written, "");
        for (size_t at = 0; at < model.references.count; at++)
            write_one(&model.references.items[at], &written);
        if (strcmp(written.bytes, cells[row].read)) {
            print_error("\"%s\": %s, not %s\n", cells[row].cell,
                        written.bytes, cells[row].read);
            failed++;
        }
        buffer_free(&written);
        model_free(&model);
    }
    assert_int_equal(failed, 0);
}

/* Which of the three factors a cell names, and what number it has too many. */
static const struct {
    const char *cell, *named;
    uint64_t unknown;
} names[] = {
    {"#1", "1--", 0},       {"#2, #5", "-23", 0},   {"#3", "--3", 0},
    {"1-5", "123", 4},      {"#4", "---", 4},       {"#9", "---", 9},
    {"all", "123", 0},      {"Alarms", "--3", 0},   {"Lesson 9", "---", 0},
    {"1 to 3", "123", 0},
};

static void names_factors(void **state)
{
    (void)state;
    for (size_t row = 0; row < COUNT(names); row++) {
        struct model model;
        uint64_t unknown = 0;
        char named[] = "---";

        model_read(&model, names[row].cell);
        for (size_t at = 0; at < model.references.count; at++) {
            const struct reference *reference = &model.references.items[at];
            uint64_t number;

            for (size_t factor = 0; factor < 3; factor++) {
                if (reference_names(reference, model.causes, factor))
                    named[factor] = (char)('1' + factor);
            }
            if (reference_unknown(reference, model.causes, &number))
                unknown = number;
        }
        assert_string_equal(named, names[row].named);
        assert_int_equal(unknown, names[row].unknown);
        model_free(&model);
    }
}

/* The digits alone are what a renaming changes. */
static void knows_places(void **state)
{
    const char *cell = "Root Cause # 1 to CF 12";
    struct reference *reference;
    struct model model;
    size_t base;

    (void)state;
    model_read(&model, cell);
    reference = model.references.items;
    base = strlen(BEFORE);
    assert_int_equal(reference->span.start, base);
    assert_int_equal(reference->span.end, base + strlen(cell));
    assert_int_equal(reference->first_digits.start, base + 13);
    assert_int_equal(reference->first_digits.end, base + 14);
    assert_int_equal(reference->last_digits.start, base + 21);
    assert_int_equal(reference->last_digits.end, base + 23);
    model_free(&model);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_references),
        cmocka_unit_test(names_factors),
        cmocka_unit_test(knows_places),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
