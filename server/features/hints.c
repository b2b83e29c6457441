/* Works out what is shown within the lines of a report. */
#include "hints.h"

#include "action.h"
#include "csv.h"
#include "date.h"
#include "days.h"
#include "directive.h"
#include "memory.h"

/* More of a cell or a value isn't looked at. */
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

/* True unless ACTION is done, one way or the other. */
static bool is_open(const struct gatherer *gatherer,
                    const struct action *action)
{
    char folded[VALUE_MOST + 1];
    const struct rule_value *status;
    enum match match;

    fold(bytes_of(gatherer, action->cells[COLUMN_STATUS]), folded,
         sizeof folded);
    status = rule_value_match(LIST_ACTION_STATUS, folded, &match);
    return !status || (status->id != VALUE_STATUS_COMPLETE &&
                       status->id != VALUE_STATUS_CANCELED);
}

static void add_due_date(struct gatherer *gatherer, const struct action *action)
{
    struct span cell = action->cells[COLUMN_DUE_DATE];
    struct buffer words = {0};
    struct date date;

    if (!is_asked(gatherer, cell.end) || !is_open(gatherer, action) ||
        !date_find(bytes_of(gatherer, cell), 0, &date) || !date.valid ||
        date.form == DATE_AMBIGUOUS)
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

/* A directive's key, and when what it tells of is to be followed. */
struct term {
    enum key_id key;
    const char *words;
    int days;
};

static const struct term terms[] = {
    {KEY_AWARE, "72 hours end ", 3},
    {KEY_DISCLOSED, "14 days end ", 14},
};

#define TERM_COUNT (sizeof terms / sizeof terms[0])

static const struct term *term_of(struct slice key)
{
    for (size_t index = 0; index < TERM_COUNT; index++) {
        if (slice_is_word(key, rule_keys[terms[index].key].key))
            return &terms[index];
    }
    return NULL;
}

/* "2026-06-02 10:00 UTC, in 3 days"; without a time if none was given. */
static void add_end(struct gatherer *gatherer, size_t offset,
                    const struct term *term, const struct report_moment *moment)
{
    int day = moment->day + term->days;
    struct buffer words = {0};

    buffer_add_string(&words, term->words);
    date_add(&words, day);
    if (moment->timed) {
        buffer_add_char(&words, ' ');
        buffer_add_time(&words, moment->minute % MINUTES_A_DAY);
        buffer_add_string(&words, " UTC");
    }
    buffer_add_string(&words, ", ");
    days_add(&words, day - gatherer->today);
    add(gatherer, offset, &words);
}

static void add_terms(struct gatherer *gatherer, struct slice bytes,
                      size_t start, struct directive *directive)
{
    const struct report_facts *facts = &gatherer->report->facts;
    struct directive_entry entry;

    while (directive_entry_next(&directive->title, &entry)) {
        const struct term *term = term_of(entry.key);
        size_t end = start + (size_t)(entry.value.bytes - bytes.bytes) +
                     entry.value.length;
        const struct report_moment *moment;

        if (!term || !is_asked(gatherer, end))
            continue;
        moment = term->key == KEY_AWARE ? &facts->aware : &facts->disclosed;
        if (moment->given)
            add_end(gatherer, end, term, moment);
    }
}

static void read_definitions(struct gatherer *gatherer, size_t element)
{
    struct span span = gatherer->reports->elements.items[element].span;
    struct slice bytes = text_slice(gatherer->reports->text, span);
    struct directive directive;
    size_t at = 0;

    while (directive_next(bytes, &at, &directive)) {
        if (directive_is(&directive, DIRECTIVE_NAME))
            add_terms(gatherer, bytes, span.start, &directive);
    }
}

static void read_directives(struct gatherer *gatherer, size_t first, size_t end)
{
    const struct element *items = gatherer->reports->elements.items;

    for (size_t index = first; index < end; index++) {
        if (items[index].kind == ELEMENT_DEFINITION &&
            span_meets(items[index].span, gatherer->span))
            read_definitions(gatherer, index);
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

/* The first report takes what stands above it, directives that is. */
static size_t first_element(const struct gatherer *gatherer, size_t index)
{
    return index ? gatherer->report->first_element : 0;
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
        const struct report *report = &source->reports->items[index];

        gatherer.report = report;
        read_directives(&gatherer, first_element(&gatherer, index),
                        report->first_element + report->element_count);
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
