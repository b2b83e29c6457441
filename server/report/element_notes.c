/* Keeps the notes on elements that were only parsed again. */
#include "element_notes.h"

/* Are they the same but for where they stand? */
static bool is_same(const struct element *old, const struct element *new)
{
    return old->kind == new->kind && old->first == new->first &&
           old->last == new->last && old->item == new->item &&
           old->code == new->code && old->begins == new->begins &&
           old->divides == new->divides && old->level == new->level &&
           old->depth == new->depth &&
           old->span.end - old->span.start == new->span.end - new->span.start;
}

static void hand_on(struct element *old, struct element *new)
{
    new->notes = old->notes;
    new->times = old->times;
    new->when = old->when;
    old->when = NULL;
}

/* How many elements at the front of both are the same, and end before LIMIT. */
static size_t same_above(const struct element_pair *pair, size_t limit)
{
    size_t count = 0;

    while (count < pair->old_count && count < pair->new_count &&
           pair->new[count].span.end <= limit &&
           is_same(&pair->old[count], &pair->new[count]))
        count++;
    return count;
}

/* How many at the end, of all but TAKEN, begin at LIMIT or behind it. */
static size_t same_below(const struct element_pair *pair, size_t taken,
                         size_t limit)
{
    size_t count = 0;

    while (count + taken < pair->old_count && count + taken < pair->new_count &&
           pair->new[pair->new_count - count - 1].span.start >= limit &&
           is_same(&pair->old[pair->old_count - count - 1],
                   &pair->new[pair->new_count - count - 1]))
        count++;
    return count;
}

/* COUNT without the last group of the first COUNT new elements, which may go on
 * behind them. */
static size_t without_last(const struct element_pair *pair, size_t count)
{
    while (count && !pair->new[--count].begins)
        ;
    return count;
}

/* COUNT without what goes on from above in the last COUNT new elements, and
 * without the first group in them. */
static size_t without_first(const struct element_pair *pair, size_t count)
{
    size_t groups = 0;

    while (count) {
        groups += pair->new[pair->new_count - count].begins;
        if (groups == 2)
            break;
        count--;
    }
    return count;
}

void element_notes_keep(const struct element_pair *pair, struct text *text,
                        const struct replaced *replaced)
{
    size_t first = text_line_at(text, replaced->edit_start);
    size_t last = text_line_at(text, replaced->edit_is);
    size_t above = same_above(pair, text_line(text, first).start);
    size_t below = same_below(pair, above, text_line(text, last).end);

    above = without_last(pair, above);
    below = without_first(pair, below);
    for (size_t index = 0; index < above; index++)
        hand_on(&pair->old[index], &pair->new[index]);
    for (size_t index = 1; index <= below; index++)
        hand_on(&pair->old[pair->old_count - index],
                &pair->new[pair->new_count - index]);
}
