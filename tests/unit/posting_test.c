/* How long a report may be, to the character. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "checks.h"
#include "memory.h"

/* Words above the first report are posted with it. */
#define HEADING "Words above it are counted\n\n## Preliminary Incident Report"
#define HEADING_LENGTH (sizeof HEADING - 1)

/* What is said of a report's length. */
static enum severity judge(const struct buffer *report)
{
    struct text *text = text_new((struct slice){report->bytes, report->length});
    struct blocks *blocks = blocks_new(text);
    struct findings findings = {0};
    enum severity severity = SEVERITY_OFF;
    struct check_options options;

    check_options_default(&options, 20000);
    checks_run(text, blocks, &options, &findings);
    for (size_t index = 0; index < findings.count; index++) {
        const struct finding *finding = &findings.items[index];

        if (rule_cases[finding->which].rule == RULE_COMMENT_TOO_LONG)
            severity = finding->severity;
    }
    findings_free(&findings);
    blocks_free(blocks);
    text_free(text);
    return severity;
}

/* A report of COUNT characters, each line of the rest being LINE. */
static void write_report(struct buffer *report, size_t count, const char *line)
{
    size_t characters = HEADING_LENGTH;

    buffer_add_string(report, HEADING);
    while (characters < count) {
        buffer_add_string(report, line);
        characters += 2;
    }
    buffer_add_string(report, "  \r\n\t\n");
}

static const struct {
    size_t count;
    const char *line;
    enum severity severity;
} rows[] = {
    {59998, "\na", SEVERITY_OFF},
    {60000, "\na", SEVERITY_HINT},
    {65534, "\na", SEVERITY_HINT},
    {65536, "\na", SEVERITY_ERROR},
    {65534, "\r\na", SEVERITY_HINT},
    {65536, "\r\na", SEVERITY_ERROR},
    {65534, "\n\xf0\x9d\x84\x9e", SEVERITY_HINT},
    {65536, "\n\xf0\x9d\x84\x9e", SEVERITY_ERROR},
};

static void counts_characters(void **state)
{
    (void)state;
    for (size_t row = 0; row < sizeof rows / sizeof *rows; row++) {
        struct buffer report = {NULL, 0, 0};

        write_report(&report, rows[row].count, rows[row].line);
        if (judge(&report) != rows[row].severity)
            fail_msg("row %zu", row);
        buffer_free(&report);
    }
}

/* Each of two reports is a comment of its own. */
static void counts_each_report(void **state)
{
    struct buffer report = {NULL, 0, 0};

    (void)state;
    write_report(&report, 40000, "\na");
    buffer_add_string(&report, "\n");
    write_report(&report, 40000, "\na");
    assert_int_equal(judge(&report), SEVERITY_OFF);
    buffer_free(&report);
}

/* Of a text that nobody can post it is said that it isn't looked at, and no
 * more; so it is of the longest that is. */
static void looks_at_no_more_than_a_megabyte(void **state)
{
    struct buffer report = {NULL, 0, 0};

    (void)state;
    write_report(&report, REPORTS_TEXT_MOST / 3, "\nTODO");
    for (size_t over = 0; over < 2; over++) {
        struct text *text;
        struct blocks *blocks;
        struct findings findings = {0};
        struct check_options options;

        while (report.length < REPORTS_TEXT_MOST + over)
            buffer_add_char(&report, 'x');
        text = text_new((struct slice){report.bytes,
                                       REPORTS_TEXT_MOST + over});
        blocks = blocks_new(text);
        check_options_default(&options, 20000);
        checks_run(text, blocks, &options, &findings);
        if (over)
            assert_int_equal(findings.count, 1);
        else
            assert_true(findings.count > 1);
        assert_int_equal(findings.items[0].which ==
                             CASE_COMMENT_TOO_LONG_UNCHECKED, over);
        findings_free(&findings);
        blocks_free(blocks);
        text_free(text);
    }
    buffer_free(&report);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts_characters),
        cmocka_unit_test(looks_at_no_more_than_a_megabyte),
        cmocka_unit_test(counts_each_report),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
