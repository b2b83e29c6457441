/*
 * standing.h - the action items of a bug, as its latest comments have them.
 */
#ifndef CHECKS_STANDING_H
#define CHECKS_STANDING_H

#include "action.h"

/*
 * Fills ITEMS (actions_free) with the action items of REPORTS before END, one
 * of them or the end of them: a later report, or a later section of one, brings
 * them up to date, and an update those that it names.
 */
void standing_read(const struct reports *reports, const struct report *end,
                   struct actions *items);

/* Fills ITEMS (actions_free) with those of the reports below REPORT, one of
 * REPORTS. */
void standing_read_below(const struct reports *reports,
                         const struct report *report, struct actions *items);

/* Does one of ITEMS tell what has become of ITEM? */
bool standing_tells(const struct reports *reports, const struct actions *items,
                    const struct action *item);

/* Is nothing left to be done for ITEM: is it complete, or canceled? */
bool standing_is_done(const struct reports *reports, const struct action *item);

#endif
