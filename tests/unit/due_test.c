/* Each deadline before, at and after its moment, in each version. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "due.h"
#include "memory.h"
#include "report_moment.h"
#include "threads.h"

#define ACTIONS                                                                \
    "## Full Incident Report\n\n### Action Items\n\n"                          \
    "| Action Item | Kind | Corresponding Root Cause(s) | "                    \
    "Evaluation Criteria | Due Date | Status |\n|---|---|---|---|---|---|\n"   \
    "| a | Prevent | b | c | 2028-02-29 | Ongoing |\n"

#define FACTS(facts) "[incident-ls]: # (" facts ")\n\n"
#define PRELIMINARY "## Preliminary Incident Report\n"

static const struct {
    enum deadline_id deadline;
    const char *source;
    const char *by;                     /* as people are told */
    const char *before, *at, *after;    /* only after it, it is over */
} rows[] = {
    /* A leap day, midnight, zones, the end of a day and of a year. */
    {DEADLINE_FIRST_REPORT, FACTS("aware=2028-02-26T00:00Z") PRELIMINARY,
     "2028-02-29 00:00 UTC",
     "2028-02-28T23:59Z", "2028-02-29T00:00Z", "2028-02-29T00:01Z"},
    {DEADLINE_FIRST_REPORT, FACTS("aware=2027-02-26T00:00Z") PRELIMINARY,
     "2027-03-01 00:00 UTC",
     "2027-02-28T23:59Z", "2027-03-01T00:00Z", "2027-03-01T00:01Z"},
    {DEADLINE_FIRST_REPORT, FACTS("aware=2026-11-29T23:30-02:00") PRELIMINARY,
     "2026-12-03 01:30 UTC",
     "2026-12-03T01:29Z", "2026-12-03T10:30+09:00", "2026-12-03T01:31Z"},
    {DEADLINE_FIRST_REPORT, FACTS("aware=2026-11-27") PRELIMINARY,
     "2026-11-30",
     "2026-11-29T23:59Z", "2026-11-30T23:59Z", "2026-12-01T00:00Z"},
    {DEADLINE_FULL_REPORT, FACTS("disclosed=2028-02-15T10:00Z") PRELIMINARY,
     "2028-02-29 10:00 UTC",
     "2028-02-29T09:59Z", "2028-02-29T10:00Z", "2028-02-29T10:01Z"},
    {DEADLINE_FULL_REPORT, FACTS("disclosed=2026-12-18") PRELIMINARY,
     "2027-01-01",
     "2026-12-31", "2027-01-01", "2027-01-02"},
    {DEADLINE_ANSWER, FACTS("question=2026-12-28T00:00Z") PRELIMINARY,
     "2027-01-04 00:00 UTC",
     "2027-01-03T23:59Z", "2027-01-04T00:00Z", "2027-01-04T00:01Z"},
    {DEADLINE_NEXT_UPDATE, FACTS("next-update=2028-02-29") PRELIMINARY,
     "2028-02-29",
     "2028-02-28", "2028-02-29T23:59Z", "2028-03-01T00:00Z"},
    {DEADLINE_NEXT_UPDATE,
     FACTS("whiteboard=\"[ca-compliance] Next update 2028-02-29\"") PRELIMINARY,
     "2028-02-29",
     "2028-02-28", "2028-02-29", "2028-03-01"},
    {DEADLINE_UPDATE, FACTS("updated=2026-12-24T00:00Z") PRELIMINARY,
     "2026-12-31 00:00 UTC",
     "2026-12-30T23:59Z", "2026-12-31T00:00Z", "2026-12-31T00:01Z"},
    {DEADLINE_DELAY_UPDATE_SOON,
     FACTS("updated=2028-02-26, whiteboard=leaf-revocation-delay") PRELIMINARY,
     "2028-02-29",
     "2028-02-28", "2028-02-29", "2028-03-01"},
    {DEADLINE_DELAY_UPDATE,
     FACTS("updated=2028-02-22, whiteboard=ca-revocation-delay, "
           "next-update=2028-04-01") PRELIMINARY,
     "2028-02-29",
     "2028-02-28", "2028-02-29", "2028-03-01"},
    {DEADLINE_ACTION, ACTIONS, "2028-02-29",
     "2028-02-28", "2028-02-29T23:59Z", "2028-03-01T00:00Z"},
    {DEADLINE_ACTION_UPDATE, ACTIONS, "2028-03-03",
     "2028-02-29", "2028-03-03", "2028-03-04"},
    {DEADLINE_REVOCATION,
     "### Revocation Update\n\n- **Certificates not yet revoked:** 5\n"
     "- **Estimated completion of the revocation:** 2028-02-29\n",
     "2028-02-29",
     "2028-02-28", "2028-02-29", "2028-03-01"},
    {DEADLINE_INCIDENT_END,
     FACTS("posted=2028-02-01") "## Full Incident Report\n\n### Summary\n\n"
     "- **Timeline summary:**\n"
     "  - **Non-compliance end date:** 2028-02-29\n",
     "2028-02-29",
     "2028-02-28", "2028-02-29", "2028-03-01"},
};

static struct report_moment moment(const char *words)
{
    struct report_moment moment;
    bool zoned;

    if (!report_moment_read(slice_of(words), &moment, &zoned))
        fail_msg("%s is no moment", words);
    return moment;
}

/* What LIST has of the deadline, or NULL. */
static const struct due *find(const struct due_list *list, enum deadline_id id)
{
    for (size_t i = 0; i < list->count; i++) {
        if (list->items[i].deadline == &rule_deadlines[id])
            return &list->items[i];
    }
    return NULL;
}

static void check(size_t row, const struct rule_guideline *guideline,
                  const char *words, bool over)
{
    struct report_moment now = moment(words);
    bool listed =
        rule_applies(rule_deadlines[rows[row].deadline].versions, guideline);
    struct threads threads = {0};
    struct due_list list;
    const struct due *due;
    struct buffer by = {NULL, 0, 0};

    threads_add(&threads, "report.md", slice_of(rows[row].source), now.day);
    assert_int_equal(threads.count, 1);
    due_read(&list, &threads.items[0], guideline, &now);
    due = find(&list, rows[row].deadline);
    if (listed != (due != NULL))
        fail_msg("row %zu, %s, at %s: %slisted", row, guideline->number, words,
                 due ? "" : "not ");
    if (due) {
        report_moment_add(&by, &due->by);
        assert_string_equal(by.bytes, rows[row].by);
        if (due_is_over(due, &now) != over)
            fail_msg("row %zu at %s: %sover", row, words, over ? "not " : "");
    }
    buffer_free(&by);
    due_free(&list);
    threads_free(&threads);
}

static void each_deadline_ends_when_it_must(void **state)
{
    bool seen[DEADLINE_COUNT] = {false};

    (void)state;
    for (size_t row = 0; row < sizeof rows / sizeof *rows; row++) {
        seen[rows[row].deadline] = true;
        for (size_t i = 0; i < rule_guideline_count; i++) {
            const struct rule_guideline *guideline = &rule_guidelines[i];

            if (!guideline->templated)
                continue;
            check(row, guideline, rows[row].before, false);
            check(row, guideline, rows[row].at, false);
            check(row, guideline, rows[row].after, true);
        }
    }
    for (size_t i = 0; i < DEADLINE_COUNT; i++)
        assert_true(seen[i]);
}

/* What happens in time ends a deadline; so does the end of the bug. */
static void a_deadline_that_is_met_is_gone(void **state)
{
    static const struct {
        enum deadline_id deadline;
        const char *source;
        bool listed;
    } met[] = {
        {DEADLINE_FIRST_REPORT,
         FACTS("aware=2026-11-01, disclosed=2026-11-03") PRELIMINARY, false},
        {DEADLINE_FULL_REPORT,
         FACTS("disclosed=2026-11-03") "## Full Incident Report\n\n"
         FACTS("posted=2026-11-09"), false},
        {DEADLINE_NEXT_UPDATE,
         FACTS("next-update=2026-11-20, updated=2026-11-20T09:00Z") PRELIMINARY,
         false},
        {DEADLINE_NEXT_UPDATE,
         FACTS("next-update=2026-11-20, updated=2026-11-10") PRELIMINARY, true},
        {DEADLINE_UPDATE, FACTS("updated=2026-11-10, closed") PRELIMINARY,
         false},
        {DEADLINE_UPDATE,
         FACTS("updated=2026-11-10, next-update=2026-12-01") PRELIMINARY,
         false},
        {DEADLINE_DELAY_UPDATE,
         FACTS("updated=2026-11-10") PRELIMINARY "\n### Revocation Update\n\n"
         "- **Certificates not yet revoked:** 0\n", false},
        {DEADLINE_DELAY_UPDATE,
         FACTS("updated=2026-11-10") PRELIMINARY "\n### Revocation Update\n\n"
         "- **Certificates not yet revoked:** 3\n", true},
    };
    const struct rule_guideline *guideline = rule_guideline_current();
    const struct report_moment now = moment("2026-11-29");

    (void)state;
    for (size_t i = 0; i < sizeof met / sizeof *met; i++) {
        struct threads threads = {0};
        struct due_list list;

        threads_add(&threads, "report.md", slice_of(met[i].source), now.day);
        due_read(&list, &threads.items[0], guideline, &now);
        if ((find(&list, met[i].deadline) != NULL) != met[i].listed)
            fail_msg("row %zu", i);
        due_free(&list);
        threads_free(&threads);
    }
}

/* An update in another file says what has become of an action. */
static void files_of_a_bug_are_read_together(void **state)
{
    static const char done[] =
        "### Incident Report Update\n\n"
        "- **Changes since the last comment:** x\n\n### Action Items\n\n"
        "| Action Item | Kind | Corresponding Root Cause(s) | "
        "Evaluation Criteria | Due Date | Status |\n|---|---|---|---|---|---|\n"
        "| a | Prevent | b | c | 2028-02-29 | Complete |\n";
    const struct report_moment now = moment("2028-03-01");
    struct threads threads = {0};
    struct due_list list;

    (void)state;
    threads_add(&threads, "bug/a.md", slice_of(done), now.day);
    threads_add(&threads, "bug/full.md", slice_of(ACTIONS), now.day);
    threads_add(&threads, "bug/x.md", slice_of(done), now.day);
    threads_join(&threads);
    assert_int_equal(threads.files[1].thread, threads.files[0].thread);
    assert_int_equal(threads.items[0].open_actions, 0);
    due_read(&list, &threads.items[0], rule_guideline_current(), &now);
    assert_null(find(&list, DEADLINE_ACTION));
    due_free(&list);
    threads_free(&threads);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_deadline_ends_when_it_must),
        cmocka_unit_test(a_deadline_that_is_met_is_gone),
        cmocka_unit_test(files_of_a_bug_are_read_together),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
