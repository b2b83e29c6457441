/* The part Timeline: does it tell of the events that the guidelines expect? */
#include "timeline_check.h"

#include "answer.h"
#include "memory.h"

static bool is_told_by(const struct check *check, size_t at,
                       enum phrases_id event)
{
    const struct element *element = &check->reports->elements.items[at];
    char *folded;
    bool told;

    if (element->kind > ELEMENT_ROW || !element_mentions(element, event))
        return false;
    folded = answer_fold(check, element->span);
    told = rule_phrase_in(event, folded) != NULL;
    memory_free(folded);
    return told;
}

/* Does any line or row of the section speak of EVENT? */
static bool is_told(const struct timeline_check *checking,
                    enum phrases_id event)
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
    struct slice line = check_slice(check, entry->span);
    size_t other = 0;

    for (size_t at = 0; at < line.length; at++)
        other += ((unsigned char)line.bytes[at] & 0x80) != 0;
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
    static const enum phrases_id all[] = {PHRASES_TIMELINE_EVENT_BEGIN,
                                          PHRASES_TIMELINE_EVENT_AWARE,
                                          PHRASES_TIMELINE_EVENT_END};
    struct buffer events = {NULL, 0, 0};
    struct finding_words words = {0};

    if (!is_in_english(checking))
        return;
    for (size_t index = 0; index < sizeof all / sizeof *all; index++) {
        bool expected = all[index] != PHRASES_TIMELINE_EVENT_END ||
                        has_ended(checking->check);

        if (expected && !is_told(checking, all[index]))
            add_event(&events, all[index]);
    }
    if (events.length) {
        words.expected = (struct slice){events.bytes, events.length};
        check_add(checking->check, CASE_TIMELINE_EVENTS,
                  checking->section->heading, &words);
    }
    buffer_free(&events);
}
