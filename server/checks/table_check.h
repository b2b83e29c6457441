/*
 * table_check.h - what the checks of the tables in a report share.
 */
#ifndef CHECKS_TABLE_CHECK_H
#define CHECKS_TABLE_CHECK_H

#include "check.h"
#include "table.h"

/* Are the columns of TABLE, in SECTION, those of the template? */
void table_check_columns(const struct check *check,
                         const struct rule_section *section,
                         const struct table *table);

/* Has the row that is ELEMENT as many cells as the header of its TABLE? */
void table_check_row(const struct check *check, const struct table *table,
                     size_t element);

/* True if a cell of the row that is ELEMENT is text of the template: what is
 * to be said of such a row says the rule placeholder. */
bool table_is_example(const struct check *check, const struct table *table,
                      size_t element);

#endif
