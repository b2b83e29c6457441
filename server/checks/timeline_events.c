/* The part Timeline: does it tell of the events that the guidelines expect? */
#include "timeline_check.h"

#include "answer.h"
#include "memory.h"

/* Does any line or row of the section have a phrase of LIST? */
static bool speaks_of(const struct timeline_check *checking,
                      enum phrases_id list)
{
    const struct report_section *section = checking->section;
    size_t end = section->first_element + section->element_count;
    bool found = false;

    for (size_t at = section->first_element; at < end && !found; at++) {
        const struct element *element =
            &checking->check->reports->elements.items[at];
        char *folded;

        if (element->kind > ELEMENT_ROW)
            continue;
        folded = answer_fold(checking->check, element->span);
        found = rule_phrase_in(list, folded) != NULL;
        memory_free(folded);
    }
    return found;
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

/* Words can only be looked for in a language we know. */
static bool is_in_english(const struct timeline_check *checking)
{
    const struct timeline *timeline = checking->timeline;
    size_t all = 0;
    size_t other = 0;

    for (size_t index = 0; index < timeline->count; index++) {
        struct slice line = check_slice(checking->check,
                                        timeline->entries[index].span);

        for (size_t at = 0; at < line.length; at++)
            other += ((unsigned char)line.bytes[at] & 0x80) != 0;
        all += line.length;
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
    static const enum phrases_id lists[] = {PHRASES_TIMELINE_EVENT_BEGIN,
                                            PHRASES_TIMELINE_EVENT_AWARE,
                                            PHRASES_TIMELINE_EVENT_END};
    struct buffer events = {NULL, 0, 0};
    struct finding_words words = {0};

    if (!is_in_english(checking))
        return;
    for (size_t index = 0; index < sizeof lists / sizeof *lists; index++) {
        bool expected = lists[index] != PHRASES_TIMELINE_EVENT_END ||
                        has_ended(checking->check);

        if (expected && !speaks_of(checking, lists[index]))
            add_event(&events, lists[index]);
    }
    if (events.length) {
        words.expected = (struct slice){events.bytes, events.length};
        check_add(checking->check, CASE_TIMELINE_EVENTS,
                  checking->section->heading, &words);
    }
    buffer_free(&events);
}
