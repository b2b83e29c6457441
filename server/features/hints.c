/* Works out what is shown within the lines of a report. */
#include "hints.h"

#include "array.h"
#include "csv.h"
#include "date.h"
#include "days.h"
#include "due.h"
#include "memory.h"
#include "standing.h"

/* The most bytes of a cell that are looked at. */
#define VALUE_MOST 256

/* Hints being gathered. */
struct gatherer {
    const struct reports *reports;
    const struct attachments *attachments;
    const struct report *report;
    struct span span;
    int today;
    struct hints *hints;
};

static bool is_asked(const struct gatherer *gatherer, size_t offset)
{
    return span_touches(gatherer->span, offset) &&
           gatherer->hints->count < HINTS_MOST;
}

/* WORDS are given up. */
static void add(struct gatherer *gatherer, size_t offset, struct buffer *words)
{
    *memory_add(gatherer->hints) = (struct hint){offset, buffer_take(words)};
}

static struct slice bytes_of(const struct gatherer *gatherer, struct span span)
{
    if (span_length(span) > VALUE_MOST)
        span.end = span.start + VALUE_MOST;
    return text_slice(gatherer->reports->text, span);
}

static void add_due_date(struct gatherer *gatherer, const struct action *action)
{
    struct span cell = action->cells[COLUMN_DUE_DATE];
    struct buffer words = {0};
    struct date date;

    if (!is_asked(gatherer, cell.end) ||
        standing_is_done(gatherer->reports, action) ||
        !date_find(bytes_of(gatherer, cell), 0, &date) ||
        !date_is_certain(&date))
        return;
    days_add(&words, date.days - gatherer->today);
    add(gatherer, cell.start + date.span.end, &words);
}

static void add_due_dates(struct gatherer *gatherer)
{
    struct actions actions;

    actions_read(gatherer->reports, gatherer->report, &actions);
    for (size_t index = 0; index < actions.count; index++)
        add_due_date(gatherer, &actions.items[index]);
    actions_free(&actions);
}

/* What a directive gives, and the deadline that it starts. */
static const struct {
    size_t offset; /* of the moment in struct report_facts */
    enum deadline_id deadline;
} terms[] = {
    {offsetof(struct report_facts, aware), DEADLINE_FIRST_REPORT},
    {offsetof(struct report_facts, disclosed), DEADLINE_FULL_REPORT},
};

/* "72 hours end 2026-06-02 10:00 UTC, in 3 days", after FROM */
static void add_end(struct gatherer *gatherer, const struct report_moment *from,
                    const struct rule_deadline *deadline)
{
    struct report_moment end = due_after(from, deadline);
    struct buffer words = {0};

    buffer_addf(&words, deadline->hours ? "%d hours end " : "%d days end ",
                deadline->hours ? deadline->hours : deadline->days);
    report_moment_add(&words, &end);
    buffer_add_string(&words, ", ");
    days_add(&words, end.day - gatherer->today);
    add(gatherer, from->span.end, &words);
}

/* What all reports of the text share is shown with the first. */
static void add_ends(struct gatherer *gatherer)
{
    const struct report *report = gatherer->report;
    bool first = report == gatherer->reports->items;

    for (size_t i = 0; i < LENGTH_OF(terms); i++) {
        const struct report_moment *from =
            (const struct report_moment *)((const char *)&report->facts +
                                           terms[i].offset);

        if (from->given &&
            (first || from->span.start > report->heading.start) &&
            is_asked(gatherer, from->span.end))
            add_end(gatherer, from, &rule_deadlines[terms[i].deadline]);
    }
}

/* True if the record that CSV has read names a column of SECTION. */
static bool is_header(const struct csv *csv, const struct rule_section *section)
{
    char folded[LABEL_ROOM];

    for (size_t cell = 0; cell < csv->field_count && cell < CSV_FIELDS;
         cell++) {
        fold(csv_value(csv, cell), folded, sizeof folded);
        if (rule_column_find(section, folded))
            return true;
    }
    return false;
}

/* BLOCK without its fences. */
static struct slice without_fences(struct slice block)
{
    if (!byte_is_in(slice_at(block, 0), "`~"))
        return block;
    block = slice_from(block, slice_line_end(block, 0));
    return slice_trim_end(block, "`~ \t");
}

/* How many records stand below the header in a block of code; 0 if it has no
 * such header. */
static size_t count_records(struct slice block,
                            const struct rule_section *section)
{
    struct slice input = without_fences(block);
    struct csv csv;
    size_t count = 0;
    bool more, header = true;

    csv_begin(&csv, ',');
    while ((more = csv_read(&csv, &input)) || csv_finish(&csv)) {
        if (header && !is_header(&csv, section))
            break;
        count += !header;
        header = false;
        if (!more)
            break;
    }
    csv_free(&csv);
    return count;
}

static size_t count_here(const struct gatherer *gatherer,
                         const struct report_section *section)
{
    size_t end = section->first_element + section->element_count;
    size_t count = 0;

    for (size_t index = section->first_element; index < end; index++) {
        const struct element *element =
            &gatherer->reports->elements.items[index];

        if (element->code)
            count += count_records(
                text_slice(gatherer->reports->text, element->span),
                section->rule);
    }
    return count;
}

static size_t count_attached(const struct gatherer *gatherer,
                             const struct report_section *section)
{
    size_t end = section->first_element + section->element_count;
    size_t attachments = gatherer->attachments->count;
    bool *counted = memory_new_zeroed(attachments, sizeof *counted);
    size_t count = 0;

    for (size_t index = section->first_element; attachments && index < end;
         index++) {
        const struct element *element =
            &gatherer->reports->elements.items[index];

        if (element->kind != ELEMENT_OPAQUE)
            count += attachments_rows(
                gatherer->attachments,
                text_slice(gatherer->reports->text, element->span), counted);
    }
    memory_free(counted);
    return count;
}

static void add_count(struct buffer *words, size_t count, const char *where)
{
    if (!count)
        return;
    if (words->length)
        buffer_add_string(words, ", ");
    buffer_addf(words, "%zu%s", count, where);
}

static void add_total(struct gatherer *gatherer)
{
    const struct report *report = gatherer->report;
    const struct report_field *field = report_field_find(
        report_section_find(report, SECTION_IMPACT), FIELD_TOTAL_CERTIFICATES);
    const struct report_section *list =
        report_section_find(report, SECTION_APPENDIX);
    struct buffer words = {0};

    if (!field || report_field_empty(field) || !list ||
        !is_asked(gatherer, field->answer.end))
        return;
    add_count(&words, count_here(gatherer, list), " in the list");
    add_count(&words, count_attached(gatherer, list), " attached");
    if (words.length)
        add(gatherer, field->answer.end, &words);
}

void hints_read(const struct hint_source *source, struct span span,
                struct hints *hints)
{
    struct gatherer gatherer = {.reports = source->reports,
                                .attachments = source->attachments,
                                .span = span,
                                .today = source->today,
                                .hints = hints};

    *hints = (struct hints){NULL, 0, 0};
    for (size_t index = 0; index < source->reports->count; index++) {
        gatherer.report = &source->reports->items[index];
        add_ends(&gatherer);
        add_total(&gatherer);
        add_due_dates(&gatherer);
    }
}

void hints_free(struct hints *hints)
{
    for (size_t index = 0; index < hints->count; index++)
        memory_free(hints->items[index].words);
    memory_free(hints->items);
    *hints = (struct hints){NULL, 0, 0};
}
