/*
 * action.h - the action items of a report, one for each row of their tables.
 */
#ifndef REPORT_ACTION_H
#define REPORT_ACTION_H

#include "report.h"
#include "table.h"

struct action {
    size_t element;                 /* its row */
    const struct report_section *section;
    struct span cells[COLUMN_COUNT];    /* by column_id; {0, 0}: no such column
                                           in its table, or the row is torn */
};

/* No report has more action items; of one that has, the rest is left alone. */
#define ACTIONS_MOST 5000

/* {NULL, 0, 0} is empty. */
struct actions {
    struct action *items;
    size_t count, room;
};

/* Fills ACTIONS with the action items of all of REPORT's sections, in order, the
 * first ACTIONS_MOST of them. */
void actions_read(const struct reports *reports, const struct report *report,
                  struct actions *actions);
/* The action item in ROW, an element of TABLE in SECTION. */
struct action action_of_row(const struct reports *reports,
                            const struct report_section *section,
                            const struct table *table, size_t row);
/* Takes the first table of action items from the front of REST, a copy of a
 * section; false if there is none left. */
bool action_table_next(const struct reports *reports,
                       struct report_section *rest,
                       struct table *table);
void actions_free(struct actions *actions);         /* leaves it empty */

/* True if ACTION has a cell for COLUMN and something stands in it. */
bool action_has(const struct action *action, enum column_id column);

/* The status that the cell of ACTION names, in whatever words; or NULL. */
const struct rule_value *action_status(const struct reports *reports,
                                       const struct action *action);

#endif
