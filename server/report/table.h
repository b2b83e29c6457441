/*
 * table.h - the tables of a report: rows, cells, and which column is which.
 */
#ifndef REPORT_TABLE_H
#define REPORT_TABLE_H

#include <stdbool.h>
#include <stddef.h>

#include "report.h"

/* More columns than this are cut off, as they are before parsing. */
#define TABLE_COLUMNS 64

/*
 * The cells of ROW, one line of a table, as cmark splits it: at each pipe
 * without a backslash, the outer pipes left away, blanks trimmed. Spans count
 * from the row's start; the number of cells, at most ROOM, is returned.
 */
size_t table_cells(struct slice row, struct span *cells, size_t room);

/* A table of a section that has columns in the template. */
struct table {
    size_t header;                  /* the element of its header row */
    size_t row_count;               /* rows follow it, element by element */
    size_t column_count;
    const struct rule_column *columns[TABLE_COLUMNS];   /* NULL: extra */
};

/* How many columns of TABLE the section's rule has. */
size_t table_named_columns(const struct table *table);

/*
 * The first table of SECTION whose header has a column of the section's rule;
 * false if there is none.
 */
bool table_find(const struct reports *reports,
                const struct report_section *section,
                struct table *table);

/* The table that ELEMENT, a row in SECTION, is part of, whatever its columns
 * are called; SECTION's rule has columns. */
void table_at(const struct reports *reports,
              const struct report_section *section,
              size_t element, struct table *table);

/*
 * The cell of COLUMN in the row that is ELEMENT, as a span of the text; empty
 * (at the row's end) if the row is too short.
 */
struct span table_cell(const struct reports *reports, const struct table *table,
                       size_t element, size_t column);

/*
 * True if it can't be told what stands where in the row that is ELEMENT: a
 * pipe splits one of its cells, so that there are more than columns; or it is
 * a line of text right below the table.
 */
bool table_is_torn(const struct reports *reports, const struct table *table,
                   size_t element);

/* True if ROW is the header of guidelines 2.0's three-column Action Items. */
bool table_is_of_2_0(struct slice row);

#endif
