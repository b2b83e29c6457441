/* Splits table rows into cells, and tells which column is which. */
#include "table.h"

#include <string.h>

#include "search.h"

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t';
}

static struct span trimmed(struct slice row, size_t start, size_t end)
{
    while (start < end && is_blank(row.bytes[start]))
        start++;
    while (end > start && is_blank(row.bytes[end - 1]))
        end--;
    return (struct span){start, end};
}

/* A backslash before a pipe escapes it, even if it is escaped itself. */
static size_t next_pipe(struct slice row, size_t at)
{
    size_t start = at;
    const char *pipe;

    while ((pipe = memchr(row.bytes + at, '|', row.length - at))) {
        at = (size_t)(pipe - row.bytes);
        if (at == start || pipe[-1] != '\\')
            return at;
        at++;
    }
    return row.length;
}

size_t table_cells(struct slice row, struct span *cells, size_t room)
{
    struct span whole = trimmed(row, 0, row.length);
    size_t at = whole.start;
    size_t count = 0;

    if (at < whole.end && row.bytes[at] == '|')
        at++;
    row.length = whole.end;
    while (count < room && at < whole.end) {
        size_t end = next_pipe(row, at);

        cells[count++] = trimmed(row, at, end);
        at = end + 1;
    }
    return count;
}

static bool holds_pipe(struct slice row)
{
    return row.length && memchr(row.bytes, '|', row.length);
}

static void name_columns(const struct rule_section *section, struct slice row,
                         struct table *table)
{
    struct span cells[TABLE_COLUMNS];
    char folded[LABEL_ROOM];

    table->column_count = table_cells(row, cells, TABLE_COLUMNS);
    for (size_t index = 0; index < table->column_count; index++) {
        struct span cell = cells[index];

        fold((struct slice){row.bytes + cell.start, cell.end - cell.start},
             folded, sizeof folded);
        table->columns[index] = rule_column_find(section, folded);
    }
}

size_t table_named_columns(const struct table *table)
{
    size_t count = 0;

    for (size_t index = 0; index < table->column_count; index++)
        count += table->columns[index] != NULL;
    return count;
}

static void read_table(const struct reports *reports,
                       const struct report_section *section, size_t header,
                       struct table *table)
{
    const struct element *row = &reports->elements.items[header];

    name_columns(section->rule, text_slice(reports->text, row->span), table);
    table->header = header;
    table->row_count = 0;
}

static bool is_of_earlier(const void *elements, size_t index, size_t group)
{
    return ((const struct element *)elements)[index].group < group;
}

/* The first element of GROUP or of those after it. */
static size_t group_from(const struct reports *reports, size_t group)
{
    return search_first(reports->elements.items, reports->elements.count,
                        group, is_of_earlier);
}

/* Counts the rows below TABLE's header, up to the element END. */
static void count_rows(const struct reports *reports, size_t end,
                       struct table *table)
{
    uint32_t group = reports->elements.items[table->header].group;
    size_t past = group_from(reports, group + (size_t)1);

    table->row_count = (past < end ? past : end) - table->header - 1;
}

bool table_find(const struct reports *reports,
                const struct report_section *section,
                struct table *table)
{
    size_t end = section->first_element + section->element_count;

    for (size_t at = section->first_element; at < end; at++) {
        const struct element *header = &reports->elements.items[at];

        if (header->kind != ELEMENT_ROW || !header->first)
            continue;
        read_table(reports, section, at, table);
        if (!table_named_columns(table))
            continue;
        count_rows(reports, end, table);
        return true;
    }
    return false;
}

void table_at(const struct reports *reports,
              const struct report_section *section,
              size_t element, struct table *table)
{
    uint32_t group = reports->elements.items[element].group;
    size_t end = section->first_element + section->element_count;
    size_t header = group_from(reports, group);

    if (header < section->first_element)
        header = section->first_element;
    read_table(reports, section, header, table);
    count_rows(reports, end, table);
}

struct span table_cell(const struct reports *reports, const struct table *table,
                       size_t element, size_t column)
{
    const struct element *row = &reports->elements.items[element];

    if (column >= row->cell_count || column >= table->column_count)
        return (struct span){row->span.end, row->span.end};
    return reports->elements.cells[row->first_cell + column];
}

bool table_is_torn(const struct reports *reports, const struct table *table,
                   size_t element)
{
    const struct element *row = &reports->elements.items[element];
    const struct span *cells = &reports->elements.cells[row->first_cell];

    for (size_t cell = table->column_count; cell < row->cell_count; cell++) {
        if (cells[cell].end > cells[cell].start)
            return true;
    }
    return table->column_count > 1 && row->cell_count < 2 &&
           !holds_pipe(text_slice(reports->text, row->span));
}

bool table_is_of_2_0(struct slice row)
{
    struct table table;
    const struct rule_column *first;

    name_columns(&rule_sections[SECTION_ACTION_ITEMS], row, &table);
    first = table.column_count ? table.columns[0] : NULL;
    return table.column_count == 3 && first && first->id == COLUMN_ACTION &&
           table_named_columns(&table) >= 2;
}
