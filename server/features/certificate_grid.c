/* Reads cells of certificates from whatever was pasted. */
#include "certificate_grid.h"

#include "crtsh.h"
#include "csv.h"
#include "hexadecimal.h"
#include "table.h"

void grid_free(struct grid *grid)
{
    memory_free(grid->items);
    memory_free(grid->rows.items);
    buffer_free(&grid->words);
    *grid = (struct grid){0};
}

static void add_row(struct grid *grid)
{
    *memory_add(&grid->rows) = grid->count;
}

/* Adds WORDS, without Markdown's marks, to the last row; commas join what stood
 * on several lines. */
static void add_cell(struct grid *grid, struct slice words)
{
    struct span *cell = memory_add(grid);

    words = slice_trim(words, " \t*`");
    cell->start = grid->words.length;
    for (size_t at = 0; at < words.length; at++) {
        if (byte_is_line_end(words.bytes[at])) {
            buffer_add_string(&grid->words, ", ");
            at = slice_skip(words, at, " \t\r\n") - 1;
            continue;
        }
        buffer_add_char(&grid->words, words.bytes[at]);
        at += words.bytes[at] == '"' && slice_at(words, at + 1) == '"';
    }
    cell->end = grid->words.length;
}

void grid_add_table_row(struct grid *grid, struct slice row)
{
    size_t room = row.length + 1;
    struct span *cells = memory_new(room * sizeof *cells);
    size_t count = table_cells(row, cells, room);

    add_row(grid);
    for (size_t cell = 0; cell < count; cell++)
        add_cell(grid, slice_part(row, cells[cell].start, cells[cell].end));
    memory_free(cells);
}

void grid_add_cells(struct grid *grid, const struct slice *cells, size_t count)
{
    add_row(grid);
    for (size_t cell = 0; cell < count; cell++)
        add_cell(grid, cells[cell]);
}

/* Where the next run of two blanks or more begins, or LINE ends. */
static size_t wide_gap(struct slice line, size_t at)
{
    while (at < line.length && !(line.bytes[at] == ' ' &&
                                 slice_at(line, at + 1) == ' '))
        at++;
    return at;
}

/* Adds the cells of a line in which only wide blanks part them. */
static void add_spaced_row(struct grid *grid, struct slice line)
{
    size_t at = 0;

    while (at < line.length) {
        size_t end = wide_gap(line, at);

        add_cell(grid, slice_part(line, at, end));
        at = slice_skip_blanks(line, end);
    }
}

/* Where the hash, or the link to a certificate, that RECORD begins with ends,
 * if words follow it; else 0. */
static size_t entry_end(struct slice record)
{
    size_t end = slice_find(record, 0, " ");
    struct slice entry = slice_trim(slice_part(record, 0, end), "<>*`,:");
    struct crtsh link;

    if (end == record.length || slice_at(record, end + 1) == ' ')
        return 0;
    return hash_form(entry) != HASH_NONE || crtsh_entry(entry, &link) ? end
                                                                      : 0;
}

static void add_entry(struct grid *grid, struct slice record, size_t end)
{
    struct slice words = slice_from(record, slice_skip(record, end, " \t-:"));

    add_cell(grid, slice_trim(slice_part(record, 0, end), "<>,:"));
    add_cell(grid, words);
}

/* `[words](https://crt.sh/?id=1)`, whatever follows, as the link, the words and
 * the rest; false if RECORD is something else. A hash for words stays where it
 * is: it tells more than the link. */
static bool add_worded_link(struct grid *grid, struct slice record)
{
    size_t middle = slice_find(record, 0, "](");
    size_t end = slice_find(record, middle, ")");
    struct slice words, target, rest;
    struct crtsh link;

    if (!slice_begins(record, "[") || end >= record.length)
        return false;
    words = slice_part(record, 1, middle);
    target = slice_part(record, middle + 2, end);
    if (hash_form(words) != HASH_NONE || !crtsh_entry(target, &link))
        return false;
    rest = slice_from(record, slice_skip(record, end + 1, " \t-,:"));
    add_cell(grid, target);
    if (!slice_same(words, target))
        add_cell(grid, words);
    if (rest.length)
        add_cell(grid, rest);
    return true;
}

/* The first record of RECORD; to be freed with csv_free(). */
static struct csv read_first(struct slice record, char separator)
{
    struct csv csv;

    csv_begin(&csv, separator);
    if (!csv_read(&csv, &record))
        csv_finish(&csv);
    return csv;
}

bool grid_is_cut(struct slice record)
{
    struct csv csv = read_first(record, csv_separator(record));
    bool cut = csv.unclosed;

    csv_free(&csv);
    return cut;
}

void grid_add_record(struct grid *grid, struct slice record)
{
    char separator = csv_separator(record);
    size_t end = entry_end(record);
    struct csv csv;

    add_row(grid);
    if (add_worded_link(grid, record))
        return;
    if (end) {
        add_entry(grid, record, end);
        return;
    }
    if (slice_find(record, 0, (char[]){separator, '\0'}) == record.length) {
        add_spaced_row(grid, record);
        return;
    }
    csv = read_first(record, separator);
    for (size_t field = 0; field < csv.field_count; field++)
        add_cell(grid, csv_value(&csv, field));
    csv_free(&csv);
}

static size_t row_length(const struct grid *grid, size_t row)
{
    size_t end = row + 1 < grid->rows.count ? grid->rows.items[row + 1]
                                            : grid->count;

    return end - grid->rows.items[row];
}

size_t grid_widest(const struct grid *grid)
{
    size_t most = 0;

    for (size_t row = 0; row < grid->rows.count; row++) {
        if (row_length(grid, row) > most)
            most = row_length(grid, row);
    }
    return most;
}

bool grid_cell(const struct grid *grid, bool aside, size_t number,
               size_t field, struct span *cell)
{
    size_t row = aside ? field : number;
    size_t column = aside ? number : field;

    *cell = (struct span){0, 0};
    if (row >= grid->rows.count || column >= row_length(grid, row))
        return false;
    *cell = grid->items[grid->rows.items[row] + column];
    return true;
}

struct slice grid_value(const struct grid *grid, bool aside, size_t number,
                        size_t field)
{
    struct span cell;

    grid_cell(grid, aside, number, field, &cell);
    return slice_part(buffer_slice(&grid->words), cell.start, cell.end);
}
