/* Finds what a report says of the zone of all its times. */
#include "timeline.h"

#include "rules.h"
#include "when.h"

/* Longer lines say something else, even if they mention times. */
#define STATEMENT_MOST 240

/* ZONE isn't known if OTHER, said of the same times, is another. */
static void compare(struct zone *zone, const struct zone *other)
{
    if (other->kind == ZONE_OFFSET && other->offset != zone->offset)
        zone->known = false;
}

/* The zone that LINE says, which begins at START; of several no one knows
 * which is meant where. */
static bool take(struct slice line, size_t start, struct zone *zone)
{
    struct zone other;

    if (!zone_find(line, zone))
        return false;
    if (zone->kind == ZONE_OFFSET &&
        zone_find(slice_from(line, zone->span.end), &other))
        compare(zone, &other);
    zone->span.start += start;
    zone->span.end += start;
    return true;
}

/* Do the words of element AT speak of times as such: "All times",
 * "timestamps"? */
static bool speaks_of_times(const struct reports *reports, size_t at)
{
    const struct element *element = &reports->elements.items[at];
    char folded[STATEMENT_MOST + 1];

    if (!element_mentions(element, PHRASES_TIMES))
        return false;
    fold(text_slice(reports->text, element->span), folded, sizeof folded);
    return rule_phrase_in(PHRASES_TIMES, folded) != NULL;
}

/* Does element AT, a short line, speak of times as such? */
static bool is_statement(const struct reports *reports, size_t at)
{
    const struct element *element = &reports->elements.items[at];

    return element->kind < ELEMENT_ROW &&
           element->span.end - element->span.start <= STATEMENT_MOST &&
           speaks_of_times(reports, at);
}

static void find_first(const struct reports *reports,
                       const struct report *report,
                       struct timeline_statement *first)
{
    size_t end = report->first_element + report->element_count;

    first->looked_for = true;
    for (size_t at = report->first_element; at < end; at++) {
        struct span span = reports->elements.items[at].span;

        first->element = at;
        if (is_statement(reports, at) &&
            take(text_slice(reports->text, span), span.start, &first->zone))
            return;
    }
    first->element = end;
}

/* Is element AT an entry, and not a statement about them? */
static bool is_entry(const struct reports *reports, size_t at)
{
    const struct element *element = &reports->elements.items[at];
    struct timeline_entry entry = {.row = element->kind == ELEMENT_ROW};

    if (entry.row || element->item)
        return !entry.row || !element->first;
    when_read(element, text_slice(reports->text, element->span), &entry);
    return entry.dated || entry.timed;
}

/* In the section an offset will do before the first entry; a name must be the
 * head of a column, or what a line on times says. */
static bool is_stated(const struct reports *reports, size_t at, bool begun,
                      const struct zone *zone)
{
    if (speaks_of_times(reports, at))
        return true;
    if (reports->elements.items[at].kind == ELEMENT_ROW)
        return true;
    return !begun && zone->kind == ZONE_OFFSET;
}

/* Holds ZONE against what the elements from AT to END say of all times. */
static void compare_all(const struct reports *reports, size_t at, size_t end,
                        struct zone *zone)
{
    for (; at < end && zone->kind == ZONE_OFFSET; at++) {
        struct zone other;

        if (is_statement(reports, at) &&
            take(text_slice(reports->text, reports->elements.items[at].span),
                 0, &other))
            compare(zone, &other);
    }
}

static bool find_inside(const struct reports *reports,
                        const struct report_section *section,
                        struct zone *zone)
{
    size_t end = section->first_element + section->element_count;
    bool begun = false;

    for (size_t at = section->first_element; at < end; at++) {
        struct span span = reports->elements.items[at].span;
        bool other = reports->elements.items[at].kind > ELEMENT_ROW;
        bool entry = other || is_entry(reports, at);

        if ((!entry || is_statement(reports, at)) &&
            take(text_slice(reports->text, span), span.start, zone) &&
            is_stated(reports, at, begun, zone)) {
            compare_all(reports, at + 1, end, zone);
            return true;
        }
        begun |= entry && !other;
    }
    return false;
}

bool timeline_zone(const struct reports *reports, const struct report *report,
                   const struct report_section *section,
                   struct timeline_statement *first, struct zone *zone)
{
    struct slice heading = text_slice(reports->text, section->heading);

    if (take(heading, section->heading.start, zone))
        return true;
    if (find_inside(reports, section, zone) && zone->kind == ZONE_OFFSET)
        return true;
    if (!first->looked_for)
        find_first(reports, report, first);
    if (first->element + 1 < section->first_element &&
        first->zone.kind == ZONE_OFFSET)
        *zone = first->zone;
    return zone->kind != ZONE_NONE;
}
