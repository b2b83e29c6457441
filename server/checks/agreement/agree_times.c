/* Was everything in time, by the timeline and the lists? */
#include "agreement.h"

#include "answer.h"
#include "date.h"
#include "due.h"
#include "entry_fix.h"
#include "memory.h"
#include "reported.h"

/* The days within which policy has certificates revoked at its strictest,
 * except for key compromise. */
#define REVOCATION_DUE 5

/* The moment that SECONDS from 1970-01-01 are in, or its day, in words. */
static struct slice write_moment(long long seconds, bool timed,
                                 struct buffer *buffer)
{
    struct report_moment moment = report_moment_at(seconds);

    moment.timed = timed;
    report_moment_add(buffer, &moment);
    return buffer_slice(buffer);
}

static bool is_timed(const struct fact_event *event)
{
    return event->to - event->from < SECONDS_A_DAY - 1;
}

/* LATER is certainly more than DAYS days after START. */
static void check_in_time(const struct check *check, enum case_id which,
                      const struct fact_event *start,
                      const struct fact_event *later, int days)
{
    bool timed = is_timed(start) && is_timed(later);
    struct buffer written[3] = {{NULL, 0, 0}, {NULL, 0, 0}, {NULL, 0, 0}};
    struct finding_words words = {0};

    if (later->from <= start->to + days * SECONDS_A_DAY)
        return;
    words.other = write_moment(start->from, timed, &written[0]);
    words.value = write_moment(later->from, timed, &written[1]);
    words.expected = write_moment(start->from + days * SECONDS_A_DAY, timed,
                                  &written[2]);
    check_relate(check_add(check, which, start->first->span, &words),
                 later->first->span, &words);
    for (size_t i = 0; i < 3; i++)
        buffer_free(&written[i]);
}

static void check_reports(const struct check *check)
{
    const struct report_facts *given = &check->report->facts;
    struct reported reported;

    reported_read(&reported, check->facts);
    if (!reported.first.count)
        return;
    if (reported.aware.count && !given->aware.given)
        check_in_time(check, CASE_DISCLOSURE_LATE_TIMELINE, &reported.aware,
                      &reported.first, due_days(DEADLINE_FIRST_REPORT));
    if (reported.full.count && !given->disclosed.given)
        check_in_time(check, CASE_FULL_REPORT_LATE_TIMELINE, &reported.first,
                      &reported.full, due_days(DEADLINE_FULL_REPORT));
}

/* Does anything in the report speak of a revocation that is late? */
static bool speaks_of_delay(const struct check *check)
{
    const struct report *report = check->report;
    size_t end = report->first_element + report->element_count;
    bool speaks = false;

    for (size_t at = report->first_element; at < end && !speaks; at++) {
        struct span span = check->reports->elements.items[at].span;

        speaks = answer_says(check, span, PHRASES_REVOCATION_DELAY) ||
                 (events_told(check_slice(check, span)) &
                  EVENT(VALUE_EVENT_REVOCATION_LATE));
    }
    return speaks;
}

/* A last revocation, and where it is told. */
struct last_revocation {
    bool told;
    int day;
    struct span place;
};

/* Does ENTRY tell of a revocation, done or planned, on its own day? One that is
 * told after the non-compliance has ended is looked back upon. */
static bool tells_revocation(const struct facts *facts,
                             const struct timeline_entry *entry, unsigned told)
{
    bool planned = told & EVENT(VALUE_EVENT_REVOCATION_PLANNED);

    return (told & EVENT(VALUE_EVENT_REVOKED)) && timeline_has_day(entry) &&
           !entry->period && (!planned || entry->date.days > facts->day) &&
           (facts->ended.sure != FACT_SAID ||
            entry->date.days <= facts->ended.day);
}

/* The later of the last ones by the lists and by the timeline. */
static struct last_revocation last_revocation(const struct facts *facts)
{
    const struct timeline_section *section = facts->timeline;
    const struct tally *tally = &facts->appendix.tally;
    struct last_revocation last = {tally->revoked, tally->last_revocation,
                                   facts->appendix.first};

    for (size_t i = 0; section && i < section->timeline.count; i++) {
        const struct timeline_entry *entry = &section->timeline.entries[i];

        if (tells_revocation(facts, entry, facts->entry_events[i]) &&
            (!last.told || entry->date.days > last.day))
            last = (struct last_revocation){true, entry->date.days,
                                            entry->span};
    }
    return last;
}

/* Does Analysis say why there is nothing to explain? */
static bool excludes_delay(const struct check *check)
{
    const struct report_field *field = check->facts->analysis_field;

    return field && !report_field_empty(field) &&
           answer_applies(check, field) == NOT_APPLICABLE_WITH_REASON;
}

static void check_separate(const struct check *check)
{
    const struct facts *facts = check->facts;
    struct last_revocation last = last_revocation(facts);
    struct finding_words words = {0};
    char day[16];

    if (!last.told || facts->identified.sure != FACT_SAID ||
        !facts_certificates(facts) || facts->delay ||
        facts->analysis == FACT_SAID || facts->appendix.tally.delayed ||
        last.day - facts->identified.day <= REVOCATION_DUE ||
        excludes_delay(check) || speaks_of_delay(check))
        return;
    words.value = date_iso(last.day, day);
    words.other = check_slice(check, facts->identified.span);
    check_relate(check_add(check, CASE_SEPARATE_REPORT, last.place, &words),
                 facts->identified.span, &words);
}

/* Is ENTRY of the minute that DAY gives, by its zone or by none? */
static bool is_of_minute(const struct facts *facts,
                         const struct timeline_entry *entry,
                         const struct fact_day *day)
{
    struct timeline_when when =
        timeline_when(entry, &facts->timeline->stated);
    const long long minute = SECONDS_A_MINUTE;
    long long wanted = day->day * SECONDS_A_DAY + day->minute * minute;
    long long local = entry->date.days * SECONDS_A_DAY +
                      time_minute(&entry->time) * minute;

    return when.floating ||
           (wanted >= when.from - minute && wanted <= when.to + minute) ||
           (wanted >= local - minute && wanted <= local + minute);
}

/* True if the timeline has times on DAY, and none is the one DAY gives. */
static bool lacks_minute(const struct facts *facts, const struct fact_day *day)
{
    const struct timeline *timeline = &facts->timeline->timeline;
    bool timed = false;

    for (size_t i = 0; i < timeline->count; i++) {
        const struct timeline_entry *entry = &timeline->entries[i];

        if (!timeline_has_day(entry))
            continue;
        if (entry->period && entry->last.valid &&
            day->day >= entry->date.days && day->day <= entry->last.days)
            return false;
        if (entry->date.days != day->day)
            continue;
        if (!entry->timed && !entry->heading && !entry->divided)
            return false;
        if (entry->timed && is_of_minute(facts, entry, day))
            return false;
        timed |= entry->timed;
    }
    return timed;
}

static void check_minute(const struct check *check, const struct fact_day *day,
                         enum field_id field)
{
    struct finding_words words = {
        .label = check_word(rule_fields[field].label)};
    struct span place = {day->span.start, day->time.end};
    struct finding *finding;

    if (day->sure != FACT_SAID || !day->timed || day->day > check->facts->day ||
        !lacks_minute(check->facts, day))
        return;
    words.value = check_slice(check, place);
    finding = check_add(check, CASE_TIMELINE_COVERAGE_MINUTE, place, &words);
    check_relate(finding, check->facts->timeline->section->heading, &words);
    entry_fix_add(check, check->facts->timeline,
                  &(struct entry_fix){day->day, true, day->zoned, day->minute,
                                      entry_fix_words(field)}, finding);
}

void agree_times(const struct check *check)
{
    const struct facts *facts = check->facts;

    if (check->report->rule->id != REPORT_FULL)
        return;
    check_separate(check);
    if (!facts->timeline || !facts->timeline->timeline.count)
        return;
    check_reports(check);
    check_minute(check, &facts->started, FIELD_START_DATE);
    check_minute(check, &facts->identified, FIELD_IDENTIFIED_DATE);
    check_minute(check, &facts->ended, FIELD_END_DATE);
}
