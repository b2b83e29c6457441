/* Tries everything the checker knows on one document: lists the parts and
 * calls them. */
#include "checks.h"

#include <string.h>

#include "array.h"
#include "attachments.h"
#include "check.h"
#include "date.h"
#include "facts.h"
#include "repeats.h"

typedef void section_part(const struct check *check,
                          const struct report_section *section);
typedef void report_part(const struct check *check);

/* The parts for a report under superseded guidelines. */
static report_part *const superseded_parts[] = {check_structure};

/* The parts that look at a report as a whole. */
static report_part *const report_parts[] = {
    check_structure,
    check_headings,
    check_fields,
    check_analysis,
    check_coverage,
    check_factors,
    check_actions,
    check_mapping,
    check_lessons,
    check_certificates,
    check_agreement,
    check_closure,
    check_life_cycle,
    check_updates,
    check_length,
    check_posting,
};

/* The parts that look at each section, whatever its name. */
static section_part *const section_parts[] = {
    check_placeholders,
    check_prose,
};

/* The parts that look at each section that the template has. */
static section_part *const template_parts[] = {
    check_labels,
    check_not_applicable,
    check_summary,
    check_policies,
    check_dates,
    check_impact,
    check_timeline,
    check_tables,
    check_related,
};

/* The parts that look at the file that the reports are in. */
static report_part *const file_parts[] = {
    check_directives,
    check_markdown_off,
    check_due,
};

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

static void check_with(const struct check *check, report_part *const *parts,
                       size_t count)
{
    for (size_t index = 0; index < count; index++)
        parts[index](check);
}

static void check_section(const struct check *check,
                          const struct report_section *section)
{
    for (size_t index = 0; index < LENGTH_OF(section_parts); index++)
        section_parts[index](check, section);
    for (size_t index = 0;
         section->rule && index < LENGTH_OF(template_parts); index++)
        template_parts[index](check, section);
}

static void check_report(const struct check *check)
{
    if (check->report->rule->superseded) {
        check_with(check, superseded_parts, LENGTH_OF(superseded_parts));
        return;
    }
    check_with(check, report_parts, LENGTH_OF(report_parts));
    for (size_t index = 0; index < check->report->section_count; index++)
        check_section(check, &check->report->sections[index]);
}

/* What a report says of itself takes precedence over the options. */
static void look_at_report(const struct check *file,
                           const struct report *report)
{
    struct timelines timelines;
    struct check check = *file;
    struct facts facts = {.day = 0};

    timelines_read(check.reports, report, &timelines);
    check.report = report;
    check.timelines = &timelines;
    check.guideline = report_guideline(report, check.guideline);
    if (report->facts.draft && !check.options->final)
        check.draft = true;
    if (!report->rule->superseded) {
        facts_read(&check, &facts);
        certificates_read(&check, &facts.appendix);
    }
    check.facts = &facts;
    check_report(&check);
    facts_free(&facts);
    timelines_free(&timelines);
}

void checks_of_reports(const struct reports *reports,
                       const struct check_options *options,
                       struct findings *findings)
{
    const struct check file = {.reports = reports,
                               .report = reports->items,
                               .options = options,
                               .guideline = options->guideline,
                               .draft = options->draft,
                               .findings = findings};

    attachments_begin(options->attachments);
    if (!reports->count)
        return;
    if (reports->too_long) {
        check_too_long(&file);
        return;
    }
    for (size_t index = 0; index < reports->count; index++)
        look_at_report(&file, &reports->items[index]);
    check_with(&file, file_parts, LENGTH_OF(file_parts));
    findings_sort(findings);
    check_silenced(&file);
    repeats_mark(findings, reports);
}

void checks_run(const struct text *text, const struct blocks *blocks,
                const struct check_options *options,
                struct findings *findings)
{
    struct reports reports;

    reports_read_by(&reports, text, blocks, options->guideline);
    checks_of_reports(&reports, options, findings);
    reports_free(&reports);
}
