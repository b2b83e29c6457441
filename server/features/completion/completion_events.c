/* Entries of the timeline: now, or between those that stand there. */
#include "completion_parts.h"

#include "memory.h"
#include "timeline.h"

/* Where an entry is to go. */
struct gap {
    bool between;               /* others come after it: not now */
    int day;                    /* of the entry before it, else after it */
};

/* The day on which ENTRY ends, if it tells one. */
static bool day_of(const struct timeline_entry *entry, int *day)
{
    const struct date *date = entry->period ? &entry->last : &entry->date;

    if ((!entry->dated && !entry->inherits) || !date_is_certain(date))
        return false;
    *day = date->days;
    return true;
}

/* The last entry that tells its day counts, of those before the cursor's line;
 * the first of those after it only makes it a gap. */
static void find_gap(const struct completer *completer, struct gap *gap)
{
    const struct context *context = completer->context;
    struct span line = completer_line(completer);
    struct timeline timeline;
    bool dated = false;

    *gap = (struct gap){false, 0};
    timeline_read(context->reports, context->section, &timeline);
    for (size_t index = 0; index < timeline.count && !gap->between; index++) {
        const struct timeline_entry *entry = &timeline.entries[index];
        int day;

        if (!day_of(entry, &day))
            continue;
        if (entry->span.start > line.end)
            gap->between = true;
        if (entry->span.end < line.start || (gap->between && !dated)) {
            gap->day = day;
            dated = true;
        }
    }
    timeline_free(&timeline);
}

/* An entry that says WORDS, when it was to be filled in. */
static void add_entry(struct completer *completer,
                      const struct context_label *label, const struct gap *gap,
                      struct completion *item, const char *words)
{
    char bullet[] = "- ";       /* the one typed, or the template's */

    snippet_add(&item->snippet, completer_typed(completer, 0, label->indent));
    if (label->bullet)
        bullet[0] = label->bullet;
    snippet_add_string(&item->snippet, bullet);
    if (gap->between)
        template_add_day(&item->snippet, gap->day);
    else
        template_add_moment(&item->snippet, &completer->source->facts);
    snippet_add_string(&item->snippet, " ");
    snippet_add_stop(&item->snippet, slice_of(words));
}

static void add_event(struct completer *completer,
                      const struct context_label *label,
                      const struct gap *gap, const struct rule_value *event)
{
    struct completion *item =
        completer_add_line(completer, event->value, event->means);

    if (!item)
        return;
    completer_filter(completer, label->words, event->value, item);
    add_entry(completer, label, gap, item, event->value);
}

/* The entry called NAME, that says nothing yet. */
static void add_blank(struct completer *completer,
                      const struct context_label *label, const struct gap *gap,
                      const char *name)
{
    const struct rule_section *section = &rule_sections[SECTION_TIMELINE];
    struct completion *item =
        completer_add_line(completer, name, section->means);

    if (!item)
        return;
    completer_filter(completer, label->words,
                     rule_offers[OFFER_ENTRY_NOW].typed, item);
    add_entry(completer, label, gap, item, template_prompt(section));
}

static void add_blanks(struct completer *completer,
                       const struct context_label *label,
                       const struct gap *gap)
{
    const struct gap now = {false, 0};
    struct buffer name = {NULL, 0, 0};
    char date[DATE_ISO_ROOM];

    if (gap->between) {
        date_iso(gap->day, date);
        buffer_addf(&name, "%s %s", rule_offers[OFFER_ENTRY_BETWEEN].label,
                    date);
        add_blank(completer, label, gap, name.bytes);
        buffer_free(&name);
    }
    add_blank(completer, label, &now, rule_offers[OFFER_ENTRY_NOW].label);
}

/* Offered where a line of its own would be an entry, not in a table, before
 * any of its words. */
void complete_events(struct completer *completer)
{
    const struct context *context = completer->context;
    struct context_label label;
    struct gap gap;

    if (!context_label(context, &label) || label.valued ||
        label.words != label.end)
        return;
    find_gap(completer, &gap);
    add_blanks(completer, &label, &gap);
    for (size_t index = 0; index < VALUE_COUNT; index++) {
        if (rule_values[index].list == LIST_TIMELINE_EVENT)
            add_event(completer, &label, &gap, &rule_values[index]);
    }
}
