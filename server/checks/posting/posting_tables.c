/* The part Where it will be posted: lines that were meant to be a table. */
#include "posting.h"

#include <string.h>

#include "memory.h"
#include "rows.h"
#include "table.h"

/* A run of lines that look like rows, FIRST..END-1. */
struct rows {
    const struct check *check;
    size_t first, end;
};

/* How many pipes of LINE part cells: those in code don't, in prose they do. */
static size_t count_pipes(struct slice line)
{
    struct inlines inlines;
    size_t count = 0;

    if (!memchr(line.bytes, '|', line.length))
        return 0;
    for (size_t at = 0; at < line.length; at++)
        count += line.bytes[at] == '|' && (!at || line.bytes[at - 1] != '\\');
    inlines_read(&inlines, line);
    for (size_t index = 0; index < inlines.count; index++) {
        struct span code = inlines.items[index].text;

        if (inlines.items[index].kind != INLINE_CODE)
            continue;
        for (size_t at = code.start; count && at < code.end; at++)
            count -= line.bytes[at] == '|' && line.bytes[at - 1] != '\\';
    }
    inlines_free(&inlines);
    return count;
}

static size_t count_tabs(struct slice line)
{
    size_t count = 0;

    for (size_t at = 0; at < line.length; at++)
        count += line.bytes[at] == '\t';
    return count;
}

static bool is_row(struct slice line)
{
    return count_pipes(line) >= 2;
}

static bool is_tabbed(struct slice line)
{
    return count_tabs(line) >= 2;
}

static bool is_delimiter(struct slice line)
{
    return memchr(line.bytes, '|', line.length) && rows_delimits(line);
}

static void add_delimiter(struct buffer *row, size_t columns)
{
    for (size_t column = 0; column < columns; column++)
        buffer_add_string(row, "| --- ");
    buffer_add_char(row, '|');
}

/* The row of dashes goes below the first line, as far to the right. */
static void fix_missing(const struct rows *rows, struct finding *finding)
{
    size_t columns = rows_columns(posting_line(rows->check, rows->first));
    size_t end = rows->check->reports->elements.items[rows->first].span.end;
    struct buffer row = {NULL, 0, 0};

    buffer_add_char(&row, '\n');
    posting_indent(rows->check, rows->first, &row);
    add_delimiter(&row, columns);
    fix_edit(finding_fix(finding, FIX_REPAIR_TABLE, NULL),
             (struct span){end, end}, buffer_slice(&row));
    buffer_free(&row);
}

static void add_cells(struct buffer *row, struct slice line)
{
    size_t start = 0;

    buffer_add_string(row, "| ");
    for (size_t at = 0; at <= line.length; at++) {
        if (at < line.length && line.bytes[at] != '\t' && line.bytes[at] != '|')
            continue;
        buffer_add(row, line.bytes + start, at - start);
        buffer_add_string(row, slice_at(line, at) == '|' ? "\\|" : " | ");
        start = at + 1;
    }
    while (row->bytes[row->length - 1] == ' ')
        row->bytes[--row->length] = '\0';
}

static void fix_tabs(const struct rows *rows, struct finding *finding)
{
    struct fix *fix = finding_fix(finding, FIX_REPAIR_TABLE, NULL);

    for (size_t at = rows->first; at < rows->end; at++) {
        struct slice line = posting_line(rows->check, at);
        struct buffer row = {NULL, 0, 0};

        add_cells(&row, line);
        if (at == rows->first) {
            size_t columns = count_tabs(line) + 1;

            buffer_add_char(&row, '\n');
            posting_indent(rows->check, at, &row);
            add_delimiter(&row, columns);
        }
        fix_edit(fix, rows->check->reports->elements.items[at].span,
                 buffer_slice(&row));
        buffer_free(&row);
    }
}

static void add_rows(const struct rows *rows, enum case_id which)
{
    const struct element *items = rows->check->reports->elements.items;
    struct span span = {items[rows->first].span.start,
                        items[rows->end - 1].span.end};
    struct finding *finding = check_add(rows->check, which, span, NULL);

    if (which == CASE_BROKEN_TABLE_TABS)
        fix_tabs(rows, finding);
    else
        fix_missing(rows, finding);
}

/* NUMBER as a word, which DIGITS holds. */
static struct slice write_number(size_t number, struct buffer *digits)
{
    buffer_add_number(digits, number);
    return buffer_slice(digits);
}

/* Line AT is a row of dashes, and yet there is no table. */
static void add_unequal(const struct check *check, size_t at)
{
    const struct element *items = check->reports->elements.items;
    size_t dashes = rows_columns(posting_line(check, at));
    struct finding_words words = {
        .count = rows_columns(posting_line(check, at - 1))};
    struct buffer digits = {NULL, 0, 0};
    struct buffer row = {NULL, 0, 0};

    words.value = write_number(dashes, &digits);
    add_delimiter(&row, words.count);
    if (dashes != words.count)
        fix_edit(finding_fix(check_add(check, CASE_BROKEN_TABLE_COLUMNS,
                                       items[at].span, &words),
                             FIX_REPAIR_TABLE, NULL),
                 items[at].span, buffer_slice(&row));
    buffer_free(&row);
    buffer_free(&digits);
}

/* The first run of at least two lines for which LOOKS says yes. */
static bool find_run(const struct paragraph *paragraph,
                     bool (*looks)(struct slice line), struct rows *rows)
{
    *rows = (struct rows){paragraph->check, paragraph->first, paragraph->first};
    while (rows->end < paragraph->end) {
        if (looks(posting_line(paragraph->check, rows->end))) {
            rows->end++;
            continue;
        }
        if (rows->end >= rows->first + 2)
            break;
        rows->first = ++rows->end;
    }
    return rows->end >= rows->first + 2;
}

void posting_tables(const struct paragraph *paragraph)
{
    const struct report_section *section = paragraph->section;
    struct rows rows;

    if (paragraph->end - paragraph->first < 2)
        return;
    for (size_t at = paragraph->first; at < paragraph->end; at++) {
        if (!is_delimiter(posting_line(paragraph->check, at)))
            continue;
        if (at > paragraph->first)
            add_unequal(paragraph->check, at);
        return;
    }
    if (find_run(paragraph, is_row, &rows))
        add_rows(&rows, CASE_BROKEN_TABLE);
    else if (section && section->rule &&
             section->rule->id == SECTION_ACTION_ITEMS &&
             find_run(paragraph, is_tabbed, &rows))
        add_rows(&rows, CASE_BROKEN_TABLE_TABS);
}
