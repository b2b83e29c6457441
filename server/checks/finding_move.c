/* Moves findings from list to list, and along with their text. */
#include "finding.h"

#include <string.h>

#include "memory.h"

static void add_all(struct findings *all, const struct findings *list)
{
    if (list->count) {
        all->items = memory_grow(all->items, &all->room,
                                 all->count + list->count,
                                 sizeof *all->items);
        memcpy(all->items + all->count, list->items,
               list->count * sizeof *all->items);
    }
    for (size_t index = 0; index < list->count; index++)
        all->items[all->count + index].number = all->count + index;
    all->count += list->count;
    all->more += list->more;
}

void findings_share(struct findings *all, const struct findings *list)
{
    all->shared = true;
    add_all(all, list);
}

void findings_take(struct findings *all, struct findings *list)
{
    add_all(all, list);
    list->count = 0;
    findings_free(list);
}

/* Where the places of a finding are now. */
struct shift {
    const struct replaced *replaced;    /* NULL: all have moved BY */
    ptrdiff_t by;
};

static void move(struct span *span, const struct shift *shift)
{
    if (shift->replaced)
        *span = (struct span){replaced_offset(shift->replaced, span->start),
                              replaced_offset(shift->replaced, span->end)};
    else
        *span = replaced_move(*span, shift->by);
}

static void move_finding(struct finding *finding, const struct shift *shift)
{
    move(&finding->span, shift);
    for (size_t index = 0; index < finding->related_count; index++)
        move(&finding->related[index].span, shift);
    for (size_t index = 0; index < finding->fix_count; index++) {
        const struct fix *fix = &finding->fixes[index];

        for (size_t edit = 0; edit < fix->edit_count; edit++)
            move(&fix->edits[edit].span, shift);
    }
}

void findings_move(struct findings *findings, ptrdiff_t by)
{
    struct shift shift = {NULL, by};

    for (size_t index = 0; by && index < findings->count; index++)
        move_finding(&findings->items[index], &shift);
}

void findings_follow(struct findings *findings,
                     const struct replaced *replaced)
{
    struct shift shift = {replaced, 0};

    for (size_t index = 0; index < findings->count; index++)
        move_finding(&findings->items[index], &shift);
}
