/*
 * list_table.h - a list made into the table that the template has in its place.
 */
#ifndef CHECKS_LIST_TABLE_H
#define CHECKS_LIST_TABLE_H

#include "check.h"

/*
 * Offers with FINDING (NULL allowed) to make the list that SECTION, which has
 * columns, holds into a table: a row for each item. What an item says of a
 * column ("Due Date: 2026-12-01", on its line or one below it) goes there, what
 * else it says into the first column, or for an incident where it belongs;
 * cells that nothing is said of stay empty. Not offered if there is more in the
 * section than a list and lines above it.
 */
void list_table_fix(const struct check *check,
                    const struct report_section *section,
                    struct finding *finding);

#endif
