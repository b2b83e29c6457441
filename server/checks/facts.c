/* Gathers what a report says of its incident. */
#include "facts.h"

#include <string.h>

#include "answer.h"
#include "date.h"
#include "memory.h"

static void read_count(const struct check *check, enum field_id id,
                       struct fact_count *count)
{
    count->field = answer_field(check, id);
    if (!count->field || report_field_empty(count->field))
        return;
    if (answer_applies(check, count->field) != APPLIES)
        count->sure = FACT_NOT_APPLICABLE;
    else if (answer_count(check, count->field, &count->number) &&
             count->number.sure)
        count->sure = FACT_SAID;
}

/* Whether FIELD says anything, and whether that is N/A. */
static enum sureness sureness_of(const struct check *check,
                                 const struct report_field *field)
{
    if (!field || report_field_empty(field))
        return FACT_ABSENT;
    return answer_applies(check, field) == APPLIES ? FACT_SAID
                                                   : FACT_NOT_APPLICABLE;
}

static size_t count_words(const char *folded)
{
    size_t words = *folded != '\0';

    for (; *folded; folded++)
        words += *folded == ' ';
    return words;
}

/* A reason takes more words than this, or one of those that begin reasons, or
 * a clause of its own. */
#define NO_REASON_MOST 12
#define CLAUSE_LEAST 3

static bool gives_reason(const char *folded)
{
    const char *clause = folded + strcspn(folded, ":;,(.");

    return count_words(folded) > NO_REASON_MOST ||
           rule_phrase_in(PHRASES_REASON, folded) ||
           (*clause && count_words(clause + 1) > CLAUSE_LEAST) ||
           strstr(folded, " - ");
}

/* "All 31 certificates" */
static bool names_all(const char *folded)
{
    struct number number;

    for (size_t at = 0; rule_phrase_find("all", folded, at, &at); at++) {
        struct slice rest = slice_of(folded + at + strlen("all"));

        if (number_find(rest, &number) && number.span.start == 1)
            return true;
    }
    return false;
}

static enum heuristic heuristic_of(const char *folded)
{
    bool appendix = rule_phrase_in(PHRASES_IN_APPENDIX, folded) != NULL;

    if (appendix &&
        (rule_phrase_in(PHRASES_FULL_CORPUS, folded) || names_all(folded)) &&
        !rule_phrase_in(PHRASES_PART_OF_CORPUS, folded))
        return HEURISTIC_FULL_CORPUS;
    if (rule_phrase_is(PHRASES_NO_ANSWER, folded))
        return HEURISTIC_NO_REASON;
    if (rule_phrase_in(PHRASES_NO_HEURISTIC, folded))
        return appendix || gives_reason(folded) ? HEURISTIC_NOT_POSSIBLE
                                                : HEURISTIC_NO_REASON;
    return HEURISTIC_OTHER;
}

/* The sentences of FOLDED one by one: whether one of them is as WANTED. */
static bool any_sentence(char *folded, enum heuristic wanted)
{
    char *start = folded;

    for (char *at = folded; ; at++) {
        bool end = !*at || (strchr(".;", *at) && (at[1] == ' ' || !at[1]));
        char byte = *at;

        if (!end)
            continue;
        *at = '\0';
        if (heuristic_of(start) == wanted)
            return true;
        if (!byte)
            return false;
        *at = byte;
        start = at + 1 + (at[1] == ' ');
        if (!at[1])
            return false;
    }
}

static void read_heuristic(const struct check *check, struct facts *facts)
{
    char *folded;

    facts->heuristic_field = answer_field(check, FIELD_HEURISTIC);
    facts->heuristic_sure = sureness_of(check, facts->heuristic_field);
    if (facts->heuristic_sure == FACT_ABSENT)
        return;
    folded = answer_fold(check, facts->heuristic_field->value);
    facts->heuristic = heuristic_of(folded);
    if (any_sentence(folded, HEURISTIC_FULL_CORPUS))
        facts->heuristic = HEURISTIC_FULL_CORPUS;
    memory_free(folded);
}

static void read_stopped(const struct check *check, struct facts *facts)
{
    enum match match;
    const struct rule_value *value;
    char *folded;

    facts->stopped_field = answer_field(check, FIELD_ISSUANCE_STOPPED);
    facts->stopped = sureness_of(check, facts->stopped_field);
    if (facts->stopped != FACT_SAID)
        return;
    folded = answer_fold(check, facts->stopped_field->value);
    value = rule_value_match(LIST_YES_NO, folded, &match);
    if (value && match >= MATCH_SPELLING) {
        facts->stopped_yes = value->id == VALUE_YES;
    } else {
        answer_cut_sentence(folded);
        facts->stopped_yes = rule_phrase_in(PHRASES_STOPPED, folded) &&
                             !rule_phrase_in(PHRASES_NOT_STOPPED, folded);
        facts->stopped = facts->stopped_yes ||
                                 rule_phrase_in(PHRASES_NOT_STOPPED, folded)
                             ? FACT_DERIVED
                             : FACT_ABSENT;
    }
    memory_free(folded);
}

/* How far past its date a time of day may begin. */
#define TIME_NEAR 12

static void read_time(struct slice text, size_t at, struct fact_day *day)
{
    struct time time;

    if (!time_find_spelt(text, at, &time) && !time_find(text, at, &time))
        return;
    if (time.span.start > at + TIME_NEAR || !time.valid)
        return;
    day->timed = true;
    day->time = time.span;
    day->zoned = time.zoned;
    day->minute = time_minute(&time);
    if (time.zoned)
        day->minute -= time.offset;
    for (; day->minute < 0; day->minute += MINUTES_A_DAY)
        day->day--;
    for (; day->minute >= MINUTES_A_DAY; day->minute -= MINUTES_A_DAY)
        day->day++;
}

static void read_day(const struct check *check, enum field_id id,
                     struct fact_day *day)
{
    const struct report_field *field = answer_field(check, id);
    struct slice text;
    struct date date;

    day->sure = sureness_of(check, field);
    if (day->sure != FACT_SAID)
        return;
    day->sure = FACT_ABSENT;
    text = check_slice(check, field->value);
    if (!date_find(text, 0, &date) || !date_is_certain(&date))
        return;
    day->sure = FACT_SAID;
    day->day = date.days;
    read_time(text, date.span.end, day);
    day->span = (struct span){field->value.start + date.span.start,
                              field->value.start + date.span.end};
    day->time.start += field->value.start;
    day->time.end += field->value.start;
}

void facts_read_start(const struct reports *reports,
                      const struct report *report, struct fact_day *started)
{
    const struct check check = {.reports = reports, .report = report};

    *started = (struct fact_day){.sure = FACT_ABSENT};
    read_day(&check, FIELD_START_DATE, started);
}

static void read_source(const struct check *check, struct facts *facts)
{
    enum match match;
    char *folded;

    facts->source_field = answer_field(check, FIELD_DISCLOSURE_SOURCE);
    if (!answer_given(check, facts->source_field))
        return;
    folded = answer_fold(check, facts->source_field->answer);
    facts->source = rule_value_match(LIST_DISCLOSURE_SOURCE, folded, &match);
    memory_free(folded);
}

static void read_summary(const struct check *check, struct facts *facts)
{
    read_day(check, FIELD_START_DATE, &facts->started);
    read_day(check, FIELD_IDENTIFIED_DATE, &facts->identified);
    read_day(check, FIELD_END_DATE, &facts->ended);
    read_source(check, facts);
    facts->delay = answer_revocation_delay(check);
}

static void read_impact(const struct check *check, struct facts *facts)
{
    read_count(check, FIELD_TOTAL_CERTIFICATES, &facts->total);
    read_count(check, FIELD_REMAINING_CERTIFICATES, &facts->remaining);
    facts->types_field = answer_field(check, FIELD_CERTIFICATE_TYPES);
    facts->types = sureness_of(check, facts->types_field);
    facts->analysis_field = answer_field(check, FIELD_ANALYSIS);
    facts->analysis = sureness_of(check, facts->analysis_field);
    read_heuristic(check, facts);
    read_stopped(check, facts);
}

/* The element past the entry at INDEX and what stands below it. */
static size_t entry_end(const struct timeline_section *section, size_t index)
{
    const struct timeline *timeline = &section->timeline;

    if (index + 1 < timeline->count)
        return timeline->entries[index + 1].element;
    return section->section->first_element + section->section->element_count;
}

/* The events that the entry at INDEX tells, in its line or further ones. */
static unsigned read_entry(const struct check *check,
                           const struct timeline_section *section,
                           size_t index)
{
    size_t end = entry_end(section, index);
    unsigned events = 0;

    for (size_t at = section->timeline.entries[index].element; at < end;
         at++) {
        const struct element *element = &check->reports->elements.items[at];

        if (element->kind <= ELEMENT_ROW)
            events |= events_told(check_slice(check, element->span));
    }
    return events;
}

/* The earliest of the entries that tell an event is its first. */
static void add_event(const struct timeline_section *section,
                      const struct timeline_entry *entry,
                      struct fact_event *event)
{
    struct timeline_when when;

    if (!event->count++)
        event->first = entry;
    if (!timeline_has_day(entry))
        return;
    when = timeline_when(entry, &section->stated);
    if (event->timed && event->from <= when.from)
        return;
    event->first = entry;
    event->timed = !when.floating;
    event->from = when.from;
    event->to = when.to;
}

/* How many bytes of SPAN are part of no ASCII character. */
static size_t count_other(const struct check *check, struct span span)
{
    struct slice line = check_slice(check, span);
    size_t other = 0;

    for (size_t at = 0; at < line.length; at++)
        other += ((unsigned char)line.bytes[at] & 0x80) != 0;
    return other;
}

static void read_events(const struct check *check, struct facts *facts)
{
    const struct timeline *timeline = &facts->timeline->timeline;
    size_t other = 0;
    size_t all = 0;

    facts->entry_events = memory_new_zeroed(timeline->count + 1,
                                            sizeof *facts->entry_events);
    for (size_t i = 0; i < timeline->count; i++) {
        const struct timeline_entry *entry = &timeline->entries[i];
        unsigned told = read_entry(check, facts->timeline, i);

        facts->entry_events[i] = told;
        for (size_t n = 0; n < EVENT_COUNT; n++) {
            if (told & (1u << n))
                add_event(facts->timeline, entry, &facts->events[n]);
        }
        other += count_other(check, entry->span);
        all += entry->span.end - entry->span.start;
    }
    facts->told = all && other * 4 < all;
}

/* Where there are two Timelines, neither needs to tell everything. */
static void read_timeline(const struct check *check, struct facts *facts)
{
    if (check->timelines->count != 1)
        return;
    facts->timeline = &check->timelines->items[0];
    if (facts->timeline->timeline.count)
        read_events(check, facts);
}

void facts_read(const struct check *check, struct facts *facts)
{
    *facts = (struct facts){.day = check_day(check)};
    read_summary(check, facts);
    read_impact(check, facts);
    read_timeline(check, facts);
    action_items_read(check, &facts->items);
}

void facts_free(struct facts *facts)
{
    memory_free(facts->entry_events);
    action_items_free(&facts->items);
    *facts = (struct facts){.day = 0};
}

void facts_view_open(struct facts_view *view, const struct reports *reports,
                     const struct report *report,
                     const struct check_options *options)
{
    *view = (struct facts_view){.check = {.reports = reports,
                                          .report = report,
                                          .options = options,
                                          .guideline = options->guideline,
                                          .timelines = &view->timelines,
                                          .facts = &view->facts}};
    timelines_read(reports, report, &view->timelines);
    facts_read(&view->check, &view->facts);
}

void facts_view_close(struct facts_view *view)
{
    facts_free(&view->facts);
    timelines_free(&view->timelines);
}

const struct fact_event *facts_event(const struct facts *facts,
                                     enum value_id value)
{
    return &facts->events[value - VALUE_EVENT_BEGINS];
}

size_t facts_listed(const struct facts *facts)
{
    return facts->appendix.tally.longest > facts->appendix.links.rows
               ? facts->appendix.tally.longest
               : facts->appendix.links.rows - facts->appendix.links.repeated;
}

bool facts_certificates(const struct facts *facts)
{
    if (facts->total.sure == FACT_SAID)
        return facts->total.number.least > 0;
    return facts_listed(facts) > 0;
}

struct slice facts_total(const struct check *check, struct buffer *digits)
{
    const struct fact_count *total = &check->facts->total;

    if (total->sure == FACT_SAID)
        return check_slice(check, total->number.span);
    buffer_add_number(digits, facts_listed(check->facts));
    return buffer_slice(digits);
}
