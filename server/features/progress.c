/* Counts what is done of a report, and what is wrong with it. */
#include "progress.h"

#include "check.h"

/* A report being counted. */
struct counter {
    struct check check;
    const struct findings *findings;
    struct progress *progress;
};

/*
 * Must FINDING be mended before the report is posted? A draft makes information
 * of what is still to be filled in, but no field complete.
 */
static bool is_owed(const struct counter *counter,
                    const struct finding *finding)
{
    const struct rule_case *which = &rule_cases[finding->which];
    bool is_set = counter->check.options->severities[which->rule] !=
                  SEVERITY_AS_IT_IS;

    if (finding->which == CASE_PLACEHOLDER ||
        finding->severity == SEVERITY_ERROR)
        return true;
    return !is_set && rules[which->rule].softened &&
           which->severity == SEVERITY_ERROR;
}

/* True if something that is owed begins in SPAN. */
static bool owes(const struct counter *counter, struct span span)
{
    const struct findings *findings = counter->findings;

    for (size_t index = findings_from(findings, span.start);
         index < findings->count &&
         findings->items[index].span.start < span.end;
         index++) {
        if (is_owed(counter, &findings->items[index]))
            return true;
    }
    return false;
}

static bool is_complete(const struct counter *counter,
                        const struct report_field *field)
{
    struct span span = {field->whole.start, field->value.end};

    return !report_field_empty(field) && !owes(counter, span);
}

/* The fields of RULE, of which COUNT from FIRST on stand in SECTION. */
static void count_fields(const struct counter *counter,
                         const struct rule_section *rule,
                         const struct report_field *first, size_t count)
{
    bool complete[FIELD_COUNT] = {false};

    for (size_t index = 0; index < count; index++) {
        if (first[index].rule && is_complete(counter, &first[index]))
            complete[first[index].rule->id] = true;
    }
    for (size_t index = 0; index < rule->field_count; index++) {
        const struct rule_field *field = &rule->fields[index];

        if (field->type == TYPE_GROUP ||
            !check_asks_for(&counter->check, field))
            continue;
        counter->progress->asked++;
        counter->progress->complete += complete[field->id];
    }
}

/* The fields that RULE has in this report, once for each factor. */
static void count_section(const struct counter *counter,
                          const struct rule_section *rule)
{
    const struct report_section *section =
        report_section_find(counter->check.report, rule->id);

    if (!section || rule->content != CONTENT_FACTORS) {
        count_fields(counter, rule, section ? section->fields : NULL,
                     section ? section->field_count : 0);
        return;
    }
    for (size_t index = 0; index < section->factor_count; index++) {
        const struct report_factor *factor = &section->factors[index];

        if (factor->field_count)
            count_fields(counter, rule, section->fields + factor->first_field,
                         factor->field_count);
        else
            count_fields(counter, rule, NULL, 0);
    }
    if (!section->factor_count)
        count_fields(counter, rule, NULL, 0);
}

static size_t count_findings(const struct counter *counter,
                             enum severity severity)
{
    size_t start = counter->check.report->heading.start;
    size_t count = 0;

    for (size_t index = 0; index < counter->findings->count; index++) {
        const struct finding *finding = &counter->findings->items[index];

        count += finding->severity == severity &&
                 finding->report.start == start;
    }
    return count;
}

/* Which of two findings of one report is the one to begin with? */
static bool goes_first(const struct finding *one, const struct finding *other)
{
    return !other || (one->severity < other->severity &&
                      other->severity > SEVERITY_ERROR);
}

/* Counts what is owed, and finds what is to be done first. */
static void note_owed(const struct counter *counter)
{
    struct progress *progress = counter->progress;
    size_t start = counter->check.report->heading.start;

    for (size_t index = 0; index < counter->findings->count; index++) {
        const struct finding *finding = &counter->findings->items[index];
        bool owed = is_owed(counter, finding);

        if (finding->report.start != start)
            continue;
        progress->owed += owed;
        if ((owed || finding->severity == SEVERITY_WARNING) &&
            goes_first(finding, progress->first))
            progress->first = finding;
    }
}

void progress_read(struct progress *progress, const struct reports *reports,
                   const struct report *report,
                   const struct findings *findings,
                   const struct check_options *options)
{
    const struct rule_report *rule = report->rule;
    const struct counter counter = {
        .check = {.reports = reports,
                  .report = report,
                  .options = options,
                  .guideline = report_guideline(report, options->guideline)},
        .findings = findings,
        .progress = progress};

    *progress = (struct progress){
        .draft = !options->final && (options->draft || report->facts.draft),
        .errors = count_findings(&counter, SEVERITY_ERROR),
        .warnings = count_findings(&counter, SEVERITY_WARNING)};
    note_owed(&counter);
    for (size_t index = 0; !rule->superseded && index < rule->section_count;
         index++)
        count_section(&counter, rule->sections[index]);
}

void progress_add_words(const struct progress *progress, struct buffer *words)
{
    const char *separator = "";

    if (progress->draft) {
        buffer_add_string(words, "Draft");
        separator = " · ";
    }
    if (progress->asked) {
        buffer_addf(words, "%s%zu of ", separator, progress->complete);
        buffer_add_count(words, progress->asked, "field");
        buffer_add_string(words, " complete");
        separator = " · ";
    }
    if (progress->errors) {
        buffer_add_string(words, separator);
        buffer_add_count(words, progress->errors, "error");
        separator = ", ";
    }
    if (progress->warnings) {
        buffer_add_string(words, separator);
        buffer_add_count(words, progress->warnings, "warning");
    }
}
