/* Says which of the expected events a timeline has. */
#include "checklist.h"

#include <string.h>

#include "date.h"
#include "expected.h"

/* The most missing events that a line names, and the longest line, in bytes, to
 * which a second one is added: editors cut off longer ones. */
#define NAMED_MOST 2
#define LINE_MOST 120

static size_t count(const struct expected list[EXPECTED_COUNT],
                    enum expected_state state)
{
    size_t count = 0;

    for (size_t i = 0; i < EXPECTED_COUNT; i++)
        count += list[i].state == state;
    return count;
}

/* "; no entry on when issuance resumed", once for each that is missing */
static void add_missing(const struct expected list[EXPECTED_COUNT],
                        struct buffer *words)
{
    size_t missing = count(list, EXPECTED_MISSING);
    struct buffer names = {NULL, 0, 0};
    struct finding_words given = {0};
    size_t named = 0;

    for (size_t i = 0; i < EXPECTED_COUNT && named < NAMED_MOST; i++) {
        const char *name = rule_values[list[i].event].means;

        if (list[i].state != EXPECTED_MISSING)
            continue;
        if (named && words->length + names.length + strlen(name) > LINE_MOST)
            break;
        buffer_add_string(&names, named++ ? ", " : "");
        buffer_add_string(&names, name);
    }
    given.count = missing - named;
    given.expected = buffer_slice(&names);
    if (missing)
        message_add(words, rule_offers[OFFER_NO_ENTRY].label, &given);
    if (missing > named)
        message_add(words, rule_offers[OFFER_AND_MORE].label, &given);
    buffer_free(&names);
}

void checklist_add_words(const struct facts_view *view, struct buffer *words)
{
    struct expected list[EXPECTED_COUNT];
    struct buffer told = {NULL, 0, 0};
    struct finding_words given = {0};

    if (!expected_applies(&view->check, &view->facts))
        return;
    expected_read(&view->facts, list);
    buffer_add_number(&told, count(list, EXPECTED_TOLD));
    given.other = buffer_slice(&told);
    given.count = EXPECTED_COUNT - count(list, EXPECTED_NOT_OWED);
    message_add(words, rule_offers[OFFER_EVENTS].label, &given);
    add_missing(list, words);
    buffer_free(&told);
}

/* The day that the Summary has for EVENT, or NULL. */
static const struct fact_day *stated_day(const struct facts *facts,
                                         enum value_id event)
{
    const struct fact_day *day = NULL;

    if (event == VALUE_EVENT_BEGINS)
        day = &facts->started;
    else if (event == VALUE_EVENT_AWARE)
        day = &facts->identified;
    else if (event == VALUE_EVENT_ENDS)
        day = &facts->ended;
    return day && day->sure == FACT_SAID ? day : NULL;
}

/*
 * Of the entries that tell EVENT, the one of the Summary's day; else of what
 * comes to an end the last, since such words occur before it, too; and of
 * anything else the first.
 */
static const struct timeline_entry *told_by(const struct facts *facts,
                                            enum value_id event)
{
    const struct timeline *timeline = &facts->timeline->timeline;
    const struct fact_day *stated = stated_day(facts, event);
    const struct timeline_entry *last = NULL;

    for (size_t i = 0; i < timeline->count; i++) {
        const struct timeline_entry *entry = &timeline->entries[i];

        if (!(facts->entry_events[i] & EVENT(event)) ||
            !timeline_has_day(entry))
            continue;
        last = entry;
        if (stated && entry->date.days == stated->day)
            return entry;
    }
    if (!last && stated)
        return timeline_near(timeline, stated->day);
    return event == VALUE_EVENT_ENDS || event == VALUE_EVENT_REVOKED
               ? last
               : facts_event(facts, event)->first;
}

/* "there, on 2026-09-08" */
static void add_told(const struct facts *facts, enum value_id event,
                     struct buffer *words)
{
    const struct timeline_entry *entry = told_by(facts, event);
    struct finding_words given = {0};
    char iso[DATE_ISO_ROOM];

    if (!entry || !timeline_has_day(entry)) {
        message_add(words, rule_offers[OFFER_EVENT_TOLD].label, NULL);
        return;
    }
    given.value = date_iso(entry->date.days, iso);
    message_add(words, rule_offers[OFFER_EVENT_TOLD_ON].label, &given);
}

void checklist_explain(const struct facts_view *view, struct prose *prose)
{
    static const enum offer_id states[] = {
        [EXPECTED_NOT_OWED] = OFFER_EVENT_NOT_OWED,
        [EXPECTED_MISSING] = OFFER_EVENT_MISSING};
    struct expected list[EXPECTED_COUNT];

    if (!expected_applies(&view->check, &view->facts))
        return;
    expected_read(&view->facts, list);
    prose_title(prose, rule_offers[OFFER_EVENTS_TITLE].label, "");
    for (size_t i = 0; i < EXPECTED_COUNT; i++) {
        struct buffer words = {NULL, 0, 0};

        if (list[i].state == EXPECTED_TOLD)
            add_told(&view->facts, list[i].event, &words);
        else
            message_add(&words, rule_offers[states[list[i].state]].label, NULL);
        prose_item(prose, i == 0, rule_values[list[i].event].value,
                   words.bytes);
        buffer_free(&words);
    }
}
