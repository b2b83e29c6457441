/* Does the timeline tell of the events that this report's facts owe? */
#include "agreement.h"

#include "entry_fix.h"
#include "expected.h"
#include "memory.h"

/* What EVENT is, as a part of a sentence. */
static const char *meaning(enum value_id event)
{
    return rule_values[event].means;
}

static void add_meaning(struct buffer *list, enum value_id event,
                        const char *joiner)
{
    if (list->length)
        buffer_add_string(list, joiner);
    buffer_add_string(list, meaning(event));
}

/* Those of EVENTS, a set, that LIST says are missing, joined by JOINER. */
static void add_missing(const struct expected list[EXPECTED_COUNT],
                        unsigned events, const char *joiner,
                        struct buffer *words)
{
    for (size_t i = 0; i < EXPECTED_COUNT; i++) {
        if (list[i].state == EXPECTED_MISSING &&
            (events & EVENT(list[i].event)))
            add_meaning(words, list[i].event, joiner);
    }
}

/* The Summary tells when the CA Owner became aware. */
static void offer_aware(const struct check *check, struct finding *finding)
{
    const struct fact_day *day = &check->facts->identified;

    entry_fix_add(check, check->facts->timeline,
                  &(struct entry_fix){day->day, day->timed, day->zoned,
                                      day->minute,
                                      entry_fix_words(FIELD_IDENTIFIED_DATE)},
                  finding);
}

/* The finding WHICH on those of EVENTS that are missing, if any are. */
static void check_events(const struct check *check, enum case_id which,
                         const struct expected list[EXPECTED_COUNT],
                         unsigned events)
{
    const struct facts *facts = check->facts;
    bool owed = which == CASE_TIMELINE_EVENTS_REVOCATION;
    struct finding *finding = NULL;
    struct buffer missing = {NULL, 0, 0};
    struct finding_words words = {0};

    add_missing(list, events, owed ? " and " : ", or ", &missing);
    words.expected = buffer_slice(&missing);
    if (missing.length)
        finding = check_add(check, which, facts->timeline->section->heading,
                            &words);
    if (which == CASE_TIMELINE_EVENTS_AWARE &&
        facts->identified.sure == FACT_SAID)
        offer_aware(check, finding);
    buffer_free(&missing);
}

static void check_expected(const struct check *check)
{
    const unsigned hoped = EVENT(VALUE_EVENT_BEGINS) |
                           EVENT(VALUE_EVENT_REPORTED) |
                           EVENT(VALUE_EVENT_STOPPED) |
                           EVENT(VALUE_EVENT_RESUMED) |
                           EVENT(VALUE_EVENT_SCOPE) | EVENT(VALUE_EVENT_ENDS);
    const unsigned revoked = EVENT(VALUE_EVENT_REVOCATION_PLANNED) |
                             EVENT(VALUE_EVENT_REVOKED);
    struct expected list[EXPECTED_COUNT];

    expected_read(check->facts, list);
    check_events(check, CASE_TIMELINE_EVENTS, list, hoped);
    check_events(check, CASE_TIMELINE_EVENTS_AWARE, list,
                 EVENT(VALUE_EVENT_AWARE));
    check_events(check, CASE_TIMELINE_EVENTS_REVOCATION, list, revoked);
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

/* Does the Summary give a later day for the discovery than that of ENTRY? The
 * timeline of a late revocation begins with what is to be revoked. */
static bool is_before_discovery(const struct facts *facts,
                                const struct timeline_entry *entry)
{
    return facts->identified.sure == FACT_SAID &&
           facts->identified.day > entry->date.days + 1;
}

/* The events that tell of the discovery: without words on becoming aware, an
 * alarm does. */
static unsigned discovery(const struct facts *facts)
{
    unsigned events = EVENT(VALUE_EVENT_AWARE) | EVENT(VALUE_EVENT_REPORTED);

    if (!facts_event(facts, VALUE_EVENT_AWARE)->count)
        events |= EVENT(VALUE_EVENT_FOUND);
    return events;
}

/* An entry before the discovery could be on the same day, without a time. */
static void check_before(const struct check *check)
{
    const unsigned before = EVENT(VALUE_EVENT_BEGINS) |
                            EVENT(VALUE_EVENT_CHANGE);
    const struct facts *facts = check->facts;
    unsigned events = 0;
    const struct timeline_entry *first = earliest(facts, &events);
    struct finding_words words = {0};
    struct slice line;

    if (!first || !(events & discovery(facts)) || (events & before) ||
        is_before_discovery(facts, first))
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
        !facts_event(facts, VALUE_EVENT_HALT)->count)
        check_relate(check_add(check, CASE_ISSUANCE_STOPPED_UNTOLD,
                               facts->stopped_field->answer, &words),
                     facts->timeline->section->heading, &words);
    if (!facts->stopped_yes && stopped->count &&
        !(facts->identified.sure == FACT_SAID && stopped->timed &&
          stopped->to < (facts->identified.day - 1) * SECONDS_A_DAY))
        check_relate(check_add(check, CASE_ISSUANCE_STOPPED_CONTRADICTED,
                               facts->stopped_field->answer, &words),
                     stopped->first->span, &words);
}

/* A CA Owner that learns of the incident from somebody else doesn't report it
 * by itself. What arrives on another day is about something else. */
static void check_source(const struct check *check)
{
    const struct facts *facts = check->facts;
    const struct fact_event *told = facts_event(facts, VALUE_EVENT_REPORTED);
    const struct fact_event *aware = facts_event(facts, VALUE_EVENT_AWARE);
    struct finding_words words = {0};

    if (!facts->source || facts->source->id != VALUE_SOURCE_SELF ||
        !told->count || !told->timed || !aware->timed ||
        told->first == aware->first ||
        told->to > aware->to || aware->from - told->from > SECONDS_A_DAY)
        return;
    words.value = check_slice(check, facts->source_field->answer);
    check_relate(check_add(check, CASE_DISCLOSURE_SOURCE_TOLD,
                           facts->source_field->answer, &words),
                 told->first->span, &words);
}

void agree_events(const struct check *check)
{
    if (!expected_applies(check, check->facts))
        return;
    check_expected(check);
    check_before(check);
    check_stopped(check);
    check_source(check);
}
