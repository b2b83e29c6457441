/* The block structure of some lines of a text: cmark's tree, flattened. */
#include "outline.h"

#include <string.h>

#include "markers.h"
#include "memory.h"
#include "reader_feed.h"
#include "walk.h"

static size_t count_lines(const char *string)
{
    size_t count = 0;

    for (; (string = strchr(string, '\n')); string++)
        count++;
    return count;
}

/*
 * Gives the definitions that a paragraph begins with their node: cmark has cut
 * them off its content. END is the line after the paragraph's text. Returns
 * the first line that is left of it.
 */
static size_t cut_definitions(struct walk *walk, cmark_node *paragraph,
                              size_t end)
{
    size_t left = count_lines(cmark_node_get_string_content(paragraph));

    walk_add_definitions(walk, end - left);
    return end - left;
}

static void add_paragraph(struct walk *walk, cmark_node *paragraph)
{
    size_t end = reader_end_line(paragraph);
    size_t first = cut_definitions(walk, paragraph, end);

    walk_add(walk, NODE_PARAGRAPH, walk_text(walk, first, end - 1));
    walk->claimed = end;
}

static void add_heading(struct walk *walk, cmark_node *heading)
{
    size_t first = reader_start_line(&walk->reader, heading);
    size_t column = reader_start_column(&walk->reader, heading);
    struct extent extent = {first, column, first};
    struct node *node;

    /* Only a setext heading was a paragraph before. */
    if (walk_mark(walk, first) == MARK_TEXT) {
        size_t underline = reader_end_line(heading) - 2;

        first = cut_definitions(walk, heading, underline);
        extent = walk_text(walk, first, underline);
    }
    node = walk_add(walk, NODE_HEADING, extent);
    node->level = (uint8_t)cmark_node_get_heading_level(heading);
    walk->claimed = extent.last + 1;
}

static void add_row(struct walk *walk, size_t line, bool header)
{
    struct node *row = walk_add(walk, NODE_ROW, walk_text(walk, line, line));

    row->level = header;
}

/* The rows on the lines FIRST to END - 1, below the header and the dashes. */
static void add_rows(struct walk *walk, size_t first, size_t end)
{
    walk->depth++;
    for (size_t line = first; line < end; line++)
        add_row(walk, line, false);
    walk->depth--;
    walk->claimed = end;
}

/*
 * A table was a paragraph until its delimiter row came: what the paragraph had
 * above the header stays one.
 */
static void add_table(struct walk *walk, cmark_node *table)
{
    size_t delimiter = reader_start_line(&walk->reader, table);
    size_t end = reader_end_line(table);
    size_t first, header;

    while (walk_mark(walk, delimiter) != MARK_DELIMITER)
        delimiter++;
    header = delimiter - 1;
    first = cut_definitions(walk, table, delimiter);
    if (first < header)
        walk_add(walk, NODE_PARAGRAPH, walk_text(walk, first, header - 1));
    walk_add(walk, NODE_TABLE, walk_text(walk, header, end - 1));
    walk->depth++;
    add_row(walk, header, true);
    walk->depth--;
    add_rows(walk, delimiter + 1, end);
}

/* The line on which what follows NODE in the tree starts. */
static size_t next_start(const struct walk *walk, cmark_node *node)
{
    while (node && !cmark_node_next(node))
        node = cmark_node_parent(node);
    if (!node)
        return walk->reader.line_count;
    return reader_start_line(&walk->reader, cmark_node_next(node));
}

/* Whether LINE has nothing but marks of the quotes the walk is in. */
static bool is_blank(const struct walk *walk, size_t line)
{
    struct slice bytes = walk_line(walk, line);

    return markers_skip(bytes, walk->quotes) == bytes.length;
}

/*
 * The last line of a code block that isn't blank. cmark's end lines
 * don't tell, but all lines up to what follows belong to it.
 */
static size_t last_line(const struct walk *walk, cmark_node *node)
{
    size_t first = reader_start_line(&walk->reader, node);
    size_t limit = next_start(walk, node);
    size_t end = first + 1;

    while (end < limit && walk_mark(walk, end) == MARK_NONE)
        end++;
    while (end > first + 1 && is_blank(walk, end - 1))
        end--;
    return end - 1;
}

/* Adds a node of KIND from the start of NODE to the end of the line LAST. */
static struct node *add_plain(struct walk *walk, enum node_kind kind,
                              cmark_node *node, size_t last)
{
    size_t line = reader_start_line(&walk->reader, node);
    size_t column = reader_start_column(&walk->reader, node);

    walk->claimed = last + 1;
    return walk_add(walk, kind, (struct extent){line, column, last});
}

static void add_code(struct walk *walk, cmark_node *code)
{
    int length, offset;
    char fence = '\0';
    struct node *node = add_plain(walk, NODE_CODE, code,
                                  last_line(walk, code));

    if (cmark_node_get_fenced(code, &length, &offset, &fence))
        node->level = (uint8_t)fence;
}

static void open_list(struct walk *walk, cmark_node *list)
{
    struct node *node = walk_open(walk, NODE_LIST, list);
    struct slice line = walk_line(walk, node->line);
    size_t column = reader_start_column(&walk->reader, list);

    if (cmark_node_get_list_type(list) == CMARK_BULLET_LIST)
        node->level = (uint8_t)line.bytes[column];
    else if (cmark_node_get_list_delim(list) == CMARK_PAREN_DELIM)
        node->level = ')';
    else
        node->level = '.';
}

static void enter_node(struct walk *walk, cmark_node *node)
{
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_BLOCK_QUOTE:
        walk_open(walk, NODE_QUOTE, node);
        walk->quotes++;
        break;
    case CMARK_NODE_LIST:
        open_list(walk, node);
        break;
    case CMARK_NODE_ITEM:
        walk_open(walk, NODE_ITEM, node);
        break;
    case CMARK_NODE_CODE_BLOCK:
        add_code(walk, node);
        break;
    case CMARK_NODE_THEMATIC_BREAK:
        add_plain(walk, NODE_BREAK, node,
                  reader_start_line(&walk->reader, node));
        break;
    case CMARK_NODE_HEADING:
        add_heading(walk, node);
        break;
    case CMARK_NODE_PARAGRAPH:
        add_paragraph(walk, node);
        break;
    default:
        add_table(walk, node);
    }
}

static void enter(struct walk *walk, cmark_node *node)
{
    size_t line = reader_start_line(&walk->reader, node);

    /* The document, and what was fed before and after the lines. */
    if (!cmark_node_parent(node) || line == walk->reader.line_count) {
        if (reader_is_table(node))
            add_rows(walk, 0, reader_end_line(node));
        return;
    }
    walk_add_definitions(walk, line);
    enter_node(walk, node);
}

static void leave(struct walk *walk, cmark_node *node)
{
    cmark_node_type type = cmark_node_get_type(node);

    if (type == CMARK_NODE_DOCUMENT)
        walk_add_definitions(walk, walk->reader.line_count);
    else if (type == CMARK_NODE_BLOCK_QUOTE || type == CMARK_NODE_LIST ||
             type == CMARK_NODE_ITEM)
        walk_close(walk, node);
    if (type == CMARK_NODE_BLOCK_QUOTE)
        walk->quotes--;
}

struct outline outline_new(const struct text *text, size_t first, size_t end,
                           bool in_table)
{
    struct walk walk = {.text = text, .first = first};
    cmark_event_type event;
    cmark_iter *iter;

    walk.start = text_line(text, first).start;
    reader_feed(&walk.reader, text, first, end, in_table);
    iter = cmark_iter_new(walk.reader.root);
    while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
        if (event == CMARK_EVENT_ENTER)
            enter(&walk, cmark_iter_get_node(iter));
        else
            leave(&walk, cmark_iter_get_node(iter));
    }
    cmark_iter_free(iter);
    reader_free(&walk.reader);
    memory_free(walk.open);
    return walk.outline;
}

void outline_free(struct outline *outline)
{
    memory_free(outline->nodes);
    *outline = (struct outline){NULL, 0, 0};
}
