/* Tables: is the header the template's, and how would it become so? */
#include "table_check.h"

#include <string.h>

#include "memory.h"

#define NO_CELL TABLE_COLUMNS

/* Which cell of a row stands in each column of the template's table; the
 * columns of the author's own follow. */
struct plan {
    const struct rule_column *columns[2 * TABLE_COLUMNS];
    size_t cells[2 * TABLE_COLUMNS];    /* NO_CELL: there is none yet */
    size_t count, asked;                /* how many, and how many must be */
};

/* A header as it is, with what is taken by a column of the plan. */
struct header {
    char folded[TABLE_COLUMNS][LABEL_ROOM];
    bool taken[TABLE_COLUMNS];
    size_t count;
};

static void read_header(const struct check *check, struct span row,
                        struct header *header)
{
    struct slice text = check_slice(check, row);
    struct span cells[TABLE_COLUMNS];

    memset(header->taken, 0, sizeof header->taken);
    header->count = table_cells(text, cells, TABLE_COLUMNS);
    for (size_t index = 0; index < header->count; index++)
        fold(slice_part(text, cells[index].start, cells[index].end),
             header->folded[index], LABEL_ROOM);
}

static bool is_mistaken(const struct rule_column *column, const char *folded)
{
    for (const char *const *name = column->mistaken; *name; name++) {
        if (!strcmp(*name, folded))
            return true;
    }
    return false;
}

/* How sure it is that a header's cell means a column; 0 if it doesn't. */
enum likeness {
    UNLIKE,
    MISTAKEN,
    SAME
};

static enum likeness likeness(const struct rule_section *section,
                              const struct rule_column *column,
                              const char *folded)
{
    if (rule_column_find(section, folded) == column)
        return SAME;
    if (!rule_column_find(section, folded) && is_mistaken(column, folded))
        return MISTAKEN;
    return UNLIKE;
}

/* Gives the columns that have none yet the cells that are as LIKE them. */
static void take_cells(const struct rule_section *section,
                       struct header *header, enum likeness like,
                       struct plan *plan)
{
    for (size_t column = 0; column < plan->asked; column++) {
        for (size_t cell = 0; cell < header->count; cell++) {
            if (plan->cells[column] != NO_CELL || header->taken[cell] ||
                likeness(section, plan->columns[column],
                         header->folded[cell]) != like)
                continue;
            plan->cells[column] = cell;
            header->taken[cell] = true;
        }
    }
}

/* A header of as many columns that has other words in one has the column. */
static void take_places(struct header *header, struct plan *plan)
{
    for (size_t column = 0; column < plan->asked &&
                            header->count >= plan->asked; column++) {
        if (plan->cells[column] == NO_CELL && !header->taken[column]) {
            plan->cells[column] = column;
            header->taken[column] = true;
        }
    }
}

static void ask_for(const struct check *check,
                    const struct rule_section *section, struct plan *plan)
{
    plan->asked = 0;
    for (size_t index = 0; index < section->column_count; index++) {
        if (!rule_applies(section->columns[index].versions, check->guideline))
            continue;
        plan->columns[plan->asked] = &section->columns[index];
        plan->cells[plan->asked++] = NO_CELL;
    }
    plan->count = plan->asked;
}

static void make_plan(const struct check *check,
                      const struct rule_section *section,
                      struct header *header, struct plan *plan)
{
    ask_for(check, section, plan);
    take_cells(section, header, SAME, plan);
    take_cells(section, header, MISTAKEN, plan);
    take_places(header, plan);
    for (size_t cell = 0; cell < header->count; cell++) {
        if (header->taken[cell])
            continue;
        plan->columns[plan->count] = NULL;
        plan->cells[plan->count++] = cell;
    }
}

/* Are the template's columns the first, each called as it should be? */
static bool is_template(const struct rule_section *section,
                        const struct header *header, const struct plan *plan)
{
    for (size_t column = 0; column < plan->asked; column++) {
        if (column >= header->count ||
            rule_column_find(section, header->folded[column]) !=
                plan->columns[column])
            return false;
    }
    return true;
}

/* What stands in a column that the table didn't have. */
static const char *filler(const struct rule_column *column)
{
    return column->na_allowed || column->list < 0 ? "N/A" : column->example;
}

static void write_cell(struct buffer *row, struct slice text)
{
    buffer_add_char(row, ' ');
    buffer_add_slice(row, text);
    buffer_add_string(row, text.length ? " |" : "|");
}

/* The row at SPAN as PLAN has it; HEADING if it is the header. */
static void rewrite_row(const struct check *check, const struct plan *plan,
                        struct span span, bool heading, struct fix *fix)
{
    struct slice text = check_slice(check, span);
    struct span cells[TABLE_COLUMNS];
    size_t count = table_cells(text, cells, TABLE_COLUMNS);
    struct buffer row = {NULL, 0, 0};

    buffer_add_char(&row, '|');
    for (size_t index = 0; index < plan->count; index++) {
        const struct rule_column *column = plan->columns[index];
        size_t cell = plan->cells[index];

        if (column && heading)
            write_cell(&row, check_word(column->label));
        else if (cell == NO_CELL)
            write_cell(&row, check_word(filler(column)));
        else if (cell < count)
            write_cell(&row,
                       slice_part(text, cells[cell].start, cells[cell].end));
        else
            write_cell(&row, (struct slice){"", 0});
    }
    fix_edit(fix, span, buffer_slice(&row));
    buffer_free(&row);
}

/* The delimiter row is no element: it is the line below the header. */
static void rewrite_delimiter(const struct check *check, struct span header,
                              size_t columns, struct fix *fix)
{
    const struct text *text = check->reports->text;
    struct span line = text_line_content(
        text, text_line_at(text, header.start) + 1);
    struct slice bytes = check_slice(check, line);
    struct buffer row = {NULL, 0, 0};
    size_t start = 0;

    while (start < bytes.length && !strchr("|:-", bytes.bytes[start]))
        start++;
    buffer_add_char(&row, '|');
    while (columns--)
        write_cell(&row, check_word("---"));
    fix_edit(fix, (struct span){line.start + start, line.end},
             buffer_slice(&row));
    buffer_free(&row);
}

/* Only the header changes if all columns are there in their order. */
static bool is_renaming(const struct plan *plan)
{
    for (size_t index = 0; index < plan->count; index++) {
        if (plan->cells[index] != index)
            return false;
    }
    return true;
}

/* Cells beyond the header would be lost, and they may be what matters. */
static bool has_surplus(const struct check *check, const struct table *table)
{
    struct span cells[TABLE_COLUMNS];

    for (size_t row = 1; row <= table->row_count; row++) {
        struct span span =
            check->reports->elements.items[table->header + row].span;

        if (table_cells(check_slice(check, span), cells, TABLE_COLUMNS) >
            table->column_count)
            return true;
    }
    return false;
}

static void fix_columns(const struct check *check, const struct table *table,
                        const struct plan *plan, struct finding *finding)
{
    const struct element *header =
        &check->reports->elements.items[table->header];
    struct fix *fix;

    if (plan->count > TABLE_COLUMNS || has_surplus(check, table))
        return;
    fix = finding_fix(finding, FIX_TEMPLATE_COLUMNS, NULL);
    rewrite_row(check, plan, header->span, true, fix);
    if (is_renaming(plan))
        return;
    rewrite_delimiter(check, header->span, plan->count, fix);
    for (size_t row = 1; row <= table->row_count; row++)
        rewrite_row(check, plan, header[row].span, false, fix);
}

static struct slice name_columns(const struct plan *plan,
                                 struct buffer *names)
{
    for (size_t index = 0; index < plan->asked; index++) {
        if (index)
            buffer_add_string(names, index + 1 < plan->asked ? ", " : " and ");
        buffer_add_string(names, plan->columns[index]->label);
    }
    return buffer_slice(names);
}

void table_check_columns(const struct check *check,
                         const struct rule_section *section,
                         const struct table *table)
{
    struct span span = check->reports->elements.items[table->header].span;
    struct buffer names = {NULL, 0, 0};
    struct finding_words words = {.section = check_word(section->name)};
    struct finding *finding;
    struct header header;
    struct plan plan;

    read_header(check, span, &header);
    make_plan(check, section, &header, &plan);
    if (is_template(section, &header, &plan))
        return;
    words.expected = name_columns(&plan, &names);
    finding = check_add(check, CASE_TABLE_COLUMNS, span, &words);
    if (finding)
        fix_columns(check, table, &plan, finding);
    buffer_free(&names);
}
