/* Tells what stands at a place of a list of certificates. */
#include "spot_list.h"

#include "csv.h"

/* Longer lines are no part of such a list. */
#define LINE_MOST CSV_RECORD_MOST

/* One line of a list, read: the cells count from its start. */
struct row {
    struct span line;
    struct csv csv;
    size_t count; /* of the cells that are told apart */
};

static void read_row(const struct reports *reports, struct span line,
                     char separator,
                     struct row *row)
{
    struct slice bytes = text_slice(reports->text, line);

    row->line = line;
    csv_begin(&row->csv, separator);
    if (!csv_read(&row->csv, &bytes))
        csv_finish(&row->csv);
    row->count = row->csv.field_count;
    if (row->count > CSV_FIELDS)
        row->count = CSV_FIELDS;
}

/* The first line of BLOCK that isn't its fence; empty if there is none. */
static struct span header_line(const struct reports *reports, struct span block)
{
    const struct text *text = reports->text;
    struct slice bytes = text_slice(text, block);
    size_t line = text_line_at(text, block.start);
    struct span header;

    if (bytes.length && (bytes.bytes[0] == '`' || bytes.bytes[0] == '~'))
        line++;
    header = text_line_content(text, line);
    if (header.start < block.start)
        header.start = block.start;
    if (header.end > block.end || header.end - header.start > LINE_MOST)
        header.end = header.start;
    return header;
}

/* The number of the cell that OFFSET, of the line, is in or after. */
static size_t cell_at(const struct row *row, size_t offset)
{
    size_t cell = 0;

    while (cell + 1 < row->count && offset >= row->csv.fields[cell + 1].start)
        cell++;
    return cell;
}

/* The column of HEADER's cell number CELL; NULL if it is one of their own. */
static const struct rule_column *column_of(const struct row *header,
                                           const struct rule_section *section,
                                           size_t cell)
{
    char folded[LABEL_ROOM];

    if (cell >= header->count)
        return NULL;
    fold(csv_value(&header->csv, cell), folded, sizeof folded);
    return rule_column_find(section, folded);
}

/* Fills in SPOT for OFFSET in ROW, below or in HEADER. */
static bool fill_in(const struct row *row, const struct row *header,
                    size_t offset, struct spot *spot)
{
    struct span cell;

    if (!row->count)
        return false;
    spot->cell = cell_at(row, offset - row->line.start);
    spot->column = column_of(header, spot->section->rule, spot->cell);
    cell = row->csv.fields[spot->cell];
    spot->span = span_move(cell, row->line.start);
    spot->kind = row->line.start == header->line.start ? SPOT_LIST_HEADER
                                                       : SPOT_LIST_CELL;
    return true;
}

bool spot_in_list(const struct reports *reports, struct span block,
                  size_t offset,
                  struct spot *spot)
{
    const struct text *text = reports->text;
    struct span first = header_line(reports, block);
    struct span line = text_line_content(text, text_line_at(text, offset));
    struct row header, row;
    char separator;
    bool found;

    if (line.start < first.start)
        line.start = first.start;
    if (first.start == first.end || offset < first.start ||
        line.end > block.end || span_length(line) > LINE_MOST)
        return false;
    separator = csv_separator(text_slice(text, first));
    read_row(reports, first, separator, &header);
    read_row(reports, line, separator, &row);
    found = fill_in(&row, &header, offset, spot);
    csv_free(&header.csv);
    csv_free(&row.csv);
    return found;
}
