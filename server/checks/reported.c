/* Finds out when the CA Owner became aware and reported. */
#include "reported.h"

#include "date.h"

/* An entry that tells of becoming aware, too, speaks of the post of others. */
static bool tells(unsigned told, unsigned events)
{
    const unsigned aware = EVENT(VALUE_EVENT_AWARE);

    return (told & events) && ((events & aware) || !(told & aware));
}

/* Which of the entries that tell one of EVENTS, from FROM on and not in the
 * future, was the first, or the last. */
static struct fact_event find_since(const struct facts *facts, unsigned events,
                                    long long from, bool last)
{
    const struct timeline_section *section = facts->timeline;
    struct fact_event found = {.count = 0};

    for (size_t i = 0; i < section->timeline.count; i++) {
        const struct timeline_entry *entry = &section->timeline.entries[i];
        struct timeline_when when;

        if (!tells(facts->entry_events[i], events) ||
            !timeline_has_day(entry) || entry->period)
            continue;
        when = timeline_when(entry, &section->stated);
        if (when.floating || when.to < from ||
            when.from >= (facts->day + 1) * SECONDS_A_DAY ||
            (found.count && (last ? found.from >= when.from
                                  : found.from <= when.from)))
            continue;
        found = (struct fact_event){1, entry, true, when.from, when.to};
    }
    return found;
}

/* When the CA Owner became aware, if timeline and Summary agree on it. Where no
 * words tell, what was found on the Summary's day, or a report on it, does. */
static struct fact_event find_aware(const struct facts *facts)
{
    const struct fact_event *told = facts_event(facts, VALUE_EVENT_AWARE);
    unsigned events = EVENT(VALUE_EVENT_AWARE);
    long long day = facts->identified.day * SECONDS_A_DAY;
    struct fact_event aware = {.count = 0};

    if (facts->identified.sure != FACT_SAID)
        return told->timed ? *told : aware;
    if (!told->count)
        events = EVENT(VALUE_EVENT_FOUND) | EVENT(VALUE_EVENT_REPORTED);
    aware = find_since(facts, events, day, false);
    if (aware.from >= day + 2 * SECONDS_A_DAY)
        aware.count = 0;
    return aware;
}

/* Is there an entry on one of EVENTS whose day is invalid or ambiguous? */
static bool any_without_day(const struct facts *facts, unsigned events)
{
    const struct timeline *timeline = &facts->timeline->timeline;

    for (size_t i = 0; i < timeline->count; i++) {
        const struct timeline_entry *entry = &timeline->entries[i];

        if (tells(facts->entry_events[i], events) &&
            (entry->dated || entry->inherits) && !timeline_has_day(entry))
            return true;
    }
    return false;
}

void reported_read(struct reported *reported, const struct facts *facts)
{
    const unsigned any = EVENT(VALUE_EVENT_PRELIMINARY_POSTED) |
                         EVENT(VALUE_EVENT_FULL_POSTED) |
                         EVENT(VALUE_EVENT_POSTED);
    long long from;

    *reported = (struct reported){.aware = {.count = 0}};
    if (!facts->timeline || !facts->timeline->timeline.count ||
        any_without_day(facts, any))
        return;
    reported->aware = find_aware(facts);
    if (reported->aware.count)
        from = reported->aware.from;
    else if (facts->identified.sure == FACT_SAID)
        from = facts->identified.day * SECONDS_A_DAY;
    else
        return;
    reported->first = find_since(facts, any, from, false);
    reported->full =
        find_since(facts, EVENT(VALUE_EVENT_FULL_POSTED), from, false);
    reported->last = find_since(facts, any, from, true);
}
