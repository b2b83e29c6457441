/* Years far away, zones that contradict each other, timelines without end:
 * what can't be told isn't said, and the rest still is. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "checks.h"
#include "date.h"
#include "memory.h"

#define ENTRIES 5000

/* A report of which only the timeline matters. */
static const char before[] =
    "## Full Incident Report\n\n### Summary\n\n"
    "- **CA Owner CCADB unique ID:** A000999\n"
    "- **Timeline summary:**\n"
    "   - **Non-compliance start date:** %s\n"
    "   - **Non-compliance identified date:** %s\n"
    "   - **Non-compliance end date:** %s\n\n"
    "### Timeline\n\n";

static void begin(struct buffer *report, const char *start,
                  const char *identified, const char *end)
{
    char summary[1024];

    *report = (struct buffer){NULL, 0, 0};
    snprintf(summary, sizeof summary, before, start, identified, end);
    buffer_add_string(report, summary);
}

/* How many findings of RULE there are in REPORT. */
static size_t count(const struct buffer *report, enum rule_id rule)
{
    struct text *text = text_new(buffer_slice(report));
    struct blocks *blocks = blocks_new(text);
    struct check_options options;
    struct findings findings = {0};
    size_t found = 0;

    check_options_default(&options, date_days(2026, 11, 29));
    checks_run(text, blocks, &options, &findings);
    for (size_t i = 0; i < findings.count; i++)
        found += rule_cases[findings.items[i].which].rule == rule;
    findings_free(&findings);
    blocks_free(blocks);
    text_free(text);
    return found;
}

static void of_years(void **state)
{
    struct buffer report;

    (void)state;
    begin(&report, "0001-01-01", "2026-10-01", "9999-12-31");
    buffer_add_string(&report, "All times are UTC.\n\n"
                               "- 0001-01-01 00:00 The incident begins.\n"
                               "- 2026-10-01 10:00 We become aware.\n"
                               "- 9999-12-31 23:59 Planned end.\n");
    assert_int_equal(count(&report, RULE_DATE_MISSING), 0);
    assert_int_equal(count(&report, RULE_DATE_ORDER), 0);
    assert_int_equal(count(&report, RULE_TIMELINE_ORDER), 0);
    assert_int_equal(count(&report, RULE_TIMELINE_COVERAGE), 0);
    buffer_free(&report);
    begin(&report, "9999-12-31", "0001-01-01", "0001-01-01");
    assert_int_equal(count(&report, RULE_DATE_MISSING), 0);
    assert_int_equal(count(&report, RULE_DATE_ORDER), 2);
    buffer_free(&report);
    begin(&report, "0000-01-01", "10000-01-01", "99999-12-31");
    assert_int_equal(count(&report, RULE_DATE_ORDER), 0);
    buffer_free(&report);
}

/* The Summary says 10:00, where an entry says 11:00 by ZONES. */
static size_t count_by(const char *zones, enum rule_id rule)
{
    struct buffer report;
    size_t found;

    begin(&report, "2026-10-01", "2026-10-03 10:00 UTC", "2026-10-04");
    buffer_add_string(&report, zones);
    buffer_add_string(&report,
                      "\n\n- 2026-10-01 08:00 The incident begins.\n"
                      "- 2026-10-03 11:00 We become aware.\n"
                      "- 2026-10-03 15:00 All is checked.\n"
                      "- 2026-10-04 07:00 The incident ends.\n"
                      "- 2026-10-07 03:00 Preliminary report posted.\n");
    found = count(&report, rule);
    buffer_free(&report);
    return found;
}

static void of_zones(void **state)
{
    static const char *const certain[] = {
        "All times are UTC.",
        "All times are UTC. All times are GMT, that is.",
        "All times are UTC.\n\nTimes below are UTC+0."};
    static const char *const contradictory[] = {
        "All times are UTC.\n\nAll times are CET (UTC+1).",
        "All times are CEST (UTC+2), from the 25th on CET (UTC+1).",
        "All times are UTC-5 or UTC-4.",
        ("All times are UTC+14.\n\nAll timestamps are UTC-12.\n\n"
         "All dates are UTC.")};

    (void)state;
    for (size_t i = 0; i < sizeof certain / sizeof *certain; i++) {
        assert_true(count_by(certain[i], RULE_TIMELINE_COVERAGE) > 0);
        assert_int_equal(count_by(certain[i], RULE_DISCLOSURE_LATE), 1);
    }
    for (size_t i = 0; i < sizeof contradictory / sizeof *contradictory; i++) {
        assert_int_equal(count_by(contradictory[i], RULE_TIMELINE_COVERAGE), 0);
        assert_int_equal(count_by(contradictory[i], RULE_DISCLOSURE_LATE), 0);
        assert_int_equal(count_by(contradictory[i], RULE_TIMELINE_TIMEZONE), 0);
        assert_int_equal(count_by(contradictory[i], RULE_TIMELINE_ORDER), 0);
    }
}

/* Entry NUMBER in one of the forms: an item, a row, an item below a date, a
 * line. */
static void add_entry(struct buffer *report, int form, int number)
{
    char day[DATE_ISO_ROOM];
    char line[128];

    date_iso(date_days(2012, 1, 1) + number, day);
    snprintf(line, sizeof line,
             form == 0   ? "- %s 10:00 Something changes.\n"
             : form == 1 ? "| %s 10:00 | Something changes. |\n"
             : form == 2 ? "#### %s\n\n- 10:00 Something changes.\n\n"
                         : "%s 10:00 Something changes.\n\n",
             day);
    buffer_add_string(report, line);
}

static void add_entries(struct buffer *report, int form)
{
    begin(report, "2012-01-01", "2020-01-01", "2025-06-01");
    buffer_add_string(report, "All times are UTC.\n\n");
    if (form == 1)
        buffer_add_string(report, "| Time | Event |\n| --- | --- |\n");
    for (int number = 0; number < ENTRIES; number++)
        add_entry(report, form, number);
}

static void of_entries(void **state)
{
    (void)state;
    for (int form = 0; form < 4; form++) {
        struct buffer report;

        add_entries(&report, form);
        assert_int_equal(count(&report, RULE_TIMELINE_ORDER), 0);
        assert_int_equal(count(&report, RULE_TIMELINE_COVERAGE), 0);
        assert_int_equal(count(&report, RULE_TIMELINE_TIMEZONE), 0);
        assert_int_equal(count(&report, RULE_TIMELINE_GRANULARITY), 0);
        add_entry(&report, form, 0);
        assert_int_equal(count(&report, RULE_TIMELINE_ORDER), 1);
        buffer_free(&report);
    }
}

/* Equal findings without end are counted. */
static void of_undated(void **state)
{
    struct buffer report;

    (void)state;
    begin(&report, "2012-01-01", "2020-01-01", "2025-06-01");
    for (int number = 0; number < ENTRIES; number++)
        buffer_add_string(&report, "- Something changes.\n");
    assert_in_range(count(&report, RULE_TIMELINE_UNDATED), 1, ENTRIES);
    buffer_free(&report);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(of_years),
        cmocka_unit_test(of_zones),
        cmocka_unit_test(of_entries),
        cmocka_unit_test(of_undated),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
