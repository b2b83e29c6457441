/* Tables: has a row as many cells as its header? */
#include "table_check.h"

#include "date.h"
#include "memory.h"

/* A row that is checked; spans of cells count from its start. */
struct row {
    const struct table *table;
    struct span span;
    struct span cells[TABLE_COLUMNS];
    size_t count;
};

static struct slice cell_of(const struct check *check, const struct row *row,
                            size_t cell)
{
    struct slice text = check_slice(check, row->span);

    return slice_part(text, row->cells[cell].start, row->cells[cell].end);
}

/* Where the pipe after a cell is, from the row's start; the row's end if
 * there is none. */
static size_t pipe_after(const struct check *check, const struct row *row,
                          size_t cell)
{
    struct slice text = check_slice(check, row->span);
    size_t at = row->cells[cell].end;

    while (at < text.length && text.bytes[at] != '|')
        at++;
    return at;
}

/* Could TEXT stand in COLUMN, as far as its type tells? */
static bool fits(const struct rule_column *column, struct slice text)
{
    char *folded = memory_new(text.length + 1);
    struct date date;
    enum match match = MATCH_EXACT;

    fold(text, folded, text.length + 1);
    if (column && column->list >= 0)
        rule_value_match((enum list_id)column->list, folded, &match);
    else if (column && column->type == TYPE_DATE && !date_find(text, 0, &date))
        match = MATCH_NONE;
    memory_free(folded);
    return match != MATCH_NONE;
}

/* Do all cells fit if those from FIRST on, as many as are too many, belong to
 * the cell of FIRST? */
static bool fits_joined(const struct check *check, const struct row *row,
                        size_t first)
{
    size_t surplus = row->count - row->table->column_count;

    for (size_t index = 0; index < row->table->column_count; index++) {
        size_t cell = index > first ? index + surplus : index;

        if (index != first && !fits(row->table->columns[index],
                                    cell_of(check, row, cell)))
            return false;
    }
    return true;
}

/* The one column of prose whose text the pipes split, if it is clear which. */
static bool find_split(const struct check *check, const struct row *row,
                       size_t *column)
{
    size_t found = 0;

    for (size_t index = 0; index < row->table->column_count; index++) {
        const struct rule_column *rule = row->table->columns[index];

        if (rule && rule->type == TYPE_PROSE &&
            fits_joined(check, row, index)) {
            *column = index;
            found++;
        }
    }
    return found == 1;
}

static void escape_pipes(const struct check *check, const struct row *row,
                         struct finding *finding)
{
    size_t surplus = row->count - row->table->column_count;
    struct finding_words words = {0};
    struct fix *fix;
    size_t column;

    if (!find_split(check, row, &column))
        return;
    words.label = check_word(row->table->columns[column]->label);
    fix = finding_fix(finding, FIX_ESCAPE_PIPES, &words);
    for (size_t index = 0; index < surplus; index++) {
        size_t at = row->span.start + pipe_after(check, row, column + index);

        fix_edit(fix, (struct span){at, at}, check_word("\\"));
    }
}

/* Are the cells beyond the header empty, so that nothing is lost with them? */
static bool surplus_is_empty(const struct row *row)
{
    for (size_t cell = row->table->column_count; cell < row->count; cell++) {
        if (row->cells[cell].end > row->cells[cell].start)
            return false;
    }
    return true;
}

static void fix_surplus(const struct check *check, const struct row *row,
                        struct finding *finding)
{
    size_t end = row->span.start + 1 +
                 pipe_after(check, row, row->table->column_count - 1);

    if (surplus_is_empty(row))
        fix_edit(finding_fix(finding, FIX_DROP_CELLS, NULL),
                 (struct span){end, row->span.end}, check_word(""));
    else
        escape_pipes(check, row, finding);
}

/* May all columns that ROW lacks say N/A? */
static bool is_padded(const struct row *row)
{
    for (size_t index = row->count; index < row->table->column_count;
         index++) {
        const struct rule_column *column = row->table->columns[index];

        if (column && !column->na_allowed)
            return false;
    }
    return true;
}

static void pad(const struct check *check, const struct row *row,
                struct finding *finding)
{
    struct slice text = check_slice(check, row->span);
    bool closed = slice_ends(text, "|");
    struct buffer cells = {NULL, 0, 0};

    if (!is_padded(row))
        return;
    for (size_t index = row->count; index < row->table->column_count; index++)
        buffer_add_string(&cells, closed ? " N/A |" : " | N/A");
    fix_edit(finding_fix(finding, FIX_PAD_ROW, NULL),
             (struct span){row->span.end, row->span.end}, buffer_slice(&cells));
    buffer_free(&cells);
}

void table_check_row(const struct check *check, const struct table *table,
                     size_t element)
{
    const struct element *line = &check->reports->elements.items[element];
    struct row row = {.table = table, .span = line->span};
    struct buffer digits = {NULL, 0, 0};
    struct finding_words words = {0};

    if (line->cell_count == table->column_count)
        return;
    row.count = table_cells(check_slice(check, row.span), row.cells,
                            TABLE_COLUMNS);
    words.count = row.count;
    buffer_add_number(&digits, table->column_count);
    words.expected = buffer_slice(&digits);
    if (row.count > table->column_count)
        fix_surplus(check, &row,
                    check_add(check, CASE_TABLE_ROW, row.span, &words));
    else if (table_is_torn(check->reports, table, element))
        check_add(check, CASE_TABLE_ROW_FEWER, row.span, &words);
    else
        pad(check, &row,
            check_add(check, CASE_TABLE_ROW_FEWER, row.span, &words));
    buffer_free(&digits);
}
