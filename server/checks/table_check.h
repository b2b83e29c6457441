/*
 * table_check.h - what the checks of the tables in a report share.
 */
#ifndef CHECKS_TABLE_CHECK_H
#define CHECKS_TABLE_CHECK_H

#include "check.h"
#include "table.h"

/* What is done with a table of SECTION that is meant to be the template's. */
typedef void table_visit(const struct check *check,
                         const struct rule_section *section,
                         const struct table *table);

/*
 * Calls VISIT with each table of SECTION whose header has half of the
 * template's columns; if there is none, with the one that is nearest to that.
 * Other tables only explain something.
 */
void tables_walk(const struct check *check,
                 const struct report_section *section, table_visit *visit);

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
