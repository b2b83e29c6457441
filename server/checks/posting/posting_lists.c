/* The part Where it will be posted: entries that look like a list. */
#include "posting.h"

#include "bullet.h"
#include "layout.h"
#include "memory.h"

#define LEVELS 9            /* of bullets: more than an element tells apart */
#define INDENT 3            /* of an item in another, as the template has it */

/* The elements to be made list items, of one section. */
struct entries {
    const struct check *check;
    enum case_id which;
    size_t *items;
    size_t count, room;
    size_t columns[LEVELS];     /* of the last item made, at each level */
};

static void add_entry(struct entries *entries, size_t element)
{
    *memory_add(entries) = element;
}

/* The bullet that was typed for one before ELEMENT; false if none was. */
static bool read_bullet(const struct check *check,
                        const struct element *element, struct bullet *bullet)
{
    struct span line = {element->bullet.start, element->span.end};

    return element->bullet.end > element->bullet.start &&
           bullet_read(check_slice(check, line), bullet);
}

/* Lines with a bullet that was typed, all of one kind. */
static void find_bullets(struct entries *entries, enum bullet_kind kind,
                         const struct report_section *section)
{
    const struct check *check = entries->check;
    size_t end = section->first_element + section->element_count;

    for (size_t at = section->first_element; at < end; at++) {
        struct bullet bullet;

        if (read_bullet(check, &check->reports->elements.items[at], &bullet) &&
            bullet.kind == kind)
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

/* How many blanks there are in TEXT, of whatever width. */
static size_t count_blanks(struct slice text)
{
    size_t count = 0;

    for (size_t at = 0; at < text.length; count++) {
        size_t length = fold_blank(slice_from(text, at));

        at += length ? length : 1;
    }
    return count;
}

/* How far in an item is to begin that stands COLUMN far in now: at least below
 * the words of the one that it belongs to. */
static size_t item_column(struct entries *entries, size_t level, size_t column)
{
    if (level && column < entries->columns[level - 1] + 2)
        column = entries->columns[level - 1] + INDENT;
    entries->columns[level] = column;
    return column;
}

/* Markdown's own bullet in place of one that was typed; none where the
 * line has one already. */
static void edit_bullet(struct entries *entries, struct fix *fix,
                        const struct element *element,
                        const struct bullet *bullet)
{
    const struct check *check = entries->check;
    size_t line = layout_line(check, element->bullet.start);
    struct slice before =
        check_slice(check, (struct span){line, element->bullet.start});
    struct slice typed = check_slice(check, element->bullet);
    size_t column = count_blanks(slice_part(typed, 0, bullet->mark.start));
    struct buffer words = {NULL, 0, 0};

    if (slice_is_blank(before)) {
        column = item_column(entries, element->level, before.length + column);
        if (column > before.length)
            buffer_add_times(&words, ' ', column - before.length);
        buffer_add_char(&words, bullet->kind == BULLET_SPACED
                                    ? typed.bytes[bullet->mark.start] : '-');
        buffer_add_char(&words, ' ');
    }
    fix_edit(fix, element->bullet, buffer_slice(&words));
    buffer_free(&words);
}

static void edit_item(struct entries *entries, struct fix *fix,
                      const struct element *element)
{
    struct bullet bullet;

    if (read_bullet(entries->check, element, &bullet))
        edit_bullet(entries, fix, element, &bullet);
    else
        fix_edit(fix, (struct span){element->span.start, element->span.start},
                 check_word("- "));
}

/* One finding for all of them: the author has one habit. */
static void add_finding(struct entries *entries)
{
    const struct element *items = entries->check->reports->elements.items;
    const struct element *first;
    struct span line;
    struct fix *fix;

    if (!entries->count)
        return;
    first = &items[entries->items[0]];
    line = first->span;
    if (first->bullet.end > first->bullet.start)
        line.start = first->bullet.start;
    fix = finding_fix(check_add(entries->check, entries->which, line, NULL),
                      FIX_MAKE_LIST, NULL);
    for (size_t index = 0; index < entries->count; index++)
        edit_item(entries, fix, &items[entries->items[index]]);
}

void posting_lists(const struct check *check,
                   const struct report_section *section)
{
    struct entries typed = {.check = check, .which = CASE_RUN_TOGETHER};
    struct entries spaced = {.check = check,
                             .which = CASE_RUN_TOGETHER_SPACE};

    find_bullets(&typed, BULLET_TYPED, section);
    find_bullets(&spaced, BULLET_SPACED, section);
    if (!typed.count && !spaced.count && section->rule &&
        section->rule->content == CONTENT_TIMELINE)
        find_dates(&typed, section);
    add_finding(&typed);
    add_finding(&spaced);
    memory_free(typed.items);
    memory_free(spaced.items);
}
