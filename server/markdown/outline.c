/* The block structure of some lines of a text: cmark's tree, flattened. */
#include "outline.h"

#include <stdbool.h>
#include <string.h>

#include "markers.h"
#include "memory.h"
#include "reader.h"

/*
 * The walk through cmark's tree. Lines count from the first one read, offsets
 * from its start.
 *
 * cmark keeps no node for a paragraph that is nothing but link reference
 * definitions. The marked lines that no node claims are these; they get their
 * node when the walk comes to what follows them, or to the end of the
 * container they are in.
 */
struct walk {
    struct reader reader;
    struct text *text;
    size_t first;               /* the first line read, in the text */
    size_t start;               /* its offset */
    size_t claimed;             /* lines before this one have their nodes */
    size_t depth;               /* open containers */
    size_t *open;               /* their nodes, DEPTH of them */
    size_t open_room;
    size_t quotes;              /* those of them that are quotes */
    uint32_t end;               /* of all nodes so far */
    struct outline outline;
};

static struct span line_span(const struct walk *walk, size_t line)
{
    struct span span = text_line_content(walk->text, walk->first + line);

    return (struct span){span.start - walk->start, span.end - walk->start};
}

static struct slice line_bytes(const struct walk *walk, size_t line)
{
    struct span span = text_line_content(walk->text, walk->first + line);

    return text_slice(walk->text, span);
}

/* Where a node lies: from COLUMN of LINE to the end of LAST. */
struct extent {
    size_t line, column, last;
};

static struct node *add_node(struct walk *walk, enum node_kind kind,
                             struct extent extent)
{
    struct outline *outline = &walk->outline;
    size_t start = line_span(walk, extent.line).start + extent.column;
    size_t depth = walk->depth < UINT16_MAX ? walk->depth : UINT16_MAX;
    struct node *node;

    outline->nodes = memory_grow(outline->nodes, &outline->room,
                                 outline->count + 1, sizeof *node);
    node = &outline->nodes[outline->count++];
    *node = (struct node){
        .start = (uint32_t)start,
        .end = (uint32_t)line_span(walk, extent.last).end,
        .line = (uint32_t)extent.line,
        .depth = (uint16_t)depth,
        .kind = (uint8_t)kind,
    };
    if (walk->end < node->end)
        walk->end = node->end;
    return node;
}

static enum mark_kind mark_of(const struct walk *walk, size_t line)
{
    return (enum mark_kind)walk->reader.marks[line].kind;
}

/* Adds the definitions among the lines before END that have no node yet. */
static void add_definitions(struct walk *walk, size_t end)
{
    size_t line = walk->claimed;

    if (end > walk->reader.line_count)
        end = walk->reader.line_count;
    while (line < end) {
        struct extent extent = {line, walk->reader.marks[line].start, line};

        if (mark_of(walk, line++) != MARK_TEXT)
            continue;
        while (line < end && mark_of(walk, line) == MARK_TEXT)
            extent.last = line++;
        add_node(walk, NODE_DEFINITION, extent);
    }
    if (walk->claimed < end)
        walk->claimed = end;
}

/* Where the text of a paragraph begins on LINE. */
static size_t text_column(const struct walk *walk, size_t line)
{
    struct slice bytes = line_bytes(walk, line);
    size_t column = 0;

    if (mark_of(walk, line) != MARK_NONE)
        return walk->reader.marks[line].start;
    /* A setext underline that has nothing but definitions above it is text,
     * but unmarked. Only blanks and the marks of quotes can precede it. */
    while (markers_only((struct slice){bytes.bytes, column + 1}, SIZE_MAX))
        column++;
    return column;
}

static struct extent text_extent(const struct walk *walk, size_t first,
                                 size_t last)
{
    return (struct extent){first, text_column(walk, first), last};
}

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

    add_definitions(walk, end - left);
    return end - left;
}

static void add_paragraph(struct walk *walk, cmark_node *paragraph)
{
    size_t end = reader_end_line(paragraph);
    size_t first = cut_definitions(walk, paragraph, end);

    add_node(walk, NODE_PARAGRAPH, text_extent(walk, first, end - 1));
    walk->claimed = end;
}

static void add_heading(struct walk *walk, cmark_node *heading)
{
    size_t first = reader_start_line(&walk->reader, heading);
    size_t last = first;
    size_t column = reader_start_column(&walk->reader, heading);
    struct node *node;

    /* Only a setext heading was a paragraph before. */
    if (mark_of(walk, first) == MARK_TEXT) {
        last = reader_end_line(heading) - 2;
        first = cut_definitions(walk, heading, last);
        column = text_column(walk, first);
    }
    node = add_node(walk, NODE_HEADING, (struct extent){first, column, last});
    node->level = (uint8_t)cmark_node_get_heading_level(heading);
    walk->claimed = last + 1;
}

static void add_row(struct walk *walk, size_t line, bool header)
{
    struct node *row = add_node(walk, NODE_ROW, text_extent(walk, line, line));

    row->level = header;
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

    while (mark_of(walk, delimiter) != MARK_DELIMITER)
        delimiter++;
    header = delimiter - 1;
    first = cut_definitions(walk, table, delimiter);
    if (first < header)
        add_node(walk, NODE_PARAGRAPH, text_extent(walk, first, header - 1));
    add_node(walk, NODE_TABLE, text_extent(walk, header, end - 1));
    walk->depth++;
    add_row(walk, header, true);
    for (size_t line = delimiter + 1; line < end; line++)
        add_row(walk, line, false);
    walk->depth--;
    walk->claimed = end;
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

/*
 * The last line of a code or HTML block that isn't blank. cmark's end lines
 * don't tell, but all lines up to what follows belong to it.
 */
static size_t last_line(const struct walk *walk, cmark_node *node)
{
    size_t first = reader_start_line(&walk->reader, node);
    size_t limit = next_start(walk, node);
    size_t end = first + 1;

    while (end < limit && mark_of(walk, end) == MARK_NONE)
        end++;
    while (end > first + 1 &&
           markers_only(line_bytes(walk, end - 1), walk->quotes))
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
    return add_node(walk, kind, (struct extent){line, column, last});
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

/* Adds a container; its end is that of its first line until it is closed. */
static struct node *open_container(struct walk *walk, enum node_kind kind,
                                   cmark_node *container)
{
    size_t line = reader_start_line(&walk->reader, container);
    size_t column = reader_start_column(&walk->reader, container);
    struct node *node;

    walk->open = memory_grow(walk->open, &walk->open_room, walk->depth + 1,
                             sizeof *walk->open);
    walk->open[walk->depth] = walk->outline.count;
    node = add_node(walk, kind, (struct extent){line, column, line});
    walk->depth++;
    return node;
}

static void close_container(struct walk *walk, cmark_node *container)
{
    add_definitions(walk, reader_end_line(container));
    walk->depth--;
    walk->outline.nodes[walk->open[walk->depth]].end = walk->end;
}

static void open_list(struct walk *walk, cmark_node *list)
{
    struct node *node = open_container(walk, NODE_LIST, list);
    struct slice line = line_bytes(walk, node->line);

    if (cmark_node_get_list_type(list) == CMARK_BULLET_LIST)
        node->level = (uint8_t)
            line.bytes[reader_start_column(&walk->reader, list)];
    else if (cmark_node_get_list_delim(list) == CMARK_PAREN_DELIM)
        node->level = ')';
    else
        node->level = '.';
}

static void enter(struct walk *walk, cmark_node *node)
{
    size_t line = reader_start_line(&walk->reader, node);
    cmark_node_type type = cmark_node_get_type(node);

    /* The document, and what was fed before and after the lines. */
    if (type == CMARK_NODE_DOCUMENT || line == walk->reader.line_count)
        return;
    add_definitions(walk, line);
    if (type == CMARK_NODE_BLOCK_QUOTE) {
        open_container(walk, NODE_QUOTE, node);
        walk->quotes++;
    } else if (type == CMARK_NODE_LIST) {
        open_list(walk, node);
    } else if (type == CMARK_NODE_ITEM) {
        open_container(walk, NODE_ITEM, node);
    } else if (type == CMARK_NODE_CODE_BLOCK) {
        add_code(walk, node);
    } else if (type == CMARK_NODE_HTML_BLOCK) {
        add_plain(walk, NODE_HTML, node, last_line(walk, node));
    } else if (type == CMARK_NODE_THEMATIC_BREAK) {
        add_plain(walk, NODE_BREAK, node, line);
    } else if (type == CMARK_NODE_HEADING) {
        add_heading(walk, node);
    } else if (reader_is_table(node)) {
        add_table(walk, node);
    } else {
        add_paragraph(walk, node);
    }
}

static void leave(struct walk *walk, cmark_node *node)
{
    cmark_node_type type = cmark_node_get_type(node);

    if (type == CMARK_NODE_DOCUMENT)
        add_definitions(walk, walk->reader.line_count);
    else if (type == CMARK_NODE_BLOCK_QUOTE || type == CMARK_NODE_LIST ||
             type == CMARK_NODE_ITEM)
        close_container(walk, node);
    if (type == CMARK_NODE_BLOCK_QUOTE)
        walk->quotes--;
}

struct outline outline_new(struct text *text, size_t first, size_t end)
{
    struct walk walk = {.text = text, .first = first};
    cmark_event_type event;
    cmark_iter *iter;

    walk.start = text_line(text, first).start;
    reader_begin(&walk.reader, text, first, end);
    iter = cmark_iter_new(walk.reader.root);
    while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
        if (event == CMARK_EVENT_ENTER)
            enter(&walk, cmark_iter_get_node(iter));
        else
            leave(&walk, cmark_iter_get_node(iter));
    }
    cmark_iter_free(iter);
    reader_end(&walk.reader);
    memory_free(walk.open);
    return walk.outline;
}

void outline_free(struct outline *outline)
{
    memory_free(outline->nodes);
    *outline = (struct outline){NULL, 0, 0};
}
