/*
 * certificate_grid.h - cells of certificates, read from whatever was pasted.
 *
 * A row holds a certificate; in a table on its side a column does.
 */
#ifndef FEATURES_CERTIFICATE_GRID_H
#define FEATURES_CERTIFICATE_GRID_H

#include <stdbool.h>

#include "memory.h"
#include "text.h"

/* Where the cells of a row begin among all. */
struct grid_rows {
    size_t *items;
    size_t count;
    /* cppcheck-suppress unusedStructMember ; memory_add() grows it */
    size_t room;
};

/* {0} is empty; grid_free() gives its memory back. */
struct grid {
    struct span *items;             /* the cells, in the words */
    size_t count, room;
    struct grid_rows rows;
    struct buffer words;            /* without quotes and marks of Markdown */
};

/* Adds a row of a table. */
void grid_add_table_row(struct grid *grid, struct slice row);

/* Adds a row of the COUNT CELLS. */
void grid_add_cells(struct grid *grid, const struct slice *cells,
                    size_t count);

/*
 * Adds a record that tabs, semicolons, commas or wide blanks part; or a hash,
 * or a link, and the words after it or in its brackets.
 */
void grid_add_record(struct grid *grid, struct slice record);

/* True if the last cell of RECORD is quoted and goes on in the next line. */
bool grid_is_cut(struct slice record);

/* How many cells the longest row has. */
size_t grid_widest(const struct grid *grid);

/*
 * Field FIELD of certificate NUMBER, both from 0; empty, and false with it, if
 * there is no such cell.
 */
bool grid_cell(const struct grid *grid, bool aside, size_t number,
               size_t field, struct span *cell);
struct slice grid_value(const struct grid *grid, bool aside, size_t number,
                        size_t field);

void grid_free(struct grid *grid);              /* leaves it empty */

#endif
