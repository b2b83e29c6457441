/* cmark's block parser, run over some lines of a text. */
#include "reader.h"

#include <string.h>

#include "markers.h"
#include "memory.h"
#include "rows.h"

/*
 * Two lines are fed before the text: a paragraph, so that the extension is
 * called and sees the document, and a blank line that closes it. What is fed
 * after the text ends any last line, closes an open paragraph and then, with a
 * line that belongs to no container, all containers. (CR alone, for cmark
 * drops a LF that follows a CR.)
 */
#define LINES_BEFORE 2
static const char before_text[] = "x\n\n";
static const char after_text[] = "\r\rx\r";

static const char byte_order_mark[] = "\xEF\xBB\xBF";

/* The line being parsed; of the lines fed before, a huge number. */
static size_t current_line(cmark_parser *parser)
{
    return (size_t)cmark_parser_get_line_number(parser) - 1 - LINES_BEFORE;
}

bool reader_is_table(cmark_node *node)
{
    return cmark_node_get_type(node) == CMARK_NODE_CUSTOM_BLOCK;
}

/* The LENGTH bytes of a line at INPUT from START on. */
static struct slice rest_of_line(const unsigned char *input, int length,
                                 int start)
{
    return (struct slice){(const char *)input + start,
                          (size_t)(length - start)};
}

/* What is left of a line past the blanks. */
static struct slice row_of(cmark_parser *parser, const unsigned char *input,
                           int length)
{
    return rest_of_line(input, length,
                        cmark_parser_get_first_nonspace(parser));
}

/*
 * How many columns the line before LINE, text of PARAGRAPH, has as a header.
 * The one line of text the extension isn't shown is a setext underline below
 * definitions that are no text: it has one column.
 */
static size_t header_columns(const struct reader *reader,
                             cmark_node *paragraph, size_t line)
{
    const struct text_line *above = &reader->above;
    bool first;

    if (above->line + 1 != line)
        return 1;
    first = reader_start_line(reader, paragraph) == above->line;
    return above->in_paragraph || first ? above->columns
                                        : above->lazy_columns;
}

/* Whether ROW, on LINE, is a delimiter row and the line above it the header. */
static bool opens_table(const struct reader *reader, cmark_node *paragraph,
                        size_t line, struct slice row)
{
    size_t columns;

    if (!rows_delimits(row))
        return false;
    columns = header_columns(reader, paragraph, line);
    return columns && rows_columns(row) == columns;
}

/* Leaves nothing of the line for cmark, which would make it a paragraph. */
static cmark_node *take_row(cmark_parser *parser, cmark_node *table,
                            const unsigned char *input, int length)
{
    int left = length - 1 - cmark_parser_get_offset(parser);

    cmark_parser_advance_offset(parser, (const char *)input, left, 0);
    return table;
}

/*
 * cmark calls this where a line, or what is left of it, opens none of the
 * standard blocks in CONTAINER. Returning NULL lets cmark go on: it adds the
 * line to an open paragraph or makes it one.
 */
static cmark_node *open_block(cmark_syntax_extension *extension, int indented,
                              cmark_parser *parser, cmark_node *container,
                              unsigned char *input, int length)
{
    struct reader *reader = cmark_syntax_extension_get_private(extension);
    size_t line = current_line(parser);
    struct slice row = row_of(parser, input, length);
    bool in_paragraph =
        cmark_node_get_type(container) == CMARK_NODE_PARAGRAPH;
    struct mark *mark;

    if (!reader->root)
        reader->root = container;
    if (line >= reader->line_count || cmark_parser_is_blank(parser))
        return NULL;
    mark = &reader->marks[line];
    mark->start = (uint32_t)cmark_parser_get_first_nonspace(parser);
    if (line == 0)
        mark->start += (uint32_t)reader->bom;
    mark->kind = MARK_TEXT;
    if (reader_is_table(container))
        return take_row(parser, container, input, length);
    if (in_paragraph && !indented &&
        opens_table(reader, container, line, row)) {
        mark->kind = MARK_DELIMITER;
        cmark_node_set_type(container, CMARK_NODE_CUSTOM_BLOCK);
        cmark_node_set_syntax_extension(container, extension);
        return take_row(parser, container, input, length);
    }
    row = rest_of_line(input, length, cmark_parser_get_offset(parser));
    reader->above = (struct text_line){
        line, in_paragraph, rows_columns(row_of(parser, input, length)),
        rows_columns(row)};
    return NULL;
}

/* Whether the open TABLE may go on with this line. */
static int match_block(cmark_syntax_extension *extension, cmark_parser *parser,
                       unsigned char *input, int length, cmark_node *table)
{
    (void)extension;
    (void)table;
    return rows_columns(row_of(parser, input, length)) > 0;
}

static int can_contain(cmark_syntax_extension *extension, cmark_node *table,
                       cmark_node_type child)
{
    (void)extension;
    (void)table;
    (void)child;
    return 0;
}

static void make_parser(struct reader *reader)
{
    cmark_syntax_extension *extension = cmark_syntax_extension_new("reader");

    cmark_syntax_extension_set_open_block_func(extension, open_block);
    cmark_syntax_extension_set_match_block_func(extension, match_block);
    cmark_syntax_extension_set_can_contain_func(extension, can_contain);
    cmark_syntax_extension_set_private(extension, reader, NULL);
    reader->extension = extension;

    reader->memory = (struct cmark_mem){memory_new_zeroed, memory_resize,
                                        memory_free};
    reader->parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT,
                                               &reader->memory);
    cmark_parser_attach_syntax_extension(reader->parser, extension);
}

static void feed(struct reader *reader, struct slice bytes)
{
    if (bytes.length)
        cmark_parser_feed(reader->parser, bytes.bytes, bytes.length);
}

static void feed_string(struct reader *reader, const char *string)
{
    feed(reader, (struct slice){string, strlen(string)});
}

/*
 * Feeds BYTES, the lines from FIRST on, but for the bullets of lists that are
 * nested deeper than cmark can handle at speed: these it gets to see as text.
 */
static void feed_lines(struct reader *reader, struct text *text, size_t first,
                       struct slice bytes)
{
    size_t start = text_line(text, first).start;
    size_t fed = reader->bom;

    for (size_t i = 0; i < reader->line_count; i++) {
        struct span span = text_line_content(text, first + i);
        struct slice line = {bytes.bytes + (span.start - start),
                             span.end - span.start};
        size_t marker = markers_too_deep(line);

        if (marker == line.length)
            continue;
        marker += span.start - start;
        feed(reader, (struct slice){bytes.bytes + fed, marker - fed});
        feed_string(reader, "x");
        fed = marker + 1;
    }
    feed(reader, (struct slice){bytes.bytes + fed, bytes.length - fed});
}

void reader_begin(struct reader *reader, struct text *text, size_t first,
                  size_t end)
{
    struct span span = {text_line(text, first).start,
                        text_line(text, end - 1).end};
    struct slice bytes = text_slice(text, span);

    *reader = (struct reader){.line_count = end - first};
    reader->marks = memory_new_zeroed(reader->line_count,
                                      sizeof *reader->marks);
    reader->above.line = SIZE_MAX - 1;
    if (first == 0 && bytes.length >= 3 &&
        memcmp(bytes.bytes, byte_order_mark, 3) == 0)
        reader->bom = 3;
    make_parser(reader);
    feed_string(reader, before_text);
    feed_lines(reader, text, first, bytes);
    feed_string(reader, after_text);
}

void reader_end(struct reader *reader)
{
    cmark_parser_free(reader->parser);
    cmark_syntax_extension_free(cmark_get_default_mem_allocator(),
                                reader->extension);
    memory_free(reader->marks);
}

size_t reader_start_line(const struct reader *reader, cmark_node *node)
{
    size_t line = (size_t)cmark_node_get_start_line(node) - 1 - LINES_BEFORE;

    return line < reader->line_count ? line : reader->line_count;
}

size_t reader_end_line(cmark_node *node)
{
    return (size_t)cmark_node_get_end_line(node) - LINES_BEFORE;
}

size_t reader_start_column(const struct reader *reader, cmark_node *node)
{
    size_t column = (size_t)cmark_node_get_start_column(node) - 1;

    return reader_start_line(reader, node) ? column : column + reader->bom;
}
