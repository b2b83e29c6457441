/*
 * What a fix puts into a report looks as if its author had written it: the
 * same bullets, indentation, blank lines and line form, at its place.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "checks.h"
#include "edits.h"

#define HEAD "## Preliminary Incident Report\n\n"
#define SUMMARY HEAD "### Summary\n\n"
#define FULL "## Full Incident Report\n\n"

/* The first fix WHICH of REPORT makes AFTER of it. */
struct row {
    enum fix_id which;
    const char *report, *after;
};

static const struct row rows[] = {
#include "layout_rows.inc"
};

static const struct fix *find_fix(const struct findings *findings,
                                  enum fix_id which)
{
    for (size_t index = 0; index < findings->count; index++) {
        const struct finding *finding = &findings->items[index];

        for (size_t at = 0; at < finding->fix_count; at++) {
            if (finding->fixes[at].which == which)
                return &finding->fixes[at];
        }
    }
    return NULL;
}

static void apply(const struct row *row, struct buffer *after)
{
    struct slice report = {row->report, strlen(row->report)};
    struct text *text = text_new(report);
    struct blocks *blocks = blocks_new(text);
    struct findings findings = {0};
    struct check_options options;
    const struct fix *fix;
    int today = 0;

    checks_day((struct slice){"2026-11-01", 10}, &today);
    check_options_default(&options, today);
    checks_run(text, blocks, &options, &findings);
    fix = find_fix(&findings, row->which);
    if (!fix)
        fail_msg("no fix \"%s\" of:\n%s", rule_fixes[row->which].title,
                 row->report);
    edits_sort(fix->edits, fix->edit_count);
    edits_apply(report, fix->edits, fix->edit_count, edits_line_end(report),
                after);
    findings_free(&findings);
    blocks_free(blocks);
    text_free(text);
}

static void looks_like_its_neighbours(void **state)
{
    (void)state;
    for (size_t index = 0; index < sizeof rows / sizeof *rows; index++) {
        struct buffer after = {NULL, 0, 0};

        apply(&rows[index], &after);
        assert_string_equal(after.bytes, rows[index].after);
        buffer_free(&after);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(looks_like_its_neighbours)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
