/* Does the timeline tell of the events that this report's facts owe? */
#include "agreement.h"

#include "answer.h"
#include "memory.h"

static bool is_told(const struct facts *facts, enum value_id event)
{
    return facts_event(facts, event)->count > 0;
}

/* What EVENT is, as a part of a sentence. */
static const char *meaning(enum value_id event)
{
    return rule_values[event].means;
}

static void add_meaning(struct buffer *list, enum value_id event,
                        const char *joint)
{
    if (list->length)
        buffer_add_string(list, joint);
    buffer_add_string(list, meaning(event));
}

/* Is there an entry on DAY or close to it? */
static bool has_day(const struct facts *facts, const struct fact_day *day)
{
    const struct timeline *timeline = &facts->timeline->timeline;

    for (size_t i = 0; i < timeline->count; i++) {
        const struct timeline_entry *entry = &timeline->entries[i];

        if (timeline_has_day(entry) && entry->date.days >= day->day - 1 &&
            entry->date.days <= day->day + 1)
            return true;
    }
    return false;
}

static bool has_ended(const struct facts *facts)
{
    return facts->ended.sure == FACT_SAID && facts->ended.day <= facts->day;
}

/* Is EVENT owed, and told by no words? The day of the beginning or the end
 * tells as much. */
static bool is_missing(const struct facts *facts, enum value_id event)
{
    if (is_told(facts, event))
        return false;
    switch ((int)event) {
    case VALUE_EVENT_BEGINS:
        return !is_told(facts, VALUE_EVENT_CHANGE) &&
               !(facts->started.sure == FACT_SAID &&
                 has_day(facts, &facts->started));
    case VALUE_EVENT_REPORTED:
        return facts->source &&
               facts->source->id == VALUE_SOURCE_THIRD_PARTY;
    case VALUE_EVENT_STOPPED:
        return facts->stopped >= FACT_DERIVED && facts->stopped_yes &&
               !is_told(facts, VALUE_EVENT_HALT);
    case VALUE_EVENT_ENDS:
        return has_ended(facts) && !has_day(facts, &facts->ended);
    default:
        return true;
    }
}

static void check_expected(const struct check *check)
{
    static const enum value_id all[] = {
        VALUE_EVENT_BEGINS, VALUE_EVENT_REPORTED, VALUE_EVENT_STOPPED,
        VALUE_EVENT_SCOPE, VALUE_EVENT_ENDS};
    struct buffer events = {NULL, 0, 0};
    struct finding_words words = {0};

    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        if (is_missing(check->facts, all[i]))
            add_meaning(&events, all[i], ", or ");
    }
    if (events.length) {
        words.expected = (struct slice){events.bytes, events.length};
        check_add(check, CASE_TIMELINE_EVENTS,
                  check->facts->timeline->section->heading, &words);
    }
    buffer_free(&events);
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
             (entry->date.days >= facts->identified.day - 1 &&
              entry->date.days <= facts->identified.day + 1)))
            return true;
    }
    return false;
}

static void check_aware(const struct check *check)
{
    const struct facts *facts = check->facts;

    if (!is_told(facts, VALUE_EVENT_AWARE) &&
        !is_told(facts, VALUE_EVENT_REPORTED) && !is_found(facts))
        check_add(check, CASE_TIMELINE_EVENTS_AWARE,
                  facts->timeline->section->heading, NULL);
}

/* Does LINE speak of a day before DAY? */
static bool mentions_earlier(struct slice line, size_t from, int day)
{
    struct date date;

    for (; date_find(line, from, &date); from = date.span.end) {
        if (!date.valid || date.days < day)
            return true;
    }
    return false;
}

/* The entry that is the earliest; NULL if that can't be told. */
static const struct timeline_entry *earliest(const struct facts *facts,
                                             unsigned *events)
{
    const struct timeline *timeline = &facts->timeline->timeline;
    const struct timeline_entry *first = NULL;
    struct timeline_when best = {0, 0, false};

    for (size_t i = 0; i < timeline->count; i++) {
        const struct timeline_entry *entry = &timeline->entries[i];
        struct timeline_when when;

        if (entry->heading)
            continue;
        if (!timeline_has_day(entry)) {
            if (entry->parent == TIMELINE_TOP && !entry->divided)
                return NULL;
            continue;
        }
        when = timeline_when(entry, &facts->timeline->stated);
        if (when.floating)
            return NULL;
        if (first && when.from >= best.from)
            continue;
        first = entry;
        best = when;
        *events = facts->entry_events[i];
    }
    return first;
}

/* An entry before the discovery could be on the same day, without a time. */
static void check_before(const struct check *check)
{
    const unsigned known = EVENT(VALUE_EVENT_AWARE) |
                           EVENT(VALUE_EVENT_REPORTED);
    const unsigned before = EVENT(VALUE_EVENT_BEGINS) |
                            EVENT(VALUE_EVENT_CHANGE);
    const struct facts *facts = check->facts;
    unsigned events = 0;
    const struct timeline_entry *first = earliest(facts, &events);
    struct finding_words words = {0};
    struct slice line;

    if (!first || !(events & known) || (events & before))
        return;
    line = check_slice(check, first->span);
    if (mentions_earlier(line, first->dated ? first->date.span.end -
                                                  first->span.start
                                            : 0,
                         first->date.days))
        return;
    words.value = check_slice(check, first->date.span);
    check_add(check, CASE_TIMELINE_EVENTS_BEFORE,
              facts->timeline->section->heading, &words);
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

static void check_revocation(const struct check *check)
{
    const struct facts *facts = check->facts;
    struct buffer events = {NULL, 0, 0};
    struct finding_words words = {0};

    if (!facts->delay)
        return;
    if (!is_told(facts, VALUE_EVENT_REVOCATION_PLANNED))
        add_meaning(&events, VALUE_EVENT_REVOCATION_PLANNED, "");
    if (is_revoked(facts) && !is_revocation_told(facts))
        add_meaning(&events, VALUE_EVENT_REVOKED, " and ");
    if (events.length) {
        words.expected = (struct slice){events.bytes, events.length};
        check_add(check, CASE_TIMELINE_EVENTS_REVOCATION,
                  facts->timeline->section->heading, &words);
    }
    buffer_free(&events);
}

/* The Impact's answer on issuance, and what the timeline tells of it. */
static void check_stopped(const struct check *check)
{
    const struct facts *facts = check->facts;
    const struct fact_event *stopped =
        facts_event(facts, VALUE_EVENT_STOPPED);
    struct finding_words words = {0};

    if (facts->stopped < FACT_DERIVED)
        return;
    words.value = check_slice(check, facts->stopped_field->answer);
    if (facts->stopped_yes && !stopped->count &&
        !is_told(facts, VALUE_EVENT_HALT))
        check_relate(check_add(check, CASE_ISSUANCE_STOPPED_UNTOLD,
                               facts->stopped_field->answer, &words),
                     facts->timeline->section->heading, &words);
    if (!facts->stopped_yes && stopped->count &&
        !(facts->identified.sure == FACT_SAID && stopped->timed &&
          stopped->to < (long long)facts->identified.day * 86400 - 86400))
        check_relate(check_add(check, CASE_ISSUANCE_STOPPED_CONTRADICTED,
                               facts->stopped_field->answer, &words),
                     stopped->first->span, &words);
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

void agree_events(const struct check *check)
{
    const struct facts *facts = check->facts;

    if (!facts->timeline || !facts->told ||
        !has_begun(&facts->timeline->timeline) ||
        check->report->rule->id != REPORT_FULL)
        return;
    check_expected(check);
    check_aware(check);
    check_before(check);
    check_revocation(check);
    check_stopped(check);
}
