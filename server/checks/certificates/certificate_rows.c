/* Keeps rows of lists in which nothing was found. */
#include "certificate_rows.h"

#include "memory.h"

void certificate_lists_move(struct certificate_lists *lists,
                            const struct replaced *replaced)
{
    for (size_t index = 0; index < lists->count; index++)
        lists->items[index].start =
            replaced_byte(replaced, lists->items[index].start);
}

void certificate_lists_free(struct certificate_lists *lists)
{
    for (size_t index = 0; index < lists->count; index++)
        memory_free(lists->items[index].items);
    memory_free(lists->items);
    *lists = (struct certificate_lists){NULL, 0, 0};
}

static bool same_facts(const struct certificate_facts *one,
                       const struct certificate_facts *other)
{
    return one->certain == other->certain &&
           one->personal == other->personal && one->many == other->many;
}

/* Is NOW what WAS was, with the first record that it had? */
static bool is_same(const struct certificate_rows *was,
                    const struct certificate_rows *now,
                    const struct replaced *replaced)
{
    bool above = was->start + was->header <= replaced->edit_start;
    bool below = was->start >= replaced->edit_was;

    return (above || below) &&
           replaced_byte(replaced, was->start) == now->start &&
           was->header == now->header && was->guideline == now->guideline &&
           same_facts(&was->facts, &now->facts);
}

struct certificate_reading certificate_reading_begin(
    const struct certificate_memory *memory,
    const struct certificate_rows *list)
{
    struct certificate_reading reading = {.memory = memory};
    struct certificate_lists *now = memory->now;

    for (size_t index = 0; index < memory->before->count; index++) {
        const struct certificate_rows *was = &memory->before->items[index];

        if (is_same(was, list, memory->replaced))
            reading.before = was;
    }
    now->items = memory_grow(now->items, &now->room, now->count + 1,
                             sizeof *now->items);
    now->items[now->count++] = *list;
    return reading;
}

static struct certificate_rows *list_now(
    const struct certificate_reading *reading)
{
    struct certificate_lists *lists = reading->memory->now;

    return &lists->items[lists->count - 1];
}

/* Where what stands at OFFSET of the text stood before, if it did; the edit
 * begins *MOST bytes from there, if it isn't above. */
static bool find_old(const struct replaced *replaced, size_t *offset,
                     size_t *most)
{
    *most = SIZE_MAX;
    if (*offset < replaced->edit_start) {
        *most = replaced->edit_start - *offset;
        return true;
    }
    if (*offset < replaced->edit_is)
        return false;
    *offset = *offset - replaced->edit_is + replaced->edit_was;
    return true;
}

const struct certificate_row *certificate_reading_find(
    struct certificate_reading *reading, size_t start)
{
    const struct certificate_rows *before = reading->before;
    size_t offset = list_now(reading)->start + start;
    const struct certificate_row *row;
    size_t most;

    if (!before || !find_old(reading->memory->replaced, &offset, &most) ||
        offset < before->start)
        return NULL;
    offset -= before->start;
    while (reading->next < before->count &&
           before->items[reading->next].start < offset)
        reading->next++;
    if (reading->next == before->count)
        return NULL;
    row = &before->items[reading->next];
    return row->start == offset && row->length <= most ? row : NULL;
}

void certificate_reading_add(struct certificate_reading *reading,
                             const struct certificate_row *row)
{
    struct certificate_rows *list = list_now(reading);

    list->items = memory_grow(list->items, &list->room, list->count + 1,
                              sizeof *list->items);
    list->items[list->count++] = *row;
}
