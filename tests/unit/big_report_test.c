/* The reports that benchmarks are made with have nothing wrong. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "big_report.h"
#include "checks.h"

/* All but that a long report doesn't go into one comment. */
static void assert_clean(const struct findings *findings, size_t length)
{
    for (size_t i = 0; i < findings->count; i++) {
        enum rule_id rule = rule_cases[findings->items[i].which].rule;

        if (rule != RULE_COMMENT_TOO_LONG || length < 50000)
            fail_msg("%zu bytes: %s", length, findings->items[i].message);
    }
}

static void assert_report_clean(size_t size, unsigned seed)
{
    struct buffer report = {NULL, 0, 0};
    struct findings findings = {0};
    struct check_options options;
    struct blocks *blocks;
    struct text *text;

    big_report(&report, size, seed);
    assert_in_range(report.length, size - 2000, size + 2000 + size / 100);
    text = text_new((struct slice){report.bytes, report.length});
    blocks = blocks_new(text);
    check_options_default(&options, 20800);
    checks_run(text, blocks, &options, &findings);
    assert_clean(&findings, report.length);
    findings_free(&findings);
    blocks_free(blocks);
    text_free(text);
    buffer_free(&report);
}

static void clean_at_every_size(void **state)
{
    static const size_t sizes[] = {4 << 10, 7000, 20000, 100 << 10, 1 << 20};

    (void)state;
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++)
        assert_report_clean(sizes[i], 1);
}

static void clean_with_any_words(void **state)
{
    (void)state;
    for (unsigned seed = 1; seed <= 50; seed++)
        assert_report_clean(6000, seed);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(clean_at_every_size),
        cmocka_unit_test(clean_with_any_words),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
