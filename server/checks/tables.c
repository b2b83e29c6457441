/* The part Related incidents: the tables, there and under Action Items. */
#include "table_check.h"

#include "memory.h"
#include "placeholder.h"

static const struct element *element_at(const struct check *check,
                                        size_t element)
{
    return &check->reports->elements.items[element];
}

bool table_is_example(const struct check *check, const struct table *table,
                      size_t element)
{
    for (size_t index = 0; index < table->column_count; index++) {
        struct span cell = table_cell(check->reports, table, element, index);

        if (cell.end > cell.start && placeholder_is(check, cell))
            return true;
    }
    return false;
}

/* Does the row that is ELEMENT have a cell INDEX, and is nothing in it? */
static bool is_empty(const struct check *check, const struct table *table,
                     size_t element, size_t index)
{
    struct span cell = table_cell(check->reports, table, element, index);
    struct slice text = check_slice(check, cell);
    char folded[8];

    if (text.length && text.length < sizeof folded)
        return !fold(text, folded, sizeof folded);
    return !text.length && cell.end < element_at(check, element)->span.end;
}

static bool is_empty_row(const struct check *check, const struct table *table,
                         size_t element)
{
    for (size_t index = 0; index < table->column_count; index++) {
        struct span cell = table_cell(check->reports, table, element, index);

        if (cell.end > cell.start && !is_empty(check, table, element, index))
            return false;
    }
    return true;
}

/* The blanks between two pipes; a pipe where there are none. */
static struct span around(const struct check *check, size_t element,
                          struct span cell)
{
    struct span row = element_at(check, element)->span;
    struct slice text = check_slice(check, row);

    while (cell.start > row.start &&
           (text.bytes[cell.start - 1 - row.start] == ' ' ||
            text.bytes[cell.start - 1 - row.start] == '\t'))
        cell.start--;
    return cell;
}

/* N/A, or one of the values where that is none. */
static void fill_cell(const struct rule_column *column, struct span blanks,
                      struct finding *finding)
{
    if (column->na_allowed) {
        fix_edit(finding_fix(finding, FIX_FILL_NA, NULL), blanks,
                 check_word(" N/A "));
        return;
    }
    for (size_t value = 0; column->list >= 0 && value < VALUE_COUNT; value++) {
        struct finding_words words = {
            .expected = check_word(rule_values[value].value)};
        struct buffer cell = {NULL, 0, 0};

        if ((int)rule_values[value].list != column->list)
            continue;
        buffer_add_char(&cell, ' ');
        buffer_add(&cell, words.expected.bytes, words.expected.length);
        buffer_add_char(&cell, ' ');
        fix_edit(finding_fix(finding, FIX_REPLACE, &words), blanks,
                 (struct slice){cell.bytes, cell.length});
        buffer_free(&cell);
    }
}

static void check_cell(const struct check *check, const struct table *table,
                       size_t element, size_t index)
{
    const struct rule_column *column = table->columns[index];
    struct finding_words words = {.label = check_word(column->label)};
    struct span cell = table_cell(check->reports, table, element, index);
    struct span blanks = around(check, element, cell);
    struct span span = blanks;

    if (span.start == span.end)
        span.end++;
    fill_cell(column, blanks,
              check_add(check, CASE_EMPTY_CELL, span, &words));
}

static void check_cells(const struct check *check, const struct table *table,
                        size_t element)
{
    if (is_empty_row(check, table, element)) {
        check_add(check, CASE_EMPTY_CELL_ROW,
                  element_at(check, element)->span, NULL);
        return;
    }
    for (size_t index = 0; index < table->column_count; index++) {
        if (table->columns[index] && is_empty(check, table, element, index))
            check_cell(check, table, element, index);
    }
}

/* The first table of SECTION, whatever its header says. */
static bool find_any(const struct check *check,
                     const struct report_section *section,
                     struct table *table)
{
    size_t end = section->first_element + section->element_count;
    struct span cells[TABLE_COLUMNS];
    size_t at = section->first_element;

    while (at < end && element_at(check, at)->kind != ELEMENT_ROW)
        at++;
    if (at == end)
        return false;
    *table = (struct table){.header = at};
    table->column_count = table_cells(
        check_slice(check, element_at(check, at)->span), cells, TABLE_COLUMNS);
    while (at + table->row_count + 1 < end &&
           element_at(check, at + table->row_count + 1)->group ==
               element_at(check, at)->group)
        table->row_count++;
    return true;
}

/* In a preliminary report a table is welcome, and may have gaps. */
static void check_table(const struct check *check,
                        const struct report_section *section)
{
    bool complete = check->report->rule->id != REPORT_PRELIMINARY;
    struct table table;

    if (!table_find(check->reports, section, &table)) {
        if (find_any(check, section, &table))
            table_check_columns(check, section->rule, &table);
        return;
    }
    table_check_columns(check, section->rule, &table);
    for (size_t row = 1; row <= table.row_count; row++) {
        if (table_is_example(check, &table, table.header + row))
            continue;
        table_check_row(check, &table, table.header + row);
        if (complete)
            check_cells(check, &table, table.header + row);
    }
}

void check_tables(const struct check *check)
{
    for (size_t index = 0; index < check->report->section_count; index++) {
        const struct report_section *section =
            &check->report->sections[index];

        if (section->rule && section->rule->content == CONTENT_TABLE)
            check_table(check, section);
    }
}
