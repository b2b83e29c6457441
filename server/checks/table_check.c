/* The part Related incidents: the tables, there and under Action Items. */
#include "table_check.h"

#include <string.h>

#include "bug.h"
#include "items.h"
#include "list_table.h"

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
    if (!placeholder_may_be_in(element_at(check, element)))
        return false;
    for (size_t index = 0; index < table->column_count; index++) {
        struct span cell = table_cell(check->reports, table, element, index);

        if (cell.end > cell.start &&
            placeholder_is_part(check, element, cell))
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

/* N/A, or one of the values where that is not allowed. */
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
        buffer_add_slice(&cell, words.expected);
        buffer_add_char(&cell, ' ');
        fix_edit(finding_fix(finding, FIX_REPLACE, &words), blanks,
                 buffer_slice(&cell));
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
              check_add(check,
                        column->na_allowed ? CASE_EMPTY_CELL
                                           : CASE_EMPTY_CELL_VALUE,
                        span, &words));
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

/* Takes the first table of REST from its front, whatever its header says. */
static bool next_table(const struct check *check, struct report_section *rest,
                       struct table *table)
{
    size_t end = rest->first_element + rest->element_count;
    size_t at = rest->first_element;
    struct span cells[TABLE_COLUMNS];
    struct report_section alone;
    size_t past;

    while (at < end && element_at(check, at)->kind != ELEMENT_ROW)
        at++;
    if (at == end)
        return false;
    for (past = at + 1; past < end; past++) {
        if (element_at(check, past)->group != element_at(check, at)->group)
            break;
    }
    alone = *rest;
    alone.first_element = at;
    alone.element_count = past - at;
    rest->first_element = past;
    rest->element_count = end - past;
    if (table_find(check->reports, &alone, table))
        return true;
    *table = (struct table){.header = at, .row_count = past - at - 1};
    table->column_count = table_cells(
        check_slice(check, element_at(check, at)->span), cells, TABLE_COLUMNS);
    return true;
}

void tables_walk(const struct check *check,
                 const struct report_section *section, table_visit *visit)
{
    struct report_section rest = *section;
    struct table nearest = {.header = 0};
    struct table table;
    size_t most = 0;
    bool any = false;
    bool meant = false;

    while (next_table(check, &rest, &table)) {
        size_t named = table_named_columns(&table);

        if (2 * named >= section->rule->column_count) {
            visit(check, section->rule, &table);
            meant = true;
        } else if (!any || named > most) {
            nearest = table;
            most = named;
            any = true;
        }
    }
    if (any && !meant)
        visit(check, section->rule, &nearest);
}

/* In a preliminary report a table is welcome, and may have gaps. */
static void check_table(const struct check *check,
                        const struct rule_section *section,
                        const struct table *table)
{
    bool complete = check->report->rule->id != REPORT_PRELIMINARY;

    table_check_columns(check, section, table);
    if (!table_named_columns(table))
        return;
    for (size_t row = table->header + 1;
         row <= table->header + table->row_count; row++) {
        if (table_is_example(check, table, row))
            continue;
        table_check_row(check, table, row);
        if (complete)
            check_cells(check, table, row);
    }
}

/* The first item of a list that SECTION has instead of a table; NULL if there
 * is none, or if all it says is that there is nothing. */
static const struct element *list_item(const struct check *check,
                                       const struct report_section *section)
{
    const struct element *elements = check->reports->elements.items;
    size_t end = section->first_element + section->element_count;
    const struct element *first = NULL;

    for (size_t at = section->first_element; at < end; at++) {
        if (elements[at].kind == ELEMENT_ROW ||
            elements[at].kind == ELEMENT_OPAQUE)
            return NULL;
        if (!first && elements[at].kind == ELEMENT_LINE && elements[at].item)
            first = &elements[at];
    }
    return first && !item_says_nothing(check, first->span) ? first : NULL;
}

/* Is LINE plain words, and not a table that isn't rendered, or a pointer? */
static bool is_words(const struct check *check, const struct element *line)
{
    struct slice text = check_slice(check, line->span);

    return line->kind == ELEMENT_LINE && !line->item && !line->code &&
           !memchr(text.bytes, '|', text.length) &&
           !memchr(text.bytes, '\t', text.length) &&
           !element_mentions(line, PHRASES_POINTER);
}

/* Is SPAN, of SECTION, something that a row of the table would hold? Of an
 * incident the bug tells. */
static bool is_row_matter(const struct check *check,
                          const struct report_section *section,
                          struct span span)
{
    struct slice text = check_slice(check, span);
    struct span whole = {0, text.length};
    struct span number;

    return section->rule->id != SECTION_RELATED_INCIDENTS ||
           bug_address_find(text, whole, &number) ||
           bug_number_find(text, whole, BUG_DIGITS_LEAST, &number);
}

/* The first sentence that SECTION has instead of a table or a list; NULL if it
 * has either, or says that there is nothing. */
static const struct element *prose_line(const struct check *check,
                                        const struct report_section *section)
{
    const struct element *elements = check->reports->elements.items;
    size_t end = section->first_element + section->element_count;
    const struct element *first = NULL;

    for (size_t at = section->first_element; at < end; at++) {
        const struct element *element = &elements[at];

        if (!is_words(check, element) ||
            item_says_nothing(check, element->span) ||
            placeholder_is(check, element->span))
            return NULL;
        if (!first && is_row_matter(check, section, element->span))
            first = element;
    }
    return first;
}

static void check_list(const struct check *check,
                       const struct report_section *section)
{
    const struct element *item = list_item(check, section);
    const struct element *line;
    struct finding_words words = {.section = check_word(section->rule->name)};

    if (check->report->rule->id != REPORT_FULL)
        return;
    if (item)
        list_table_fix(check, section,
                       check_add(check, CASE_TABLE_COLUMNS_LIST, item->span,
                                 &words));
    line = item ? NULL : prose_line(check, section);
    if (line)
        check_add(check, CASE_TABLE_COLUMNS_PROSE, line->span, &words);
}

void check_tables(const struct check *check,
                  const struct report_section *section)
{
    if (section->rule->content != CONTENT_TABLE)
        return;
    tables_walk(check, section, check_table);
    check_list(check, section);
}
