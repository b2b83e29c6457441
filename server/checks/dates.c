/* The part Values: dates in fields, tables and timeline entries. */
#include "answer.h"

#include "date.h"
#include "facts.h"
#include "items.h"
#include "memory.h"
#include "placeholder.h"
#include "table.h"
#include "timeline_check.h"

/* How far after its date a time of day may begin. */
#define TIME_NEAR 8

static void move(struct span *span, size_t by)
{
    span->start += by;
    span->end += by;
}

static struct finding_words words_for(const struct check *check,
                                      struct span span)
{
    return (struct finding_words){.value = check_slice(check, span)};
}

static void add_reading(struct finding *finding, enum fix_id which,
                        struct span span, struct slice iso)
{
    struct finding_words words = {.expected = iso};
    struct fix *fix = finding_fix(finding, which, &words);

    fix_edit(fix, span, iso);
    if (fix)
        fix->preferred = which == FIX_REWRITE_DATE;
}

/* Is DATE a day, and is it written as ISO 8601 has it? */
static void check_form(const struct check *check, const struct date *date)
{
    struct finding_words words = words_for(check, date->span);
    struct finding *finding;
    char iso[DATE_ISO_ROOM];
    char other[16];

    if (!date->valid) {
        check_add(check, CASE_DATE_INVALID, date->span, &words);
        return;
    }
    if (date->form == DATE_ISO)
        return;
    words.expected = date_iso(date->days, iso);
    if (date->form == DATE_AMBIGUOUS) {
        words.other = date_iso(date_days(date->year, date->day, date->month),
                               other);
        finding = check_add(check, CASE_DATE_AMBIGUOUS, date->span, &words);
        add_reading(finding, FIX_REPLACE, date->span, words.expected);
        add_reading(finding, FIX_REPLACE, date->span, words.other);
    } else {
        finding = check_add(check, CASE_DATE_FORMAT, date->span, &words);
        add_reading(finding, FIX_REWRITE_DATE, date->span, words.expected);
    }
}

/* "1200" and "12h00" are understood, but few write times so. */
static void respell_time(const struct check *check, const struct time *time)
{
    struct finding_words words = words_for(check, time->span);
    struct buffer text = {NULL, 0, 0};

    buffer_addf(&text, "%02d:%02d", time->hour, time->minute);
    if (time->second)
        buffer_addf(&text, ":%02d", time->second);
    words.expected = buffer_slice(&text);
    fix_edit(finding_fix(check_add(check, CASE_DATE_FORMAT_TIME, time->span,
                                   &words),
                         FIX_RESPELL, &words),
             time->span, words.expected);
    buffer_free(&text);
}

static void check_time(const struct check *check, const struct time *time)
{
    struct finding_words words = words_for(check, time->span);

    if (!time->valid)
        check_add(check, CASE_DATE_INVALID_TIME, time->span, &words);
    else if (slice_find(words.value, 0, ":") == words.value.length)
        respell_time(check, time);
}

/* Finds and checks the date in SPAN, and the time after it; spans of DATE
 * are then of the text. */
static bool check_span(const struct check *check, struct span span,
                       struct date *date)
{
    struct slice text = check_slice(check, span);
    struct time time;
    bool timed;

    if (text.length > ANSWER_MOST)
        text.length = ANSWER_MOST;
    if (!date_find(text, 0, date))
        return false;
    timed = time_find(text, date->span.end, &time) &&
            time.span.start < date->span.end + TIME_NEAR;
    move(&date->span, span.start);
    check_form(check, date);
    if (timed) {
        move(&time.span, span.start);
        check_time(check, &time);
    }
    return true;
}

/* A date that is missing in SPAN; it may be today's, unless the incident only
 * STARTED then. */
static void miss_date(const struct check *check, struct span span,
                      const char *label, bool started)
{
    struct finding_words words = {.label = check_word(label)};
    struct finding *finding;
    char iso[DATE_ISO_ROOM];

    words.value = check_slice(check, span);
    finding = check_add(check, CASE_DATE_MISSING, span, &words);
    if (!started)
        add_reading(finding, FIX_REPLACE, span,
                    date_iso(check->options->today, iso));
}

/* May SPAN stand without a date? "Ongoing", or a start told in prose. */
static bool needs_no_date(const struct check *check, struct span span,
                          bool start)
{
    char *folded = answer_fold(check, span);
    bool needs_none = rule_phrase_in(PHRASES_NO_DATE, folded) != NULL;
    size_t words = 1;

    for (const char *at = folded; start && *at; at++)
        words += *at == ' ';
    memory_free(folded);
    return needs_none || words >= 6;
}

/* False if there is no valid date to compare with others. */
static bool check_field(const struct check *check, enum field_id id,
                        struct date *date)
{
    const struct report_field *field = answer_field(check, id);

    if (!answer_given(check, field) || placeholder_is(check, field->value))
        return false;
    if (check_span(check, field->value, date))
        return date_is_certain(date);
    if (check->report->rule->id == REPORT_PRELIMINARY ||
        needs_no_date(check, field->value, id == FIELD_START_DATE))
        return false;
    miss_date(check, answer_words(check, field, field->answer),
              field->rule->label, id == FIELD_START_DATE);
    return false;
}

/* What is said of a date, its time of day taken along. */
static struct slice words_of(const struct check *check,
                             const struct fact_day *day)
{
    return check_slice(check, (struct span){day->span.start,
                                            day->timed ? day->time.end
                                                       : day->span.end});
}

/* Within a day only times tell which comes first, of one zone. */
static bool is_earlier(const struct fact_day *day, const struct fact_day *other)
{
    if (day->day != other->day)
        return day->day < other->day;
    return day->timed && other->timed && day->zoned == other->zoned &&
           day->minute < other->minute;
}

static void check_order(const struct check *check, enum case_id which,
                        const struct fact_day *start,
                        const struct fact_day *later)
{
    struct finding_words words = {.value = words_of(check, later),
                                  .other = words_of(check, start)};

    if (start->sure == FACT_SAID && later->sure == FACT_SAID &&
        is_earlier(later, start))
        check_relate(check_add(check, which, later->span, &words), start->span,
                     &words);
}

static void check_future(const struct check *check, enum case_id which,
                         const struct date *date)
{
    struct finding_words words = words_for(check, date->span);

    if (date->days > check->options->today)
        check_add(check, which, date->span, &words);
}

/* A deadline that will be missed is known to be before it passes. */
static void check_summary_dates(const struct check *check)
{
    const struct facts *facts = check->facts;
    struct date date;

    check_field(check, FIELD_START_DATE, &date);
    if (check_field(check, FIELD_IDENTIFIED_DATE, &date))
        check_future(check, CASE_DATE_FUTURE, &date);
    check_field(check, FIELD_END_DATE, &date);
    check_order(check, CASE_DATE_ORDER, &facts->started, &facts->ended);
    if (!facts->delay)
        check_order(check, CASE_DATE_ORDER_IDENTIFIED, &facts->started,
                    &facts->identified);
}

/* Is it a row of a table of action items that says there are none? */
static bool is_no_item(const struct check *check,
                       const struct report_section *section,
                       const struct table *table, size_t row)
{
    struct action action = action_of_row(check->reports, section, table, row);

    return !item_is(check, &action);
}

/* An action without an end has no due date: which date it has, nobody but its
 * author knows. False if CELL says something else. */
static bool miss_end(const struct check *check, struct span cell)
{
    struct finding_words words = {.value = check_slice(check, cell)};
    char *folded = answer_fold(check, cell);
    const struct rule_phrase *phrase = rule_phrase_in(PHRASES_NO_DATE, folded);
    bool without_end = phrase && *phrase->means;

    memory_free(folded);
    if (without_end)
        check_add(check, CASE_DATE_MISSING_END, cell, &words);
    return without_end;
}

static void check_cell(const struct check *check,
                       const struct rule_column *column, size_t row,
                       struct span cell)
{
    struct date date;

    if (cell.start == cell.end || placeholder_is_part(check, row, cell))
        return;
    if (check_span(check, cell, &date)) {
        if (column->id == COLUMN_BUG_DATE && date_is_certain(&date))
            check_future(check, CASE_DATE_FUTURE_BUG, &date);
        return;
    }
    if (column->id == COLUMN_DUE_DATE && !miss_end(check, cell))
        miss_date(check, cell, column->label, false);
}

static void check_row(const struct check *check,
                      const struct report_section *section,
                      const struct table *table, size_t row)
{
    for (size_t index = 0; index < table->column_count; index++) {
        const struct rule_column *column = table->columns[index];

        if (column && column->type == TYPE_DATE &&
            !(column->id == COLUMN_DUE_DATE &&
              is_no_item(check, section, table, row)))
            check_cell(check, column, row,
                       table_cell(check->reports, table, row, index));
    }
}

static void check_table_dates(const struct check *check,
                              const struct report_section *section)
{
    struct table table;

    if (!table_find(check->reports, section, &table))
        return;
    for (size_t row = table.header + 1; row <= table.header + table.row_count;
         row++) {
        if (!table_is_torn(check->reports, &table, row))
            check_row(check, section, &table, row);
    }
}

/* Does the entry speak of what is still to come? */
static bool is_planned(const struct check *check,
                       const struct timeline_entry *entry)
{
    const struct element *element =
        &check->reports->elements.items[entry->element];

    return element_mentions(element, PHRASES_FUTURE) &&
           answer_says(check, entry->span, PHRASES_FUTURE);
}

static void check_entry_future(const struct check *check,
                               const struct timeline_entry *entry)
{
    struct date date = entry->date;

    if (!(entry->dated || entry->inherits) || entry->heading ||
        !date_is_certain(&date) || date.days <= check->options->today ||
        is_planned(check, entry))
        return;
    if (entry->inherits)
        date.span = entry->timed ? entry->time.span : entry->span;
    check_future(check, CASE_DATE_FUTURE_ENTRY, &date);
}

static void check_entry(const struct check *check,
                        const struct timeline_entry *entry)
{
    if (entry->dated)
        check_form(check, &entry->date);
    if (entry->timed)
        check_time(check, &entry->time);
    check_entry_future(check, entry);
}

static void check_timeline_dates(const struct check *check,
                                 const struct report_section *section)
{
    const struct timeline *timeline =
        &timelines_find(check->timelines, section)->timeline;

    for (size_t index = 0; index < timeline->count; index++)
        check_entry(check, &timeline->entries[index]);
}

void check_dates(const struct check *check,
                 const struct report_section *section)
{
    if (section->rule->id == SECTION_SUMMARY && check_is_first(check, section))
        check_summary_dates(check);
    else if (section->rule->content == CONTENT_TIMELINE)
        check_timeline_dates(check, section);
    else if (section->rule->column_count &&
             section->rule->content == CONTENT_TABLE)
        check_table_dates(check, section);
}
