/* Finds the entries of a Timeline section, with their dates and times. */
#include "timeline.h"

#include "date.h"
#include "memory.h"
#include "rules.h"
#include "when.h"

/* What is inherited while the entries are read. */
struct clock {
    bool dated, timed;
    bool heading;               /* the date stands on a line of its own */
    struct date date;
    struct zone zone;           /* of the line that is nothing but a date */
};

/* One section being read. */
struct reading {
    const struct reports *reports;
    struct timeline *timeline;
    struct clock clock;
    unsigned base;              /* how deep in lists the section stands */
};

static void move(struct span *span, size_t by)
{
    span->start += by;
    span->end += by;
}

static void move_all(struct timeline_entry *entry, size_t by)
{
    move(&entry->date.span, by);
    move(&entry->last.span, by);
    move(&entry->time.span, by);
    move(&entry->zone.span, by);
    entry->time.end += by;
}

static void inherit(struct clock *clock, struct timeline_entry *entry)
{
    if (entry->zone.kind == ZONE_NONE && !entry->dated)
        entry->zone = clock->zone;
    if (!entry->dated && !entry->vague && clock->dated) {
        entry->date = clock->date;
        entry->inherits = true;
        entry->inherits_time = !entry->timed && clock->timed;
    }
}

static void set_clock(struct clock *clock, const struct timeline_entry *entry)
{
    if (entry->dated || entry->vague) {
        clock->date = entry->date;
        clock->dated = entry->dated;
        clock->timed = false;
        clock->heading = entry->heading;
        clock->zone = (struct zone){.kind = ZONE_NONE};
    }
    if (entry->heading)
        clock->zone = entry->zone;
    clock->timed |= entry->timed;
}

/* The entry that one at DEPTH stands below, deeper in lists. What lies between
 * an entry and its parent is as deep as the entry at least. */
static size_t parent_of(const struct timeline *timeline, unsigned depth)
{
    size_t index = timeline->count ? timeline->count - 1 : TIMELINE_TOP;

    while (index != TIMELINE_TOP && timeline->entries[index].depth >= depth)
        index = timeline->entries[index].parent;
    return index;
}

/* An item without date and time is an entry where its like are: not below an
 * entry that it explains. */
static bool is_bare_item(const struct timeline *timeline,
                         const struct timeline_entry *entry)
{
    if (entry->parent == TIMELINE_TOP)
        return entry->depth == 1;
    return timeline->entries[entry->parent].heading;
}

/* Lines of prose below an entry belong to it. Outside of lists a line is an
 * entry if it begins with a date or a time, and not by chance. */
static bool is_entry(struct reading *reading, struct slice line,
                     const struct element *element,
                     struct timeline_entry *entry)
{
    bool when = entry->dated || entry->timed;

    if (entry->row)
        return !element->first;
    if (entry->item)
        return when || is_bare_item(reading->timeline, entry);
    if (entry->depth && !entry->heading)
        return false;
    entry->depth = 0;
    entry->parent = TIMELINE_TOP;
    return when && when_is_bare(line, entry) &&
           (element->first || when_is_set_apart(line, entry));
}

/* Does ENTRY explain the one it is nested in, or is it one of several that
 * stand below a date or a caption? */
static bool is_detail(const struct timeline *timeline,
                      const struct timeline_entry *entry)
{
    const struct timeline_entry *parent;

    if (entry->parent == TIMELINE_TOP)
        return false;
    parent = &timeline->entries[entry->parent];
    if (parent->detail)
        return true;
    return parent->depth && !parent->heading &&
           (parent->timed || (parent->dated && entry->dated));
}

/* ENTRY is the one after the last. */
static void add_entry(struct reading *reading, struct timeline_entry *entry)
{
    struct timeline *timeline = reading->timeline;

    entry->detail = is_detail(timeline, entry);
    inherit(&reading->clock, entry);
    if (!entry->detail) {
        set_clock(&reading->clock, entry);
        if (entry->parent != TIMELINE_TOP && (entry->timed || entry->dated))
            timeline->entries[entry->parent].divided = true;
    }
    timeline->count++;
}

static struct timeline_entry *room_for_entry(struct timeline *timeline)
{
    timeline->entries = memory_grow(timeline->entries, &timeline->room,
                                    timeline->count + 1,
                                    sizeof *timeline->entries);
    return &timeline->entries[timeline->count];
}

static void read_element(struct reading *reading, size_t index)
{
    const struct element *element = &reading->reports->elements.items[index];
    struct slice line = text_slice(reading->reports->text, element->span);
    struct timeline_entry *entry = room_for_entry(reading->timeline);

    *entry = (struct timeline_entry){
        .element = index, .span = element->span,
        .depth = element->depth - reading->base,
        .row = element->kind == ELEMENT_ROW,
        .item = element->kind == ELEMENT_LINE && element->item};
    entry->parent = parent_of(reading->timeline, entry->depth);
    when_read(element, line, entry);
    if (reading->clock.heading && entry->timed &&
        entry->time.span.start < entry->date.span.start)
        entry->dated = false;   /* the words mention another day */
    if (!is_entry(reading, line, element, entry))
        return;
    move_all(entry, element->span.start);
    add_entry(reading, entry);
}

/* A section may stand in a list item as a whole. */
static unsigned depth_of(const struct reports *reports,
                         const struct report_section *section)
{
    const struct element *first =
        &reports->elements.items[section->first_element];
    unsigned depth;

    if (!section->in_list || !section->element_count)
        return 0;
    depth = first->depth;
    for (size_t index = 0; index < section->element_count; index++) {
        if (first[index].depth < depth)
            depth = first[index].depth;
    }
    return depth;
}

void timeline_read(const struct reports *reports,
                   const struct report_section *section,
                   struct timeline *timeline)
{
    struct reading reading = {.reports = reports, .timeline = timeline,
                              .base = depth_of(reports, section)};
    size_t end = section->first_element + section->element_count;

    *timeline = (struct timeline){NULL, 0, 0};
    for (size_t index = section->first_element; index < end; index++) {
        enum element_kind kind = reports->elements.items[index].kind;

        if (kind == ELEMENT_LINE || kind == ELEMENT_ROW ||
            kind == ELEMENT_HEADING)
            read_element(&reading, index);
    }
}

void timeline_free(struct timeline *timeline)
{
    memory_free(timeline->entries);
    *timeline = (struct timeline){NULL, 0, 0};
}

void timelines_read(const struct reports *reports, const struct report *report,
                    struct timelines *timelines)
{
    struct timeline_statement first = {.looked_for = false};

    *timelines = (struct timelines){NULL, 0, 0};
    for (size_t index = 0; index < report->section_count; index++) {
        const struct report_section *section = &report->sections[index];
        struct timeline_section *read;

        if (!section->rule || section->rule->content != CONTENT_TIMELINE)
            continue;
        timelines->items =
            memory_grow(timelines->items, &timelines->room,
                        timelines->count + 1, sizeof *timelines->items);
        read = &timelines->items[timelines->count++];
        *read = (struct timeline_section){.section = section};
        timeline_read(reports, section, &read->timeline);
        timeline_zone(reports, report, section, &first, &read->stated);
    }
}

void timelines_free(struct timelines *timelines)
{
    for (size_t index = 0; index < timelines->count; index++)
        timeline_free(&timelines->items[index].timeline);
    memory_free(timelines->items);
    *timelines = (struct timelines){NULL, 0, 0};
}

const struct timeline_section *timelines_find(
    const struct timelines *timelines, const struct report_section *section)
{
    size_t first = 0;
    size_t end = timelines->count;

    while (end - first > 1) {
        size_t middle = first + (end - first) / 2;

        if (timelines->items[middle].section <= section)
            first = middle;
        else
            end = middle;
    }
    return &timelines->items[first];
}

bool timeline_has_day(const struct timeline_entry *entry)
{
    return (entry->dated || entry->inherits) && date_is_certain(&entry->date);
}

bool timeline_is_near(const struct timeline_entry *entry, int day)
{
    return timeline_has_day(entry) && entry->date.days >= day - 1 &&
           entry->date.days <= day + 1;
}

const struct timeline_entry *timeline_near(const struct timeline *timeline,
                                           int day)
{
    for (size_t i = 0; i < timeline->count; i++) {
        if (timeline_is_near(&timeline->entries[i], day))
            return &timeline->entries[i];
    }
    return NULL;
}

struct timeline_when timeline_when(const struct timeline_entry *entry,
                                   const struct zone *stated)
{
    const struct zone *zone = entry->zone.kind == ZONE_NONE ? stated
                                                            : &entry->zone;
    struct timeline_when when = {.from = entry->date.days * SECONDS_A_DAY};

    if (zone->known)
        when.from -= zone->offset * 60;
    when.to = when.from + SECONDS_A_DAY - 1;
    if (entry->period && entry->last.valid)
        when.to += (entry->last.days - entry->date.days) * SECONDS_A_DAY;
    if (entry->timed && entry->time.valid) {
        when.from += entry->time.hour * 3600 + entry->time.minute * 60 +
                     entry->time.second;
        when.to = when.from + (entry->time.second ? 0 : 59);
    }
    when.floating = zone->kind != ZONE_NONE && !zone->known;
    return when;
}
