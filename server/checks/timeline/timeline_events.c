/* The part Timeline: does it tell of the events that the guidelines expect? */
#include "timeline_check.h"

#include "answer.h"
#include "memory.h"
#include "quiet.h"

/* An event that is looked for, and the note on a line that isn't of it. */
struct event {
    enum phrases_id list;
    enum quiet note;
};

static bool is_told_by(const struct check *check, size_t element,
                       const struct event *event)
{
    char *folded;
    bool found;

    if (check->reports->elements.items[element].kind > ELEMENT_ROW ||
        quiet_is(check, element, event->note))
        return false;
    folded = answer_fold(check, check->reports->elements.items[element].span);
    found = rule_phrase_in(event->list, folded) != NULL;
    memory_free(folded);
    if (!found)
        quiet_add(check, element, event->note);
    return found;
}

/* Does any line or row of the section speak of EVENT? */
static bool is_told(const struct timeline_check *checking,
                    const struct event *event)
{
    const struct report_section *section = checking->section;
    size_t end = section->first_element + section->element_count;

    for (size_t at = section->first_element; at < end; at++) {
        if (is_told_by(checking->check, at, event))
            return true;
    }
    return false;
}

/* An incident that goes on has no end to tell of. */
static bool has_ended(const struct check *check)
{
    const struct report_field *field = answer_field(check, FIELD_END_DATE);
    struct date date;

    return answer_given(check, field) &&
           date_find(check_slice(check, field->value), 0, &date) &&
           date.valid && date.days <= timeline_last_day(check);
}

/* How many bytes of ENTRY are part of no ASCII character. */
static size_t count_other(const struct check *check,
                          const struct timeline_entry *entry)
{
    struct slice line;
    size_t other = 0;

    if (quiet_is(check, entry->element, QUIET_ASCII))
        return 0;
    line = check_slice(check, entry->span);
    for (size_t at = 0; at < line.length; at++)
        other += ((unsigned char)line.bytes[at] & 0x80) != 0;
    if (!other)
        quiet_add(check, entry->element, QUIET_ASCII);
    return other;
}

/* Words can only be looked for in a language we know. */
static bool is_in_english(const struct timeline_check *checking)
{
    const struct timeline *timeline = checking->timeline;
    size_t all = 0;
    size_t other = 0;

    for (size_t index = 0; index < timeline->count; index++) {
        const struct timeline_entry *entry = &timeline->entries[index];

        other += count_other(checking->check, entry);
        all += entry->span.end - entry->span.start;
    }
    return all && other * 4 < all;
}

static void add_event(struct buffer *events, enum phrases_id list)
{
    if (events->length)
        buffer_add_string(events, ", or of ");
    buffer_add_string(events, rule_phrase_lists[list].phrases[0].means);
}

void timeline_check_events(const struct timeline_check *checking)
{
    static const struct event all[] = {
        {PHRASES_TIMELINE_EVENT_BEGIN, QUIET_BEGIN},
        {PHRASES_TIMELINE_EVENT_AWARE, QUIET_AWARE},
        {PHRASES_TIMELINE_EVENT_END, QUIET_END}};
    struct buffer events = {NULL, 0, 0};
    struct finding_words words = {0};

    if (!is_in_english(checking))
        return;
    for (size_t index = 0; index < sizeof all / sizeof *all; index++) {
        bool expected = all[index].list != PHRASES_TIMELINE_EVENT_END ||
                        has_ended(checking->check);

        if (expected && !is_told(checking, &all[index]))
            add_event(&events, all[index].list);
    }
    if (events.length) {
        words.expected = (struct slice){events.bytes, events.length};
        check_add(checking->check, CASE_TIMELINE_EVENTS,
                  checking->section->heading, &words);
    }
    buffer_free(&events);
}
