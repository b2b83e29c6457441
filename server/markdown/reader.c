/* Where cmark is in the lines it reads, and where its nodes stand. */
#include "reader.h"

bool reader_is_table(cmark_node *node)
{
    return cmark_node_get_type(node) == CMARK_NODE_CUSTOM_BLOCK;
}

bool reader_is_before(const struct reader *reader)
{
    return cmark_parser_get_line_number(reader->parser) <= READER_LINES_BEFORE;
}

size_t reader_current_line(const struct reader *reader)
{
    int line = cmark_parser_get_line_number(reader->parser);

    return (size_t)line - 1 - READER_LINES_BEFORE;
}

size_t reader_start_line(const struct reader *reader, cmark_node *node)
{
    size_t line =
        (size_t)cmark_node_get_start_line(node) - 1 - READER_LINES_BEFORE;

    return line < reader->line_count ? line : reader->line_count;
}

size_t reader_end_line(cmark_node *node)
{
    return (size_t)cmark_node_get_end_line(node) - READER_LINES_BEFORE;
}

size_t reader_start_column(const struct reader *reader, cmark_node *node)
{
    size_t column = (size_t)cmark_node_get_start_column(node) - 1;

    return reader_start_line(reader, node) ? column : column + reader->bom;
}
