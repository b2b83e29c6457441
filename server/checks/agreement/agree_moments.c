/* Does the timeline tell the moments that the Summary gives? */
#include "agreement.h"

#include "answer.h"
#include "memory.h"

/* Can MOMENT of the Summary be when ENTRY happened, by its own clock or by UTC,
 * give or take a minute? */
static bool may_be(const struct facts *facts, const struct fact_day *moment,
                   const struct timeline_entry *entry)
{
    struct timeline_when when = timeline_when(entry, &facts->timeline->stated);
    struct timeline_when local = timeline_when(entry, &(struct zone){0});
    long long from = moment->day * SECONDS_A_DAY;
    long long to = from + SECONDS_A_DAY - 1;

    if (moment->timed) {
        from += (moment->minute - 1) * SECONDS_A_MINUTE;
        to = from + 3 * SECONDS_A_MINUTE - 1;
    }
    return when.floating || (from <= when.to && to >= when.from) ||
           (from <= local.to && to >= local.from);
}

/* ENTRY's day, and its time if it has one. */
static struct slice write_moment(const struct timeline_entry *entry,
                                 struct buffer *written)
{
    date_add(written, entry->date.days);
    if (entry->timed && entry->time.valid) {
        buffer_add_char(written, ' ');
        buffer_add_time(written, time_minute(&entry->time));
    }
    return buffer_slice(written);
}

/* The one entry that tells EVENT by its name; NULL if there are several, or
 * its day can't be told. */
static const struct timeline_entry *telling(const struct facts *facts,
                                            enum value_id event)
{
    const struct fact_event *told = facts_event(facts, event);

    return told->count == 1 && timeline_has_day(told->first) &&
                   !told->first->period && told->first->time.valid ==
                                               told->first->timed
               ? told->first
               : NULL;
}

/* Does FIELD say that its date is not the last word? */
static bool is_expected(const struct check *check, enum field_id field)
{
    struct span value = answer_field(check, field)->value;

    return answer_says(check, value, PHRASES_NO_DATE) ||
           answer_says(check, value, PHRASES_FUTURE);
}

static void check_moment(const struct check *check, enum field_id field,
                         const struct fact_day *moment, enum value_id event)
{
    const struct facts *facts = check->facts;
    const struct timeline_entry *entry = telling(facts, event);
    struct span place = moment->span;
    struct buffer written = {NULL, 0, 0};
    struct finding_words words = {
        .label = check_word(rule_fields[field].label)};

    if (moment->sure != FACT_SAID || moment->day > facts->day || !entry ||
        may_be(facts, moment, entry) || is_expected(check, field))
        return;
    if (moment->timed)
        place.end = moment->time.end;
    words.value = check_slice(check, place);
    words.other = write_moment(entry, &written);
    check_relate(check_add(check, CASE_TIMELINE_COVERAGE_TOLD, place, &words),
                 entry->span, &words);
    buffer_free(&written);
}

void agree_moments(const struct check *check)
{
    const struct facts *facts = check->facts;

    if (check->report->rule->id != REPORT_FULL || !facts->timeline)
        return;
    check_moment(check, FIELD_START_DATE, &facts->started,
                 VALUE_EVENT_BEGINS_SAID);
    /* That of a delayed revocation tells of the incident before it, too. */
    if (!facts->delay)
        check_moment(check, FIELD_IDENTIFIED_DATE, &facts->identified,
                     VALUE_EVENT_AWARE_SAID);
    check_moment(check, FIELD_END_DATE, &facts->ended, VALUE_EVENT_ENDS_SAID);
}
