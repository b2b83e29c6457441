/* Tells action items and factors from what the template has for them. */
#include "items.h"

#include <string.h>

#include "answer.h"
#include "memory.h"
#include "placeholder.h"

bool item_says_nothing(const struct check *check, struct span span)
{
    char *folded;
    bool nothing;

    if (!answer_may_begin(check, span, PHRASES_NA) &&
        !answer_may_begin(check, span, PHRASES_NOTHING))
        return false;
    folded = answer_fold(check, span);
    nothing = !*folded || !strcmp(folded, "n/a") ||
                   rule_phrase_is(PHRASES_NA, folded) ||
                   rule_phrase_begins(PHRASES_NOTHING, folded);

    memory_free(folded);
    return nothing;
}

/* In an empty row, its empty cells are what is wrong. */
bool item_is(const struct check *check, const struct action *action)
{
    if (action_has(action, COLUMN_ACTION))
        return !item_says_nothing(check, action->cells[COLUMN_ACTION]);
    for (size_t index = 0; index < COLUMN_COUNT; index++) {
        if (action_has(action, (enum column_id)index) &&
            !item_says_nothing(check, action->cells[index]))
            return true;
    }
    return false;
}

void items_read(const struct check *check, const struct report *report,
                struct actions *items)
{
    size_t count = 0;

    actions_read(check->reports, report, items);
    for (size_t index = 0; index < items->count; index++) {
        if (item_is(check, &items->items[index]))
            items->items[count++] = items->items[index];
    }
    items->count = count;
}

void action_items_read(const struct check *check, struct action_items *items)
{
    const struct report_section *causes = items_causes(check);
    size_t count;

    *items = (struct action_items){.firsts = NULL};
    items_read(check, check->report, &items->actions);
    count = items->actions.count;
    items->firsts = memory_new_zeroed(count + 1, sizeof *items->firsts);
    for (size_t i = 0; i < count; i++) {
        references_read(check->reports, causes,
                        items->actions.items[i].cells[COLUMN_ROOT_CAUSES],
                        &items->references);
        items->firsts[i + 1] = items->references.count;
    }
}

void action_items_free(struct action_items *items)
{
    actions_free(&items->actions);
    references_free(&items->references);
    memory_free(items->firsts);
    *items = (struct action_items){.firsts = NULL};
}

const struct report_section *items_causes(const struct check *check)
{
    for (size_t index = 0; index < check->report->section_count; index++) {
        const struct report_section *section =
            &check->report->sections[index];

        if (section->factor_count)
            return section->factor_count <= ITEMS_FACTORS_MOST ? section
                                                               : NULL;
    }
    return NULL;
}

bool item_is_example(const struct check *check, const struct action *item)
{
    return action_has(item, COLUMN_ACTION) &&
           placeholder_is_part(check, item->element,
                               item->cells[COLUMN_ACTION]);
}

bool factor_is_example(const struct check *check,
                       const struct report_factor *factor)
{
    return !factor->number && factor->title.end > factor->title.start &&
           placeholder_is(check, factor->title);
}
