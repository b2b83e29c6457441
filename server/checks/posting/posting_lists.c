/* The part Where it will be posted: entries that look like a list. */
#include "posting.h"

#include "memory.h"

/* The elements to be made list items, of one section. */
struct entries {
    const struct check *check;
    size_t *items;
    size_t count, room;
};

static void add_entry(struct entries *entries, size_t element)
{
    *memory_add(entries) = element;
}

/* Lines with a bullet that was typed. */
static void find_bullets(struct entries *entries,
                         const struct report_section *section)
{
    const struct check *check = entries->check;
    size_t end = section->first_element + section->element_count;

    for (size_t at = section->first_element; at < end; at++) {
        if (check->reports->elements.items[at].kind == ELEMENT_LINE &&
            posting_bullet(posting_line(check, at)))
            add_entry(entries, at);
    }
}

/* Does the entry share its paragraph with the one before it? */
static bool is_joined(const struct check *check,
                      const struct timeline_entry *entry,
                      const struct timeline_entry *other)
{
    const struct element *items = check->reports->elements.items;

    return (entry->dated || entry->timed) && (other->dated || other->timed) &&
           items[entry->element].kind == ELEMENT_LINE &&
           items[other->element].kind == ELEMENT_LINE &&
           items[entry->element].group == items[other->element].group;
}

/* Entries of a Timeline that form one paragraph; the first of those in an item
 * has its bullet. */
static void find_dates(struct entries *entries,
                       const struct report_section *section)
{
    const struct timeline *timeline =
        &timelines_find(entries->check->timelines, section)->timeline;

    for (size_t index = 0; index < timeline->count; index++) {
        const struct timeline_entry *entry = &timeline->entries[index];
        bool before = index && is_joined(entries->check, entry, entry - 1);
        bool after = index + 1 < timeline->count &&
                     is_joined(entries->check, entry, entry + 1);

        if ((before || after) &&
            !entries->check->reports->elements.items[entry->element].item)
            add_entry(entries, entry->element);
    }
}

/* One finding for all of them: the author has one habit. */
static void add_finding(const struct entries *entries)
{
    const struct element *items = entries->check->reports->elements.items;
    struct fix *fix =
        finding_fix(check_add(entries->check, CASE_RUN_TOGETHER,
                              items[entries->items[0]].span, NULL),
                    FIX_MAKE_LIST, NULL);

    for (size_t index = 0; index < entries->count; index++) {
        size_t at = entries->items[index];
        size_t bullet = posting_bullet(posting_line(entries->check, at));
        size_t start = items[at].span.start;

        fix_edit(
            fix, (struct span){start, start + bullet},
            (struct slice){items[at].item ? "" : "- ", items[at].item ? 0 : 2});
    }
}

void posting_lists(const struct check *check,
                   const struct report_section *section)
{
    struct entries entries = {.check = check};

    find_bullets(&entries, section);
    if (!entries.count && section->rule &&
        section->rule->content == CONTENT_TIMELINE)
        find_dates(&entries, section);
    if (entries.count)
        add_finding(&entries);
    memory_free(entries.items);
}
