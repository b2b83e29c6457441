/* Tells how a text is divided, and whether it is as it was. */
#include "round.h"

#include "quiet.h"

static size_t heading_of(const struct round *round,
                         const struct stretch *stretch)
{
    if (stretch->section)
        return stretch->section->heading.start;
    if (stretch->report != STRETCH_ABOVE)
        return round->reports->items[stretch->report].heading.start;
    return stretch->span.start;
}

/* Is the old stretch WAS, whatever it holds, now the stretch IS? */
static bool is_same_kind(const struct round *round, size_t old,
                         const struct kept_stretch *is)
{
    const struct kept_stretch *was = &round->before->stretches[old];

    return round_same_report(round, is->report) && was->report == is->report &&
           replaced_keeps(round->replaced, was->heading) &&
           replaced_offset(round->replaced, was->heading) == is->heading &&
           kept_inputs_same(&was->inputs, &is->inputs);
}

/* Are the reports and sections those of the last time, and do their headings
 * stand where edits have moved them? */
static bool is_divided_same(const struct round *round)
{
    const struct checked *before = round->before;
    const struct checked *now = round->now;

    if (now->entry_count != before->entry_count || now->count != before->count)
        return false;
    for (size_t index = 0; index < now->entry_count; index++) {
        if (!round_same_report(round, index))
            return false;
    }
    for (size_t index = 0; index < now->count; index++) {
        if (!is_same_kind(round, index, &now->stretches[index]))
            return false;
    }
    return true;
}

/* Was what stood at WAS edited, and is what stands at IS of the edit? */
static bool is_edited(const struct replaced *replaced, size_t was, size_t is)
{
    return was >= replaced->edit_start && was <= replaced->edit_was &&
           is >= replaced->edit_start && is <= replaced->edit_is;
}

/* Are the reports those of the last time, their headings moved or edited in
 * their places, so that all that edits have left is in the report that it was
 * in? */
static bool are_in_place(const struct round *round)
{
    size_t count = round->now->entry_count;

    if (count != round->before->entry_count)
        return false;
    for (size_t index = 0; index < count; index++) {
        const struct kept_report *was = &round->before->entries[index].report;
        const struct kept_report *is = &round->now->entries[index].report;

        if (!kept_report_alike(was, is) ||
            (!is_edited(round->replaced, was->heading, is->heading) &&
             replaced_byte(round->replaced, was->heading) != is->heading))
            return false;
    }
    return true;
}

/* Has each report and section a Markdown heading? Then no paragraph is part of
 * two of them. */
static bool is_marked(const struct checked *checked)
{
    for (size_t index = 0; index < checked->entry_count; index++) {
        if (checked->entries[index].report.form != HEADING_MARKED)
            return false;
    }
    for (size_t index = 0; index < checked->count; index++) {
        if (checked->stretches[index].inputs.form != HEADING_MARKED)
            return false;
    }
    return true;
}

void round_divide(struct round *round)
{
    for (size_t index = 0; index < round->stretches.count; index++) {
        const struct stretch *stretch = &round->stretches.items[index];
        struct kept_stretch *kept = &round->now->stretches[index];
        struct check check = round_check(round, stretch->report);

        kept->span = stretch->span;
        kept->report = stretch->report;
        kept->heading = heading_of(round, stretch);
        kept->inputs = kept_inputs_of(&check, stretch);
    }
    round->divided_same = is_divided_same(round);
    if (!round->divided_same &&
        !(are_in_place(round) && is_marked(round->before) &&
          is_marked(round->now)))
        quiet_forget(round->reports);
}
