/* Which lines can be rows of a table. */
#include "rows.h"

/* cmark-gfm counts the cells of a row in 16 bits and gives up beyond. */
#define COLUMNS_MAX 65535

static bool is_space(char byte)
{
    return byte_is_in(byte, " \t\v\f");
}

/* A slice that is read from its start to its end; 0 is all it has then. */
static char next(const struct slice *line)
{
    return slice_at(*line, 0);
}

static void take(struct slice *line)
{
    *line = slice_from(*line, 1);
}

static bool take_one(struct slice *line, char byte)
{
    if (next(line) != byte)
        return false;
    take(line);
    return true;
}

static void take_spaces(struct slice *line)
{
    while (is_space(next(line)))
        take(line);
}

/* Takes a cell's bytes. A pipe after a backslash is part of the cell, even if
 * that backslash is escaped itself. */
static bool take_cell(struct slice *line)
{
    size_t length = line->length;
    char before = '\0';

    while (line->length && !byte_is_line_end(next(line))) {
        if (next(line) == '|' && before != '\\')
            break;
        before = next(line);
        take(line);
    }
    return line->length < length;
}

static bool take_pipe(struct slice *line)
{
    if (!take_one(line, '|'))
        return false;
    take_spaces(line);
    return true;
}

size_t rows_columns(struct slice line)
{
    size_t columns = 0;
    bool cell, pipe;

    take_pipe(&line);
    do {
        cell = take_cell(&line);
        pipe = take_pipe(&line);
        if (cell || pipe)
            columns++;
    } while (pipe);
    return columns > COLUMNS_MAX ? 0 : columns;
}

static bool take_marker(struct slice *line)
{
    take_spaces(line);
    take_one(line, ':');
    if (!take_one(line, '-'))
        return false;
    while (take_one(line, '-'))
        continue;
    take_one(line, ':');
    take_spaces(line);
    return true;
}

/* Only the first marker must be there: "|-|" ends with a pipe too. */
bool rows_delimits(struct slice line)
{
    take_one(&line, '|');
    if (!take_marker(&line))
        return false;
    while (take_one(&line, '|')) {
        struct slice marker = line;

        if (!take_marker(&marker))
            break;
        line = marker;
    }
    take_spaces(&line);
    return !line.length || byte_is_line_end(next(&line));
}
