/* Of what is longer than anybody writes the beginning is read, or the end. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "checks.h"
#include "memory.h"

#define FULL "## Full Incident Report\n\n"
#define IMPACT FULL "### Impact\n\n- **Total number of certificates:** "
#define TYPES IMPACT "5\n- **Affected certificate types:** "
#define NOTICED                                                                \
    FULL "### Summary\n\n- **Timeline summary:**\n"                            \
         "   - **Non-compliance identified date:** "
#define CAUSE                                                                  \
    FULL "### Root Cause Analysis\n\n"                                         \
         "**Contributing Factor #1: Haste**\n\n"
#define TABLE                                                                  \
    "### Action Items\n\n| Action Item | Kind | Corresponding Root Cause(s) |" \
    " Evaluation Criteria | Due Date | Status |\n"                             \
    "| --- | --- | --- | --- | --- | --- |\n| a | Prevent | "
#define ACTION CAUSE TABLE
#define END " | b | 2026-01-01 | Ongoing |\n"

/* BEFORE, so many times FILLER, and AFTER. */
static const struct row {
    const char *before, *filler;
    size_t count;
    const char *after;
    enum rule_id rule;
    bool found;
} rows[] = {
    {TYPES, "so ", 9, "OV\n", RULE_CERTIFICATE_TYPES, false},
    {TYPES, "so ", 30000, "OV\n", RULE_CERTIFICATE_TYPES, true},
    {IMPACT, "so ", 9, "5\n", RULE_CERTIFICATE_COUNT, false},
    {IMPACT, "so ", 30000, "5\n", RULE_CERTIFICATE_COUNT, true},
    {NOTICED, "so ", 9, "2026-01-01\n", RULE_DATE_MISSING, false},
    {NOTICED, "so ", 30000, "2026-01-01\n", RULE_DATE_MISSING, true},
    {"### Report Closure Summary\n\n- **Incident description:** ", "so ", 30000,
     "it was.\n\nAll Action Items disclosed in this report have been completed "
     "as described, and we request its closure.\n",
     RULE_CLOSURE_STATEMENT, false},
    {ACTION, "", 0, "Root Cause # 1" END, RULE_UNMAPPED_ROOT_CAUSE, false},
    {ACTION, "1, ", 30, "1" END, RULE_UNMAPPED_ROOT_CAUSE, false},
    {ACTION, "1, ", 300, "1" END, RULE_UNKNOWN_ROOT_CAUSE, false},
    {FULL "### Root Cause Analysis\n\n**Contributing Factor #1: ", "so ", 200,
     "it was**\n\n" TABLE "1" END, RULE_UNKNOWN_ROOT_CAUSE, false},
    {ACTION, "1, ", 900, "1" END, RULE_UNKNOWN_ROOT_CAUSE, false},
};

static bool has(const struct findings *findings, enum rule_id rule)
{
    for (size_t index = 0; index < findings->count; index++) {
        if (rule_cases[findings->items[index].which].rule == rule)
            return true;
    }
    return false;
}

static bool is_found(struct slice report, enum rule_id rule)
{
    struct text *text = text_new(report);
    struct blocks *blocks = blocks_new(text);
    struct findings findings = {0};
    struct check_options options;
    bool found;

    check_options_default(&options, 20800);
    checks_run(text, blocks, &options, &findings);
    found = has(&findings, rule);
    findings_free(&findings);
    blocks_free(blocks);
    text_free(text);
    return found;
}

static void is_cut_where_reading_ends(void **state)
{
    (void)state;
    for (size_t index = 0; index < sizeof rows / sizeof *rows; index++) {
        const struct row *row = &rows[index];
        struct buffer report = {NULL, 0, 0};

        buffer_add_string(&report, row->before);
        for (size_t count = 0; count < row->count; count++)
            buffer_add_string(&report, row->filler);
        buffer_add_string(&report, row->after);
        if (is_found((struct slice){report.bytes, report.length}, row->rule) !=
            row->found)
            fail_msg("%zu times in: %s", row->count, row->before);
        buffer_free(&report);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(is_cut_where_reading_ends),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
