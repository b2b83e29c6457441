/* Aligns the columns of tables by what a terminal shows of their cells. */
#include <stdbool.h>
#include <string.h>

#include "formatting_parts.h"
#include "glyph.h"
#include "memory.h"
#include "table.h"

#define DASHES_LEAST 3

/* Wider columns are left as they are: nobody sees both ends of them. */
#define WIDTH_MOST 400

/* A table's rows, but for the row of dashes, and the widths of its columns. */
struct grid {
    const struct text *text;
    const struct block *block;
    const struct node *rows;        /* the header first, one after the other */
    size_t row_count;
    size_t widths[TABLE_COLUMNS];
    size_t column_count;            /* of the header */
};

/* The line of ROW from its first mark on, without its line end. */
static struct span row_span(const struct grid *grid, const struct node *row)
{
    size_t start = grid->block->start + row->start;
    size_t line = text_line_at(grid->text, start);

    return (struct span){start, text_line_content(grid->text, line).end};
}

static void measure(struct grid *grid, const struct node *row)
{
    struct slice bytes = text_slice(grid->text, row_span(grid, row));
    struct span cells[TABLE_COLUMNS];
    size_t count = table_cells(bytes, cells, TABLE_COLUMNS);

    for (size_t index = 0; index < count; index++) {
        size_t width = glyph_cells(
            slice_part(bytes, cells[index].start, cells[index].end));

        if (width > grid->widths[index])
            grid->widths[index] = width;
    }
    if (row == grid->rows)
        grid->column_count = count;
}

static void replace(struct formatting *formatting, const struct grid *grid,
                    struct span span, const struct buffer *line)
{
    if (!slice_same(text_slice(grid->text, span), buffer_slice(line)))
        formatting_add(formatting, span, buffer_slice(line));
}

static void align_row(struct formatting *formatting, const struct grid *grid,
                      const struct node *row)
{
    struct span span = row_span(grid, row);
    struct slice bytes = text_slice(grid->text, span);
    struct span cells[TABLE_COLUMNS];
    size_t count = table_cells(bytes, cells, TABLE_COLUMNS);
    struct buffer line = {NULL, 0, 0};

    if (!count || count >= TABLE_COLUMNS)
        return;
    buffer_add_char(&line, '|');
    for (size_t index = 0; index < count; index++) {
        struct slice cell =
            slice_part(bytes, cells[index].start, cells[index].end);

        buffer_add_char(&line, ' ');
        buffer_add_slice(&line, cell);
        buffer_add_times(&line, ' ', grid->widths[index] - glyph_cells(cell));
        buffer_add_string(&line, " |");
    }
    replace(formatting, grid, span, &line);
    buffer_free(&line);
}

/* The row of dashes, on the line below the header. */
static struct span dashes_span(const struct grid *grid)
{
    size_t header = text_line_at(grid->text,
                                 grid->block->start + grid->rows->start);

    return text_line_content(grid->text, header + 1);
}

/* Whether a vertical tab or a form feed is a blank, or shown, depends on where
 * in a row it stands. */
static bool has_odd_blanks(const struct grid *grid)
{
    size_t start = row_span(grid, grid->rows).start;
    size_t end = row_span(grid, &grid->rows[grid->row_count - 1]).end;
    size_t dashes = dashes_span(grid).end;
    struct slice bytes = text_slice(
        grid->text, (struct span){start, end > dashes ? end : dashes});

    return memchr(bytes.bytes, '\v', bytes.length) ||
           memchr(bytes.bytes, '\f', bytes.length);
}

/* The colons of the row of dashes stay. */
static void align_dashes(struct formatting *formatting, const struct grid *grid)
{
    struct span span = dashes_span(grid);
    struct slice bytes = text_slice(grid->text, span);
    struct span cells[TABLE_COLUMNS];
    struct buffer line = {NULL, 0, 0};
    size_t count = table_cells(bytes, cells, TABLE_COLUMNS);

    if (count != grid->column_count || count >= TABLE_COLUMNS)
        return;
    buffer_add(&line, bytes.bytes, slice_skip_blanks(bytes, 0));
    buffer_add_char(&line, '|');
    for (size_t index = 0; index < count; index++) {
        bool left = bytes.bytes[cells[index].start] == ':';
        bool right = bytes.bytes[cells[index].end - 1] == ':';

        buffer_add_string(&line, left ? " :" : " ");
        buffer_add_times(&line, '-', grid->widths[index] - left - right);
        buffer_add_string(&line, right ? ": |" : " |");
    }
    replace(formatting, grid, span, &line);
    buffer_free(&line);
}

static void align(struct formatting *formatting, struct grid *grid)
{
    for (size_t index = 0; index < TABLE_COLUMNS; index++)
        grid->widths[index] = DASHES_LEAST;
    for (size_t index = 0; index < grid->row_count; index++)
        measure(grid, &grid->rows[index]);
    for (size_t index = 0; index < TABLE_COLUMNS; index++) {
        if (grid->widths[index] > WIDTH_MOST)
            return;
    }
    for (size_t index = 0; index < grid->row_count; index++)
        align_row(formatting, grid, &grid->rows[index]);
    align_dashes(formatting, grid);
}

/* What lies after a quote of the same block may lie in it: there each line
 * has its marks. */
void format_tables(struct formatting *formatting, const struct text *text,
                   const struct block *block)
{
    for (size_t index = 0; index < block->node_count; index++) {
        struct grid grid = {.text = text, .block = block};

        if (block->nodes[index].kind == NODE_QUOTE)
            return;
        if (block->nodes[index].kind != NODE_TABLE)
            continue;
        grid.rows = &block->nodes[index + 1];
        while (index + 1 < block->node_count &&
               block->nodes[index + 1].kind == NODE_ROW) {
            grid.row_count++;
            index++;
        }
        if (grid.row_count && !has_odd_blanks(&grid))
            align(formatting, &grid);
    }
}
