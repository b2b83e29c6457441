/* Counts what is done of a report, and what is wrong with it. */
#include "lenses.h"

#include <string.h>

#include "action.h"
#include "check.h"
#include "date.h"
#include "memory.h"

/* More of a cell isn't looked at. */
#define CELL_MOST 256

/* Counted beside the statuses, which are values: past its due date. */
#define OVERDUE VALUE_COUNT

/* A report being counted. */
struct counter {
    struct check check;
    const struct findings *findings;
    struct lenses *lenses;
};

static void add(struct counter *counter, struct span span, struct buffer *words)
{
    struct lenses *lenses = counter->lenses;

    if (lenses->count == LENSES_MOST) {
        buffer_free(words);
        return;
    }
    lenses->items = memory_grow(lenses->items, &lenses->room, lenses->count + 1,
                                sizeof *lenses->items);
    lenses->items[lenses->count++] =
        (struct lens){.span = span, .words = buffer_take(words)};
}

/* The index of the first finding that begins at OFFSET or behind it. */
static size_t findings_from(const struct findings *findings, size_t offset)
{
    size_t low = 0;
    size_t high = findings->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (findings->items[middle].span.start < offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* True if an error begins in SPAN. */
static bool has_error(const struct findings *findings, struct span span)
{
    for (size_t index = findings_from(findings, span.start);
         index < findings->count &&
         findings->items[index].span.start < span.end;
         index++) {
        if (findings->items[index].severity == SEVERITY_ERROR)
            return true;
    }
    return false;
}

static bool is_complete(const struct counter *counter,
                        const struct report_field *field)
{
    struct span span = {field->whole.start, field->value.end};

    return !report_field_empty(field) && !has_error(counter->findings, span);
}

/* How many fields there are to complete, and how many are. */
struct progress {
    size_t complete, asked;
};

/* The fields of RULE, of which COUNT from FIRST on stand in SECTION. */
static void count_fields(const struct counter *counter,
                         const struct rule_section *rule,
                         const struct report_field *first, size_t count,
                         struct progress *progress)
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
        progress->asked++;
        progress->complete += complete[field->id];
    }
}

/* The fields that RULE has in this report, once for each factor. */
static void count_section(const struct counter *counter,
                          const struct rule_section *rule,
                          struct progress *progress)
{
    const struct report_section *section =
        report_section_find(counter->check.report, rule->id);

    if (!section || rule->content != CONTENT_FACTORS) {
        count_fields(counter, rule, section ? section->fields : NULL,
                     section ? section->field_count : 0, progress);
        return;
    }
    for (size_t index = 0; index < section->factor_count; index++) {
        const struct report_factor *factor = &section->factors[index];

        count_fields(counter, rule, section->fields + factor->first_field,
                     factor->field_count, progress);
    }
    if (!section->factor_count)
        count_fields(counter, rule, NULL, 0, progress);
}

static bool is_of_report(const struct counter *counter,
                         const struct finding *finding)
{
    return finding->report.start == counter->check.report->heading.start;
}

static size_t count_findings(const struct counter *counter,
                             enum severity severity)
{
    size_t count = 0;

    for (size_t index = 0; index < counter->findings->count; index++) {
        const struct finding *finding = &counter->findings->items[index];

        count +=
            finding->severity == severity && is_of_report(counter, finding);
    }
    return count;
}

/* "2 errors", behind SEPARATOR; nothing if there are none. */
static bool add_count(struct buffer *words, const char *separator, size_t count,
                      const char *noun)
{
    if (!count)
        return false;
    buffer_add_string(words, separator);
    buffer_add_number(words, count);
    buffer_add_char(words, ' ');
    buffer_add_string(words, noun);
    if (count != 1)
        buffer_add_char(words, 's');
    return true;
}

static void add_report(struct counter *counter)
{
    const struct report *report = counter->check.report;
    struct progress progress = {0, 0};
    struct buffer words = {0};
    bool errors;

    for (size_t index = 0; index < report->rule->section_count; index++)
        count_section(counter, report->rule->sections[index], &progress);
    buffer_add_number(&words, progress.complete);
    buffer_add_string(&words, " of ");
    buffer_add_number(&words, progress.asked);
    buffer_add_string(&words, " fields complete");
    errors = add_count(&words, " · ", count_findings(counter, SEVERITY_ERROR),
                       "error");
    add_count(&words, errors ? ", " : " · ",
              count_findings(counter, SEVERITY_WARNING), "warning");
    add(counter, report->heading, &words);
}

/* The value of LIST_ACTION_STATUS that ACTION has, or NULL. */
static const struct rule_value *status_of(const struct counter *counter,
                                          const struct action *action)
{
    struct slice cell =
        check_slice(&counter->check, action->cells[COLUMN_STATUS]);
    char folded[CELL_MOST];
    enum match match;

    fold(cell, folded, sizeof folded);
    return rule_value_match(LIST_ACTION_STATUS, folded, &match);
}

static bool is_overdue(const struct counter *counter,
                       const struct action *action)
{
    struct slice cell =
        check_slice(&counter->check, action->cells[COLUMN_DUE_DATE]);
    struct date date;

    if (cell.length > CELL_MOST)
        cell.length = CELL_MOST;
    return date_find(cell, 0, &date) && date.valid &&
           date.form != DATE_AMBIGUOUS &&
           date.days < counter->check.options->today;
}

/* Counts the actions of SECTION by status; those that are overdue, and not
 * said to be delayed, last. */
static size_t count_actions(const struct counter *counter,
                            const struct actions *actions,
                            const struct report_section *section,
                            size_t counts[VALUE_COUNT + 1])
{
    size_t count = 0;

    for (size_t index = 0; index < actions->count; index++) {
        const struct action *action = &actions->items[index];
        const struct rule_value *status;

        if (action->section != section)
            continue;
        count++;
        status = status_of(counter, action);
        if ((!status || status->id == VALUE_STATUS_ONGOING) &&
            is_overdue(counter, action))
            counts[OVERDUE]++;
        else if (status)
            counts[status->id]++;
    }
    return count;
}

/* "1 complete, 2 ongoing, 1 overdue" */
static void add_statuses(struct buffer *words,
                         const size_t counts[VALUE_COUNT + 1])
{
    static const size_t order[] = {VALUE_STATUS_COMPLETE, VALUE_STATUS_ONGOING,
                                   VALUE_STATUS_DELAYED, VALUE_STATUS_CANCELED,
                                   OVERDUE};
    const char *separator = ": ";

    for (size_t index = 0; index < sizeof order / sizeof order[0]; index++) {
        size_t status = order[index];

        if (!counts[status])
            continue;
        buffer_add_string(words, separator);
        buffer_add_number(words, counts[status]);
        buffer_add_char(words, ' ');
        buffer_add_string(
            words, status == OVERDUE ? "overdue" : rule_values[status].folded);
        separator = ", ";
    }
}

static void add_actions(struct counter *counter, const struct actions *actions,
                        const struct report_section *section)
{
    size_t counts[VALUE_COUNT + 1] = {0};
    size_t count = count_actions(counter, actions, section, counts);
    struct buffer words = {0};

    if (!add_count(&words, "", count, "item"))
        return;
    add_statuses(&words, counts);
    add(counter, section->heading, &words);
}

static void read_report(struct counter *counter)
{
    const struct report *report = counter->check.report;
    struct actions actions;

    add_report(counter);
    actions_read(counter->check.reports, report, &actions);
    for (size_t index = 0; index < report->section_count; index++) {
        const struct report_section *section = &report->sections[index];

        if (section->rule && section->rule->id == SECTION_ACTION_ITEMS)
            add_actions(counter, &actions, section);
    }
    actions_free(&actions);
}

void lenses_read(struct reports *reports, const struct findings *findings,
                 const struct check_options *options, struct lenses *lenses)
{
    *lenses = (struct lenses){NULL, 0, 0};
    for (size_t index = 0; index < reports->count; index++) {
        const struct report *report = &reports->items[index];
        struct counter counter = {
            .check = {.reports = reports,
                      .report = report,
                      .options = options,
                      .guideline = report->facts.guideline
                                       ? report->facts.guideline
                                       : options->guideline},
            .findings = findings,
            .lenses = lenses};

        if (!report->rule->superseded && lenses->count < LENSES_MOST)
            read_report(&counter);
    }
}

void lenses_free(struct lenses *lenses)
{
    for (size_t index = 0; index < lenses->count; index++)
        memory_free(lenses->items[index].words);
    memory_free(lenses->items);
    *lenses = (struct lenses){NULL, 0, 0};
}
