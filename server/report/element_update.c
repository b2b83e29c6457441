/* Keeps the elements of a text up to date, and finds some of them. */
#include <string.h>

#include "element_add.h"
#include "element_notes.h"
#include "memory.h"

size_t elements_from(const struct elements *elements, size_t offset)
{
    size_t first = 0;
    size_t end = elements->count;

    while (first < end) {
        size_t middle = first + (end - first) / 2;

        if (elements->items[middle].span.start < offset)
            first = middle + 1;
        else
            end = middle;
    }
    return first;
}

/* The index of the first mark that is ELEMENT or behind it. */
static size_t mark_from(const struct elements *elements, size_t element)
{
    size_t first = 0;
    size_t end = elements->mark_count;

    while (first < end) {
        size_t middle = first + (end - first) / 2;

        if (elements->marks[middle] < element)
            first = middle + 1;
        else
            end = middle;
    }
    return first;
}

bool elements_mark(const struct elements *elements, size_t *at, size_t end)
{
    size_t mark = mark_from(elements, *at);

    if (mark == elements->mark_count || elements->marks[mark] >= end)
        return false;
    *at = elements->marks[mark];
    return true;
}

static void free_notes(struct elements *elements, size_t first, size_t end)
{
    for (size_t index = first; index < end; index++)
        memory_free(elements->items[index].when);
}

static void add_marks(struct elements *elements)
{
    for (size_t index = 0; index < elements->count; index++) {
        const struct element *element = &elements->items[index];

        if (!element->divides && element->kind != ELEMENT_DEFINITION)
            continue;
        elements->marks = memory_grow(elements->marks, &elements->mark_room,
                                      elements->mark_count + 1,
                                      sizeof *elements->marks);
        elements->marks[elements->mark_count++] = (uint32_t)index;
    }
}

/* Puts the marks of ADDED in the place of those on the elements FIRST..WAS-1. */
static void splice_marks(struct elements *elements, size_t first, size_t was,
                         const struct elements *added)
{
    size_t kept = mark_from(elements, first);
    size_t behind = mark_from(elements, was);
    size_t rest = elements->mark_count - behind;
    size_t end = kept + added->mark_count;

    elements->marks = memory_grow(elements->marks, &elements->mark_room,
                                  end + rest, sizeof *elements->marks);
    if (rest)
        memmove(elements->marks + end, elements->marks + behind,
                rest * sizeof *elements->marks);
    for (size_t index = 0; index < added->mark_count; index++)
        elements->marks[kept + index] =
            added->marks[index] + (uint32_t)first;
    for (size_t index = end; index < end + rest; index++)
        elements->marks[index] += (uint32_t)(first + added->count - was);
    elements->mark_count = end + rest;
}

/* Puts ADDED in the place of the elements FIRST..WAS-1. */
static void splice(struct elements *elements, size_t first, size_t was,
                   const struct elements *added)
{
    size_t rest = elements->count - was;

    splice_marks(elements, first, was, added);
    free_notes(elements, first, was);
    elements->items = memory_grow(elements->items, &elements->room,
                                  first + added->count + rest,
                                  sizeof *elements->items);
    if (rest)
        memmove(elements->items + first + added->count, elements->items + was,
                rest * sizeof *elements->items);
    if (added->count)
        memcpy(elements->items + first, added->items,
               added->count * sizeof *elements->items);
    elements->count = first + added->count + rest;
}

/* Numbers the groups from element FIRST on, and moves what is at BEHIND or
 * later by BY. */
static void settle(struct elements *elements, size_t first, size_t behind,
                   ptrdiff_t by)
{
    uint32_t group = first ? elements->items[first - 1].group : 0;

    for (size_t index = first; index < elements->count; index++) {
        struct element *element = &elements->items[index];

        group += element->begins;
        element->group = group;
        if (index >= behind)
            element->span = replaced_move(element->span, by);
    }
}

static bool hold_header(const struct elements *elements, size_t first,
                        size_t end)
{
    for (size_t index = first; index < end; index++) {
        if (elements->items[index].kind == ELEMENT_ROW &&
            elements->items[index].first)
            return true;
    }
    return false;
}

/* Forgets what is noted of the rows from element AT on, whose header has gone:
 * another, further above, may be theirs now. */
static void forget_rows(struct elements *elements, size_t at)
{
    for (; at < elements->count && elements->items[at].kind == ELEMENT_ROW &&
           !elements->items[at].first;
         at++)
        elements->items[at].notes = 0;
}

/* With nothing replaced all elements stand above the change, even those that
 * begin where the text ends. */
static struct elements_change no_change(const struct elements *elements)
{
    size_t count = elements->count;

    return (struct elements_change){.first = count, .was = count, .is = count};
}

struct elements_change elements_update(struct elements *elements,
                                       struct text *text,
                                       const struct blocks *blocks,
                                       const struct replaced *replaced)
{
    struct elements added = {0};
    struct elements_change change = {
        .first = elements_from(elements, replaced->start),
        .was = elements_from(elements, replaced->was),
        .by = (ptrdiff_t)replaced->is - (ptrdiff_t)replaced->was};
    bool headless;

    if (replaced->start == replaced->was && replaced->start == replaced->is)
        return no_change(elements);
    if (replaced->is > replaced->start)
        element_add_all(&added, text, blocks,
                        (struct span){replaced->start, replaced->is});
    if (replaced->is == text_length(text))
        change.was = elements->count;   /* an empty heading's words end it */
    add_marks(&added);
    change.is = change.first + added.count;
    if (change.was > change.first)
        element_notes_keep(
            &(struct element_pair){.old = elements->items + change.first,
                                   .new = added.items,
                                   .old_count = change.was - change.first,
                                   .new_count = added.count},
            text, replaced);
    headless = hold_header(elements, change.first, change.was);
    splice(elements, change.first, change.was, &added);
    if (headless)
        forget_rows(elements, change.is);
    settle(elements, change.first, change.is, change.by);
    memory_free(added.items);
    memory_free(added.marks);
    return change;
}

void elements_free(struct elements *elements)
{
    free_notes(elements, 0, elements->count);
    memory_free(elements->items);
    memory_free(elements->marks);
    *elements = (struct elements){0};
}
