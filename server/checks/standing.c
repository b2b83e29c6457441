/* Follows the action items of a bug from report to report. */
#include "standing.h"

#include "items.h"
#include "memory.h"

/* The most items that are compared with those above; a text with more is left
 * as it is. */
#define ITEMS_MOST 500

/* The most reports above one, or below it, that are looked at. */
#define REPORTS_MOST 100

/* Keeps of ITEMS those of the report's last section. */
static void keep_last(struct actions *items)
{
    size_t first = items->count;

    while (first && items->items[first - 1].section ==
                        items->items[items->count - 1].section)
        first--;
    for (size_t i = first; i < items->count; i++)
        items->items[i - first] = items->items[i];
    items->count -= first;
}

static bool are_same(const struct reports *reports, const struct action *a,
                     const struct action *b)
{
    struct slice one = text_slice(reports->text, a->cells[COLUMN_ACTION]);
    struct slice other = text_slice(reports->text, b->cells[COLUMN_ACTION]);

    return one.length && slice_same(one, other);
}

/* The item of the first COUNT of ITEMS that ITEM tells more of, or NULL. */
static struct action *find_same(const struct reports *reports,
                                const struct actions *items, size_t count,
                                const struct action *item)
{
    for (size_t i = 0; i < count && i < ITEMS_MOST; i++) {
        if (are_same(reports, &items->items[i], item))
            return &items->items[i];
    }
    return NULL;
}

/* Brings ITEMS up to date with LATER; two in one table are two, whatever they
 * are called. */
static void take_over(const struct reports *reports, struct actions *items,
                      const struct actions *later)
{
    size_t count = items->count;

    for (size_t i = 0; i < later->count; i++) {
        struct action *former =
            find_same(reports, items, count, &later->items[i]);

        if (!former)
            former = memory_add(items);
        *former = later->items[i];
    }
}

/* The items of REPORT, one of REPORTS; of its sections the last one's. */
static void read_last(const struct reports *reports,
                      const struct report *report, struct actions *items)
{
    const struct check check = {.reports = reports, .report = report};

    items_read(&check, report, items);
    keep_last(items);
}

void standing_read(const struct reports *reports, const struct report *end,
                   struct actions *items)
{
    const struct report *report = reports->items;

    if (end - report > REPORTS_MOST)
        report = end - REPORTS_MOST;
    *items = (struct actions){NULL, 0, 0};
    for (; report < end; report++) {
        struct actions later;

        if (report->rule->superseded)
            continue;
        read_last(reports, report, &later);
        if (later.count && !report->rule->follows)
            items->count = 0;
        take_over(reports, items, &later);
        actions_free(&later);
    }
}

void standing_read_below(const struct reports *reports,
                         const struct report *report, struct actions *items)
{
    const struct report *end = reports->items + reports->count;

    if (end - report > REPORTS_MOST + 1)
        end = report + REPORTS_MOST + 1;
    *items = (struct actions){NULL, 0, 0};
    while (++report < end && items->count < ITEMS_MOST) {
        struct actions later;

        read_last(reports, report, &later);
        for (size_t i = 0; i < later.count; i++)
            *memory_add(items) = later.items[i];
        actions_free(&later);
    }
}

bool standing_tells(const struct reports *reports, const struct actions *items,
                    const struct action *item)
{
    return find_same(reports, items, items->count, item) != NULL;
}

bool standing_is_done(const struct reports *reports, const struct action *item)
{
    const struct rule_value *status = action_status(reports, item);

    return status && (status->id == VALUE_STATUS_COMPLETE ||
                      status->id == VALUE_STATUS_CANCELED);
}
