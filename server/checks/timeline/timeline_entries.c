/* The part Timeline: has each entry its date and its time of day? */
#include "timeline_check.h"

#include "answer.h"
#include "memory.h"

/* Is ENTRY one that should have a time of day? A period needs none, nor does
 * what lies ahead. */
static bool wants_time(const struct timeline_check *checking,
                       const struct timeline_entry *entry)
{
    return timeline_has_day(entry) && !entry->heading && !entry->detail &&
           !entry->divided && !entry->inherits_time && !entry->period &&
           entry->date.days <= checking->check->options->today;
}

static void add_without_time(const struct timeline_check *checking)
{
    for (size_t index = 0; index < checking->timeline->count; index++) {
        const struct timeline_entry *entry =
            &checking->timeline->entries[index];

        if (wants_time(checking, entry) && !entry->timed)
            check_add(checking->check, CASE_TIMELINE_GRANULARITY_ENTRY,
                      entry->dated ? entry->date.span : entry->span, NULL);
    }
}

void timeline_check_granularity(const struct timeline_check *checking)
{
    size_t all = 0;
    size_t lacking = 0;

    for (size_t index = 0; index < checking->timeline->count; index++) {
        const struct timeline_entry *entry =
            &checking->timeline->entries[index];

        if (wants_time(checking, entry)) {
            all++;
            lacking += !entry->timed;
        }
    }
    if (lacking > 1 && 2 * lacking > all)
        check_add(checking->check, CASE_TIMELINE_GRANULARITY,
                  checking->section->heading, NULL);
    else
        add_without_time(checking);
}

/* N/A, a date still to be filled in, or the sentence on the zone of all
 * times: no entries that lack a date. */
static bool is_no_event(const struct timeline_check *checking,
                        const struct timeline_entry *entry)
{
    const struct span *stated = &checking->stated.span;
    char *folded = answer_fold(checking->check, entry->span);
    bool none = !*folded || answer_is_na(checking->check, entry->span) ||
                rule_phrase_begins(PHRASES_PLACEHOLDER, folded) ||
                rule_phrase_begins(PHRASES_PLACEHOLDER_INSIDE, folded);

    memory_free(folded);
    return none || (checking->stated.kind != ZONE_NONE &&
                    stated->start >= entry->span.start &&
                    stated->end <= entry->span.end);
}

/* Does ENTRY have neither date nor time, while the item above it, ABOVE, has
 * both of its own and isn't the heading of a day? */
static bool lacks_own(const struct timeline_entry *entry,
                      const struct timeline_entry *above)
{
    return above && above->item && above->dated && above->timed &&
           !above->heading && !above->period && entry->item &&
           entry->depth == above->depth && entry->inherits && !entry->timed &&
           !entry->detail && !entry->vague && !entry->divided;
}

void timeline_check_undated(const struct timeline_check *checking)
{
    const struct timeline_entry *above = NULL;

    for (size_t index = 0; index < checking->timeline->count; index++) {
        const struct timeline_entry *entry =
            &checking->timeline->entries[index];

        if (lacks_own(entry, above) && !is_no_event(checking, entry))
            check_add(checking->check, CASE_TIMELINE_UNDATED_OWN, entry->span,
                      NULL);
        if (entry->parent == TIMELINE_TOP)
            above = entry;
        if ((entry->parent == TIMELINE_TOP) && (entry->item || entry->row) &&
            !entry->dated && !entry->inherits && !entry->vague &&
            !entry->divided && !is_no_event(checking, entry))
            check_add(checking->check, CASE_TIMELINE_UNDATED, entry->span,
                      NULL);
    }
}
