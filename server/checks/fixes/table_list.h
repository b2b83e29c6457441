/*
 * table_list.h - a table of fields becoming the list that the template has.
 */
#ifndef CHECKS_TABLE_LIST_H
#define CHECKS_TABLE_LIST_H

#include "check.h"

/*
 * Offers with FINDING (NULL allowed) to make lists of the tables in SECTION
 * whose rows are fields, all at once: a label and its value each, below a
 * header or not. Nothing is offered where a row holds something else, or where
 * a table stands in a list.
 */
void table_list_add(const struct check *check, struct finding *finding,
                    const struct report_section *section);

#endif
