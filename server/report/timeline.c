/* Finds the entries of a Timeline section, with their dates and times. */
#include "timeline.h"

#include <ctype.h>
#include <string.h>

#include "memory.h"

/* How far from its start an entry's date and time may begin. */
#define ENTRY_HEAD 16

/* What is inherited while the entries are read. */
struct clock {
    bool dated;
    struct date date;
};

static void move(struct span *span, size_t by)
{
    span->start += by;
    span->end += by;
}

/* The date and time that LINE begins with, past marks of any kind. Spans
 * count from the line's start. */
static void read_when(struct slice line, struct timeline_entry *entry)
{
    size_t from = 0;

    entry->dated = date_find(line, 0, &entry->date) &&
                   entry->date.span.start < ENTRY_HEAD;
    if (entry->dated)
        from = entry->date.span.end;
    entry->timed = time_find(line, from, &entry->time) &&
                   entry->time.span.start < from + ENTRY_HEAD;
}

/* Is there nothing to read in LINE behind its date? */
static bool is_only_date(struct slice line,
                         const struct timeline_entry *entry)
{
    if (!entry->dated || entry->timed)
        return false;
    for (size_t at = entry->date.span.end; at < line.length; at++) {
        if (isalnum((unsigned char)line.bytes[at]) ||
            (unsigned char)line.bytes[at] >= 0x80)
            return false;
    }
    return true;
}

static void inherit(struct clock *clock, struct timeline_entry *entry)
{
    if (entry->dated) {
        clock->date = entry->date;
        clock->dated = true;
    } else if (clock->dated) {
        entry->date = clock->date;
        entry->inherits = true;
    }
}

/* Lines of prose below an entry belong to it; a line counts as one if it
 * begins an item or a row, or with a date or a time. */
static bool is_entry(const struct element *element,
                     const struct timeline_entry *entry)
{
    if (element->kind == ELEMENT_ROW)
        return !element->first;
    if (entry->dated || entry->timed)
        return true;
    return element->kind == ELEMENT_LINE && element->item &&
           element->depth == 1;
}

static void add_entry(struct timeline *timeline,
                      const struct timeline_entry *entry)
{
    timeline->entries = memory_grow(timeline->entries, &timeline->room,
                                    timeline->count + 1, sizeof *entry);
    timeline->entries[timeline->count++] = *entry;
}

static void read_element(struct reports *reports, size_t index,
                         struct timeline *timeline, struct clock *clock)
{
    const struct element *element = &reports->elements.items[index];
    struct slice line = text_slice(reports->text, element->span);
    struct timeline_entry entry = {.element = index, .span = element->span};

    read_when(line, &entry);
    if (!is_entry(element, &entry))
        return;
    entry.heading = is_only_date(line, &entry);
    if (entry.dated)
        move(&entry.date.span, element->span.start);
    if (entry.timed)
        move(&entry.time.span, element->span.start);
    inherit(clock, &entry);
    add_entry(timeline, &entry);
}

void timeline_read(struct reports *reports,
                   const struct report_section *section,
                   struct timeline *timeline)
{
    struct clock clock = {.dated = false};
    size_t end = section->first_element + section->element_count;

    *timeline = (struct timeline){NULL, 0, 0};
    for (size_t index = section->first_element; index < end; index++) {
        enum element_kind kind = reports->elements.items[index].kind;

        if (kind == ELEMENT_LINE || kind == ELEMENT_ROW ||
            kind == ELEMENT_HEADING)
            read_element(reports, index, timeline, &clock);
    }
}

void timeline_free(struct timeline *timeline)
{
    memory_free(timeline->entries);
    *timeline = (struct timeline){NULL, 0, 0};
}
