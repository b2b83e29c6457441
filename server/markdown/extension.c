/* What the reader adds to cmark: it marks lines and opens tables. */
#include "extension.h"

#include "reader.h"
#include "rows.h"

/* A line that cmark is at, and what the reader makes of it. */
struct place {
    struct reader *reader;
    cmark_parser *parser;
    struct slice bytes;         /* all of the line */
    size_t line;                /* from the first one read */
};

/* What is left of the line past the blanks. */
static struct slice row_of(const struct place *place)
{
    int start = cmark_parser_get_first_nonspace(place->parser);

    return (struct slice){place->bytes.bytes + start,
                          place->bytes.length - (size_t)start};
}

/* What is left of the line, with the blanks. */
static struct slice rest_of(const struct place *place)
{
    int start = cmark_parser_get_offset(place->parser);

    return (struct slice){place->bytes.bytes + start,
                          place->bytes.length - (size_t)start};
}

static struct mark *mark_of(const struct place *place)
{
    return &place->reader->marks[place->line];
}

/*
 * How many columns the line above has as the header of a table that PARAGRAPH
 * would become. The one line of a paragraph that open_block() isn't called for
 * is a setext underline below definitions that left no text: it has one.
 */
static size_t header_columns(const struct place *place, cmark_node *paragraph)
{
    const struct text_line *above = &place->reader->above;
    bool first;

    if (above->line + 1 != place->line)
        return 1;
    first = reader_start_line(place->reader, paragraph) == above->line;
    return above->in_paragraph || first ? above->columns
                                        : above->lazy_columns;
}

/* Whether this is the delimiter row for a header on the line above. */
static bool opens_table(const struct place *place, cmark_node *paragraph)
{
    struct slice row = row_of(place);
    size_t columns;

    if (!rows_delimits(row))
        return false;
    columns = header_columns(place, paragraph);
    return columns && rows_columns(row) == columns;
}

/* Leaves nothing of a row for cmark, which would make it a paragraph. */
static cmark_node *take_row(const struct place *place, cmark_node *table)
{
    size_t left = rest_of(place).length - 1;

    cmark_parser_advance_offset(place->parser, place->bytes.bytes, (int)left,
                                0);
    return table;
}

/* The table that is open before the text. */
static cmark_node *open_table(const struct place *place, cmark_node *document)
{
    cmark_node *table = cmark_parser_add_child(
        place->parser, document, CMARK_NODE_CUSTOM_BLOCK, 1);

    cmark_node_set_syntax_extension(table, place->reader->extension);
    return take_row(place, table);
}

static void remember_text(const struct place *place, bool in_paragraph)
{
    place->reader->above = (struct text_line){
        .line = place->line,
        .in_paragraph = in_paragraph,
        .columns = rows_columns(row_of(place)),
        .lazy_columns = in_paragraph ? 0 : rows_columns(rest_of(place)),
    };
}

static cmark_node *open_at(const struct place *place, bool indented,
                           cmark_node *container)
{
    bool in_paragraph =
        cmark_node_get_type(container) == CMARK_NODE_PARAGRAPH;

    if (reader_is_table(container))
        return take_row(place, container);
    if (in_paragraph && !indented && opens_table(place, container)) {
        mark_of(place)->kind = MARK_DELIMITER;
        cmark_node_set_type(container, CMARK_NODE_CUSTOM_BLOCK);
        cmark_node_set_syntax_extension(
            container, place->reader->extension);
        return take_row(place, container);
    }
    remember_text(place, in_paragraph);
    return NULL;
}

/*
 * cmark calls this for what is left of a line when it opens none of the
 * standard blocks in CONTAINER, so for all text of paragraphs and all rows of
 * tables. On NULL cmark goes on: it adds the text to the open paragraph or
 * makes it one.
 */
static cmark_node *open_block(cmark_syntax_extension *extension, int indented,
                              cmark_parser *parser, cmark_node *container,
                              unsigned char *input, int length)
{
    struct reader *reader = cmark_syntax_extension_get_private(extension);
    struct place place = {reader, parser,
                          {(const char *)input, (size_t)length},
                          reader_current_line(reader)};
    size_t start = (size_t)cmark_parser_get_first_nonspace(parser);

    if (!reader->root)
        reader->root = container;
    if (reader_is_before(reader) && reader->in_table &&
        !cmark_parser_is_blank(parser))
        return open_table(&place, container);
    if (place.line >= reader->line_count || cmark_parser_is_blank(parser))
        return NULL;
    if (place.line == 0)
        start += reader->bom;
    *mark_of(&place) = (struct mark){(uint32_t)start, MARK_TEXT};
    return open_at(&place, indented, container);
}

/* Whether an open table may go on with this line. */
static int match_block(cmark_syntax_extension *extension, cmark_parser *parser,
                       unsigned char *input, int length, cmark_node *table)
{
    struct place place = {.parser = parser,
                          .bytes = {(const char *)input, (size_t)length}};

    (void)extension;
    (void)table;
    return rows_columns(row_of(&place)) > 0;
}

static int can_contain(cmark_syntax_extension *extension, cmark_node *table,
                       cmark_node_type child)
{
    (void)extension;
    (void)table;
    (void)child;
    return 0;
}

cmark_syntax_extension *extension_new(struct reader *reader)
{
    cmark_syntax_extension *extension = cmark_syntax_extension_new("reader");

    cmark_syntax_extension_set_open_block_func(extension, open_block);
    cmark_syntax_extension_set_match_block_func(extension, match_block);
    cmark_syntax_extension_set_can_contain_func(extension, can_contain);
    cmark_syntax_extension_set_private(extension, reader, NULL);
    return extension;
}

void extension_free(cmark_syntax_extension *extension)
{
    cmark_syntax_extension_free(cmark_get_default_mem_allocator(), extension);
}
