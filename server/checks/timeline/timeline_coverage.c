/* The part Timeline: does it have entries on the days of the Summary? */
#include "timeline_check.h"

#include "answer.h"
#include "array.h"
#include "entry_fix.h"
#include "memory.h"
#include "placeholder.h"

/* The dates of the Summary, in its order. */
static const enum field_id fields[] = {
    FIELD_START_DATE, FIELD_IDENTIFIED_DATE, FIELD_END_DATE};
#define FIELDS LENGTH_OF(fields)

/* A date of the Summary that the timeline must have. */
struct day {
    const struct report_field *field;   /* NULL: there is none */
    struct date date;                   /* its span is of the text */
    bool missing;                       /* from the timeline */
};

/* Is DAY one of ENTRY's, by its own clock or by UTC? */
static bool covers_day(const struct timeline_check *checking,
                       const struct timeline_entry *entry, int day)
{
    const struct zone *zone = entry->zone.kind == ZONE_NONE
                                  ? &checking->stated
                                  : &entry->zone;
    int slack = zone->known ? 0 : 1;
    int last = entry->period && entry->last.valid ? entry->last.days
                                                  : entry->date.days;
    struct timeline_when when;

    if (!timeline_has_day(entry))
        return false;
    if (day >= entry->date.days - slack && day <= last + slack)
        return true;
    when = timeline_when(entry, &checking->stated);
    return day * SECONDS_A_DAY <= when.to &&
           (day + 1) * SECONDS_A_DAY > when.from;
}

static bool is_covered(const struct timeline_check *checking, int day)
{
    const struct timeline *timeline = checking->timeline;

    for (size_t index = 0; index < timeline->count; index++) {
        if (covers_day(checking, &timeline->entries[index], day))
            return true;
    }
    return false;
}

/* Is any date that FIELD gives one of the timeline's? */
static bool any_covered(const struct timeline_check *checking,
                        const struct report_field *field)
{
    size_t from = 0;
    struct date date;

    while (date_find(check_slice(checking->check, field->value), from,
                     &date)) {
        if (date.valid && is_covered(checking, date.days))
            return true;
        from = date.span.end;
    }
    return false;
}

/* Fills DAY with what FIELD says; false if that is no day that has come. */
static bool read_day(const struct check *check, enum field_id id,
                     struct day *day)
{
    const struct report_field *field = answer_field(check, id);

    *day = (struct day){.field = NULL};
    if (!answer_given(check, field) || placeholder_is(check, field->value) ||
        answer_says(check, field->value, PHRASES_NO_DATE) ||
        !date_find(check_slice(check, field->value), 0, &day->date))
        return false;
    day->date.span.start += field->value.start;
    day->date.span.end += field->value.start;
    if (!date_is_certain(&day->date) || day->date.days > check_day(check))
        return false;
    day->field = field;
    return true;
}

/* A date in the timeline that can't be told could be any day. */
static bool can_tell(const struct timeline *timeline)
{
    bool dated = false;

    for (size_t index = 0; index < timeline->count; index++) {
        const struct timeline_entry *entry = &timeline->entries[index];

        if (entry->vague || (entry->dated && !timeline_has_day(entry)))
            return false;
        dated |= entry->dated;
    }
    return dated;
}

/* The labels of the fields that give DAYS[FIRST]'s day, joined. */
static struct slice name_fields(const struct day *days, size_t first,
                                struct buffer *names)
{
    for (size_t index = first; index < FIELDS; index++) {
        if (!days[index].missing ||
            days[index].date.days != days[first].date.days)
            continue;
        if (names->length)
            buffer_add_string(names, " and ");
        buffer_add_string(names, days[index].field->rule->label);
    }
    return buffer_slice(names);
}

/* The time that goes with the date, if the Summary gives one. */
static void insert_entry(const struct timeline_check *checking,
                         const struct day *day, struct finding *finding)
{
    const struct check *check = checking->check;
    const struct fact_day *facts[FIELDS] = {&check->facts->started,
                                            &check->facts->identified,
                                            &check->facts->ended};
    struct entry_fix entry = {
        .day = day->date.days,
        .words = entry_fix_words(day->field->rule->id)};

    for (size_t i = 0; i < FIELDS; i++) {
        if (fields[i] != day->field->rule->id || !facts[i]->timed)
            continue;
        entry.day = facts[i]->day;
        entry.timed = true;
        entry.zoned = facts[i]->zoned;
        entry.minute = facts[i]->minute;
    }
    entry_fix_add(check, timelines_find(check->timelines, checking->section),
                  &entry, finding);
}

static void add_missing(const struct timeline_check *checking,
                        const struct day *days, size_t index)
{
    const struct check *check = checking->check;
    const struct date *date = &days[index].date;
    struct buffer names = {NULL, 0, 0};
    struct finding_words words = {.label = name_fields(days, index, &names),
                                  .value = check_slice(check, date->span)};
    struct finding *finding = check_add(check, CASE_TIMELINE_COVERAGE,
                                        date->span, &words);

    check_relate(finding, checking->section->heading, &words);
    insert_entry(checking, &days[index], finding);
    buffer_free(&names);
}

void timeline_check_coverage(const struct timeline_check *checking)
{
    struct day days[FIELDS];
    bool started = read_day(checking->check, fields[0], &days[0]);

    if (!can_tell(checking->timeline))
        return;
    for (size_t index = 0; index < FIELDS; index++) {
        struct day *day = &days[index];

        if (index && read_day(checking->check, fields[index], day) &&
            started && day->date.days < days[0].date.days)
            day->field = NULL;      /* date-order says what is wrong */
        day->missing = day->field && !any_covered(checking, day->field);
    }
    for (size_t index = 0; index < FIELDS; index++) {
        bool told = false;

        for (size_t before = 0; before < index; before++)
            told |= days[before].missing &&
                    days[before].date.days == days[index].date.days;
        if (days[index].missing && !told)
            add_missing(checking, days, index);
    }
}
