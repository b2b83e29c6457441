/* Finds out which events a timeline owes, and which it tells. */
#include "expected.h"

static bool is_told(const struct facts *facts, enum value_id event)
{
    return facts_event(facts, event)->count > 0;
}

/* Is there an entry on DAY or close to it? */
static bool has_day(const struct facts *facts, const struct fact_day *day)
{
    return timeline_near(&facts->timeline->timeline, day->day) != NULL;
}

static bool has_ended(const struct facts *facts)
{
    return facts->ended.sure == FACT_SAID && facts->ended.day <= facts->day;
}

/* The day of the beginning tells as much as words. */
static bool is_begin_told(const struct facts *facts)
{
    return is_told(facts, VALUE_EVENT_BEGINS) ||
           is_told(facts, VALUE_EVENT_CHANGE) ||
           (facts->started.sure == FACT_SAID &&
            has_day(facts, &facts->started));
}

/* Is something found on the day that the Summary gives for it? */
static bool is_found(const struct facts *facts)
{
    const struct timeline *timeline = &facts->timeline->timeline;

    for (size_t i = 0; i < timeline->count; i++) {
        const struct timeline_entry *entry = &timeline->entries[i];

        if ((facts->entry_events[i] & EVENT(VALUE_EVENT_FOUND)) &&
            (facts->identified.sure != FACT_SAID ||
             !timeline_has_day(entry) ||
             timeline_is_near(entry, facts->identified.day)))
            return true;
    }
    return false;
}

static bool is_aware_told(const struct facts *facts)
{
    return is_told(facts, VALUE_EVENT_AWARE) ||
           is_told(facts, VALUE_EVENT_REPORTED) || is_found(facts);
}

/* Entries that tell that revocation is complete, and don't only plan it. */
static bool is_revocation_told(const struct facts *facts)
{
    size_t count = facts->timeline->timeline.count;
    size_t done = 0;

    for (size_t i = 0; i < count; i++) {
        unsigned events = facts->entry_events[i];

        if (!(events & EVENT(VALUE_EVENT_REVOKED)))
            continue;
        done += events & EVENT(VALUE_EVENT_REVOCATION_PLANNED) ? 1 : 2;
    }
    return done >= 2;
}

/* Is revocation complete, so that its end is owed? */
static bool is_revoked(const struct facts *facts)
{
    if (facts->remaining.sure == FACT_SAID)
        return facts->remaining.number.most == 0;
    return has_ended(facts);
}

static bool is_event_told(const struct facts *facts, enum value_id event)
{
    switch ((int)event) {
    case VALUE_EVENT_BEGINS:
        return is_begin_told(facts);
    case VALUE_EVENT_AWARE:
        return is_aware_told(facts);
    case VALUE_EVENT_STOPPED:
        return is_told(facts, event) || is_told(facts, VALUE_EVENT_HALT);
    case VALUE_EVENT_RESUMED:
        return is_told(facts, event) || is_told(facts, VALUE_EVENT_RESTART);
    case VALUE_EVENT_REVOKED:
        return facts->delay ? is_revocation_told(facts)
                            : is_told(facts, event);
    case VALUE_EVENT_ENDS:
        return is_told(facts, event) ||
               (has_ended(facts) && has_day(facts, &facts->ended));
    default:
        return is_told(facts, event);
    }
}

static bool is_owed(const struct facts *facts, enum value_id event)
{
    bool stopped = facts->stopped >= FACT_DERIVED && facts->stopped_yes;

    switch ((int)event) {
    case VALUE_EVENT_BEGINS:
    case VALUE_EVENT_AWARE:
    case VALUE_EVENT_SCOPE:
        return true;
    case VALUE_EVENT_REPORTED:
        return facts->source && facts->source->id == VALUE_SOURCE_THIRD_PARTY;
    case VALUE_EVENT_STOPPED:
        return stopped;
    case VALUE_EVENT_RESUMED:
        return stopped && has_ended(facts);
    case VALUE_EVENT_REVOCATION_PLANNED:
        return facts->delay;
    case VALUE_EVENT_REVOKED:
        return facts->delay && is_revoked(facts);
    case VALUE_EVENT_ENDS:
        return has_ended(facts);
    default:
        return false;
    }
}

/* A timeline without a single day is yet to be written. */
static bool has_begun(const struct timeline *timeline)
{
    for (size_t i = 0; i < timeline->count; i++) {
        if (timeline_has_day(&timeline->entries[i]))
            return true;
    }
    return false;
}

bool expected_applies(const struct check *check, const struct facts *facts)
{
    return facts->timeline && facts->told &&
           has_begun(&facts->timeline->timeline) &&
           check->report->rule->id == REPORT_FULL;
}

void expected_read(const struct facts *facts,
                   struct expected list[EXPECTED_COUNT])
{
    static const enum value_id events[EXPECTED_COUNT] = {
        VALUE_EVENT_BEGINS, VALUE_EVENT_REPORTED, VALUE_EVENT_AWARE,
        VALUE_EVENT_ANSWERED, VALUE_EVENT_SUBSCRIBERS_TOLD,
        VALUE_EVENT_STOPPED, VALUE_EVENT_SCOPE, VALUE_EVENT_RESUMED,
        VALUE_EVENT_REVOCATION_PLANNED, VALUE_EVENT_REVOKED,
        VALUE_EVENT_ENDS};

    for (size_t i = 0; i < EXPECTED_COUNT; i++) {
        list[i] = (struct expected){events[i], EXPECTED_NOT_OWED};
        if (is_event_told(facts, events[i]))
            list[i].state = EXPECTED_TOLD;
        else if (is_owed(facts, events[i]))
            list[i].state = EXPECTED_MISSING;
    }
}
