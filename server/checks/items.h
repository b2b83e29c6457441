/*
 * items.h - the action items and factors that checks are about.
 */
#ifndef CHECKS_ITEMS_H
#define CHECKS_ITEMS_H

#include "action.h"
#include "check.h"
#include "reference.h"

/*
 * Fills ITEMS (actions_free) with the action items of REPORT, which may be
 * another than CHECK's; rows that say N/A or that nothing is to be done are
 * none.
 */
void items_read(const struct check *check, const struct report *report,
                struct actions *items);

/* A report's action items, and what they name as their causes. */
struct action_items {
    struct actions actions;
    struct references references;   /* of all actions, in their order */
    size_t *firsts;                 /* of each action, its first reference; one
                                       more for the end */
};

/* Fills ITEMS (action_items_free) from CHECK's report. */
void action_items_read(const struct check *check, struct action_items *items);
void action_items_free(struct action_items *items);     /* leaves it empty */

/* False if the row of ACTION is no item. */
bool item_is(const struct check *check, const struct action *action);

/* No report has more contributing factors; a text that does is left alone. */
#define ITEMS_FACTORS_MOST 100

/* The section with the report's contributing factors, or NULL. */
const struct report_section *items_causes(const struct check *check);

/* True if ITEM is the template's example, still to be filled in. */
bool item_is_example(const struct check *check, const struct action *item);

/* True if the line of FACTOR is still the template's. */
bool factor_is_example(const struct check *check,
                       const struct report_factor *factor);

/* True if SPAN as a whole says N/A, in whatever words, or is empty. */
bool item_says_nothing(const struct check *check, struct span span);

#endif
