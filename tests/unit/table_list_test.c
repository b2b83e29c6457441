/* Tables of fields become the list that the template has. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "checks.h"
#include "edits.h"

#define SECTION "## Full Incident Report\n\n### Root Cause Analysis\n\n"
#define FACTOR(number) "**Contributing Factor #" number ": Haste**\n\n"

/* The fix of field-format in REPORT; NULL if none is offered. */
static const struct fix *find_fix(const struct findings *findings)
{
    for (size_t i = 0; i < findings->count; i++) {
        const struct finding *finding = &findings->items[i];

        if (finding->which == CASE_FIELD_FORMAT_CELL)
            return finding->fix_count ? &finding->fixes[0] : NULL;
    }
    return NULL;
}

/* What REPORT becomes; itself if there is nothing to make a list of. */
static void check_becomes(const char *report, const char *wanted)
{
    struct text *text = text_new(slice_of(report));
    struct blocks *blocks = blocks_new(text);
    struct buffer result = {NULL, 0, 0};
    struct findings findings = {0};
    struct check_options options;
    const struct fix *fix;

    check_options_default(&options, 20800);
    checks_run(text, blocks, &options, &findings);
    fix = find_fix(&findings);
    edits_apply(slice_of(report), fix ? fix->edits : NULL,
                fix ? fix->edit_count : 0, "\n", &result);
    assert_string_equal(result.bytes, wanted);
    buffer_free(&result);
    findings_free(&findings);
    blocks_free(blocks);
    text_free(text);
}

static void header_is_left_out(void **state)
{
    (void)state;
    check_becomes(SECTION FACTOR("1")
                  "| Field | Answer |\n| --- | --- |\n"
                  "| Description | Nobody \\| no time. |\n"
                  "| **Timeline:** | Since 2024. |\n"
                  "| Detection | |\n\nMore.\n",
                  SECTION FACTOR("1")
                  "- **Description:** Nobody \\| no time.\n"
                  "- **Timeline:** Since 2024.\n"
                  "- **Detection:**\n\nMore.\n");
}

static void all_tables_at_once(void **state)
{
    (void)state;
    check_becomes(SECTION FACTOR("1")
                  "|Description|None.|\n|-|-|\n|Timeline|N/A|\n\n" FACTOR("2")
                  "|Description|None.|\n|-|-|\n|Timeline|N/A|",
                  SECTION FACTOR("1")
                  "- **Description:** None.\n- **Timeline:** N/A\n\n"
                  FACTOR("2")
                  "- **Description:** None.\n- **Timeline:** N/A");
}

static void other_rows_stay(void **state)
{
    static const char *const reports[] = {
        SECTION FACTOR("1") "| Field | Answer |\n| --- | --- |\n"
        "| Description | None. |\n| Weather | Rain. |\n",
        SECTION FACTOR("1") "- An item:\n\n  | Field | Answer |\n"
        "  | --- | --- |\n  | Description | None. |\n",
        SECTION FACTOR("1") "| Name | Weather |\n| --- | --- |\n"
        "| One | Rain. |\n"};

    (void)state;
    for (size_t i = 0; i < sizeof reports / sizeof *reports; i++)
        check_becomes(reports[i], reports[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(header_is_left_out),
                                       cmocka_unit_test(all_tables_at_once),
                                       cmocka_unit_test(other_rows_stay)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
