/* Finds what a report says of the zone of all its times. */
#include "timeline.h"

#include <string.h>

#include "when.h"

/* Longer lines tell something, even if they speak of times too. */
#define STATEMENT_MOST 240

/* "All times", "timestamps": does LINE speak of times as such? */
static bool speaks_of_times(struct slice line)
{
    char folded[STATEMENT_MOST + 1];

    fold(line, folded, sizeof folded);
    return rule_phrase_in(PHRASES_TIMES, folded) != NULL;
}

static bool take(struct slice line, size_t start, struct zone *zone)
{
    if (!zone_find(line, zone))
        return false;
    zone->span.start += start;
    zone->span.end += start;
    return true;
}

/* Above the section only a line that speaks of times will do. */
bool timeline_zone_above(struct reports *reports, size_t first, size_t end,
                         struct zone *zone)
{
    for (size_t at = first; at < end; at++) {
        const struct element *element = &reports->elements.items[at];
        struct slice line = text_slice(reports->text, element->span);

        if ((element->kind == ELEMENT_LINE ||
             element->kind == ELEMENT_HEADING) &&
            line.length <= STATEMENT_MOST && speaks_of_times(line) &&
            take(line, element->span.start, zone))
            return true;
    }
    return false;
}

/* Is ELEMENT, which says LINE, an entry, and not a statement about them? */
static bool is_entry(const struct element *element, struct slice line)
{
    struct timeline_entry entry = {.row = element->kind == ELEMENT_ROW};

    if (entry.row && element->first)
        return false;
    when_read(line, &entry);
    return entry.row || entry.dated || entry.timed || element->item;
}

/* In the section an offset will do before the first entry; a name must be the
 * head of a column, or what a line on times says. */
static bool is_stated(const struct element *element, struct slice line,
                      bool begun, const struct zone *zone)
{
    if (speaks_of_times(line))
        return true;
    if (element->kind == ELEMENT_ROW)
        return true;
    return !begun && zone->kind == ZONE_OFFSET;
}

static bool find_inside(struct reports *reports,
                        const struct report_section *section,
                        struct zone *zone)
{
    size_t end = section->first_element + section->element_count;
    bool begun = false;

    for (size_t at = section->first_element; at < end; at++) {
        const struct element *element = &reports->elements.items[at];
        struct slice line = text_slice(reports->text, element->span);
        bool entry = element->kind > ELEMENT_ROW || is_entry(element, line);

        if (!entry || (element->kind < ELEMENT_ROW && speaks_of_times(line) &&
                       line.length <= STATEMENT_MOST)) {
            if (take(line, element->span.start, zone) &&
                is_stated(element, line, begun, zone))
                return true;
        }
        begun |= entry && element->kind <= ELEMENT_ROW;
    }
    return false;
}

bool timeline_zone(struct reports *reports,
                   const struct report_section *section,
                   const struct zone *above, struct zone *zone)
{
    struct slice heading = text_slice(reports->text, section->heading);

    if (take(heading, section->heading.start, zone))
        return true;
    if (find_inside(reports, section, zone) && zone->kind == ZONE_OFFSET)
        return true;
    if (above && above->kind == ZONE_OFFSET) {
        *zone = *above;
        return true;
    }
    return zone->kind != ZONE_NONE;
}
