/* Tries everything the checker knows on one document. */
#include "check.h"

#include <string.h>

#include "date.h"
#include "memory.h"

void check_options_default(struct check_options *options, int today)
{
    *options = (struct check_options){
        .guideline = rule_guideline_current(), .today = today};
    memset(options->severities, SEVERITY_AS_IT_IS, sizeof options->severities);
}

bool checks_day(struct slice text, int *day)
{
    struct date date;

    if (!date_find(text, 0, &date) || date.form != DATE_ISO || !date.valid ||
        date.span.start != 0 || date.span.end != text.length)
        return false;
    *day = date.days;
    return true;
}

static void check_report(const struct check *check)
{
    check_structure(check);
    if (check->report->rule->superseded)
        return;
    check_headings(check);
    check_fields(check);
    check_labels(check);
    check_not_applicable(check);
    check_placeholders(check);
    check_summary(check);
    check_dates(check);
    check_impact(check);
    check_prose(check);
    check_timeline(check);
    check_tables(check);
    check_related(check);
    check_factors(check);
    check_actions(check);
    check_mapping(check);
    check_lessons(check);
    check_certificates(check);
    check_closure(check);
    check_life_cycle(check);
    check_posting(check);
}

/* What is said of the whole file, whatever its reports are. */
static void check_file(struct reports *reports,
                       const struct check_options *options,
                       struct findings *findings)
{
    struct check check = {.reports = reports, .report = reports->items,
                          .options = options,
                          .guideline = options->guideline,
                          .draft = options->draft, .findings = findings};

    if (!reports->count)
        return;
    check_markdown_off(&check);
    check_directives(&check);
    findings_sort(findings);
    check_silenced(&check);
}

void checks_run(struct text *text, const struct blocks *blocks,
                const struct check_options *options,
                struct findings *findings)
{
    struct reports reports;

    reports_read(&reports, text, blocks);
    for (size_t index = 0; index < reports.count; index++) {
        const struct report *report = &reports.items[index];
        struct check check = {
            .reports = &reports, .report = report, .options = options,
            .guideline = report->facts.guideline ? report->facts.guideline
                                                 : options->guideline,
            .draft = options->draft ||
                     (report->facts.draft && !options->final),
            .findings = findings};

        check_report(&check);
    }
    check_file(&reports, options, findings);
    reports_free(&reports);
}
