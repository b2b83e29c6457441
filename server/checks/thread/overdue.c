/* The part Life cycle: what the bug of a file owes by now, and whether the
 * moments that directives give can all be true. */
#include "check.h"

#include "array.h"
#include "date.h"
#include "due.h"
#include "memory.h"
#include "report_moment.h"

/* The rules of deadlines that a directive alone starts. */
static const struct {
    enum deadline_id deadline;
    enum case_id which;
} rows[] = {
    {DEADLINE_NEXT_UPDATE, CASE_UPDATE_OVERDUE_NEXT},
    {DEADLINE_UPDATE, CASE_UPDATE_OVERDUE},
    {DEADLINE_DELAY_UPDATE, CASE_UPDATE_OVERDUE_DELAY},
    {DEADLINE_ANSWER, CASE_QUESTION_OVERDUE},
};

static void add_overdue(const struct check *check, const struct due *due)
{
    struct buffer since = {NULL, 0, 0};
    struct buffer by = {NULL, 0, 0};
    struct finding_words words = {0};

    report_moment_add(&since, &due->from->when);
    report_moment_add(&by, &due->by);
    words.other = buffer_slice(&since);
    words.expected = buffer_slice(&by);
    for (size_t i = 0; i < LENGTH_OF(rows); i++) {
        if (due->deadline == &rule_deadlines[rows[i].deadline])
            check_add(check, rows[i].which, due->from->when.span, &words);
    }
    buffer_free(&since);
    buffer_free(&by);
}

static void check_deadlines(const struct check *check)
{
    struct report_moment now = {.given = true, .day = check->options->today};
    struct thread thread = {0};
    struct due_list list;

    thread_add_directives(&thread, check->reports, 0);
    due_read(&list, &thread, check->guideline, &now);
    for (size_t i = 0; i < list.count; i++) {
        if (!list.items[i].from->derived && due_is_over(&list.items[i], &now))
            add_overdue(check, &list.items[i]);
    }
    due_free(&list);
    thread_free(&thread);
}

/* Is MOMENT told of in REPORT, not above the first report for all of them? */
static bool is_own(const struct report *report,
                   const struct report_moment *moment)
{
    return moment->span.start > report->heading.start;
}

/* Moments that all reports share are compared once, with the first report. */
static void check_pair(const struct check *check, const struct report *report,
                       const struct report_moment *earlier,
                       const struct report_moment *later)
{
    struct buffer before = {NULL, 0, 0};
    struct buffer after = {NULL, 0, 0};
    struct finding_words words = {0};

    if (!earlier->given || !later->given ||
        !report_moment_is_after(earlier, later) ||
        (report > check->reports->items && !is_own(report, earlier) &&
         !is_own(report, later)))
        return;
    report_moment_add(&before, earlier);
    report_moment_add(&after, later);
    words.value = buffer_slice(&after);
    words.other = buffer_slice(&before);
    check_relate(check_add(check, CASE_DIRECTIVE_ORDER, later->span, &words),
                 earlier->span, &words);
    buffer_free(&before);
    buffer_free(&after);
}

static void check_moments(const struct check *check,
                          const struct report *report)
{
    const struct report_facts *facts = &report->facts;

    check_pair(check, report, &facts->aware, &facts->disclosed);
    check_pair(check, report, &facts->aware, &facts->posted);
    check_pair(check, report, &facts->disclosed, &facts->updated);
}

/* Reports of one file are comments on one bug, the first at the top. */
static void check_reports(const struct check *check,
                          const struct report *report)
{
    const struct report_moment *posted = &report->facts.posted;
    const struct report_moment *above = &report[-1].facts.posted;
    struct finding_words words = {
        .value = check_word(report->rule->name),
        .other = check_word(report[-1].rule->name)};

    if (posted->given && above->given && report_moment_is_after(above, posted))
        check_relate(check_add(check, CASE_DIRECTIVE_ORDER_REPORTS,
                               posted->span, &words),
                     above->span, &words);
}

void check_due(const struct check *check)
{
    const struct reports *reports = check->reports;

    check_deadlines(check);
    for (size_t i = 0; i < reports->count; i++) {
        check_moments(check, &reports->items[i]);
        if (i)
            check_reports(check, &reports->items[i]);
    }
}
