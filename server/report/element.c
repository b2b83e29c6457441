/* Flattens the nodes of blocks to the lines that a report is read by. */
#include "element.h"

#include <string.h>

#include "bullet.h"
#include "label.h"
#include "memory.h"
#include "name.h"
#include "search.h"
#include "table.h"

#define LEVELS 8
#define COLUMNS 1000        /* no list is indented as much */

/* The ranks of the bullets that are open, each higher than the one before. */
struct levels {
    size_t ranks[LEVELS];
    size_t count;
};

/* What is known of the nodes around the one being looked at. */
struct walk {
    struct elements *elements;
    const struct text *text;
    const struct block *block;
    uint16_t depth;         /* list items around */
    bool item;              /* nothing of the innermost item was added yet */
    bool begins;            /* nothing of the group was added yet */
    struct levels levels;   /* of the bullets that were typed */
};

/* SPAN without blanks and line ends around it; blanks of whatever width. */
static struct span trim(const struct text *text, struct span span)
{
    struct slice whole = text_slice(text, span);
    struct slice words = slice_trim(whole, " \t\r\n");

    words = slice_from(words, fold_blanks(words));
    words.length -= fold_blanks_at_end(words);
    return span_move(slice_place(whole, words), span.start);
}

static struct element *add(struct walk *walk, enum element_kind kind,
                           struct span span)
{
    struct elements *elements = walk->elements;
    struct element *element;

    elements->items = memory_grow(elements->items, &elements->room,
                                  elements->count + 1, sizeof *element);
    element = &elements->items[elements->count++];
    *element = (struct element){.kind = kind, .depth = walk->depth,
                                .item = walk->item,
                                .begins = walk->begins,
                                .span = trim(walk->text, span)};
    walk->item = walk->begins = false;
    return element;
}

/* Goes through the words of ELEMENT, once for all who ask for phrases. */
static void read_words(struct walk *walk, struct element *element)
{
    struct slice words = text_slice(walk->text, element->span);

    element->mentions = rule_mentions(words);
    element->inlines = memchr(words.bytes, '[', words.length) ||
                       memchr(words.bytes, '<', words.length) ||
                       memchr(words.bytes, '`', words.length);
}

/* Could a line that says WORDS head something? */
static bool is_name(const struct element *element, struct slice words)
{
    return element->mentions & RULE_MENTION_NAMES &&
           words.length < LABEL_ROOM && name_divides(words);
}

static void add_cells(struct walk *walk, struct element *row)
{
    struct elements *elements = walk->elements;
    struct span *cells;

    elements->cells = memory_grow(elements->cells, &elements->cell_room,
                                  elements->cell_count + TABLE_COLUMNS,
                                  sizeof *elements->cells);
    cells = &elements->cells[elements->cell_count];
    row->first_cell = (uint32_t)elements->cell_count;
    row->cell_count = (uint32_t)table_cells(
        text_slice(walk->text, row->span), cells, TABLE_COLUMNS);
    for (size_t index = 0; index < row->cell_count; index++) {
        cells[index].start += row->span.start;
        cells[index].end += row->span.start;
    }
    elements->cell_count += row->cell_count;
}

/* How many bullets of a lower rank are open. */
static size_t level_of(struct levels *levels, size_t rank)
{
    while (levels->count && levels->ranks[levels->count - 1] >= rank)
        levels->count--;
    if (levels->count < LEVELS)
        levels->ranks[levels->count++] = rank;
    return levels->count - 1;
}

static size_t column_of(const struct text *text, size_t offset)
{
    return offset - text_line_start(text, offset);
}

/*
 * Takes a bullet that was typed from the front of ELEMENT, which was LINE until
 * now and is an item then. Its paragraph begins at COLUMN of a line.
 */
static void read_bullet(struct walk *walk, struct element *element,
                        struct slice line, size_t column)
{
    size_t start = slice_place(text_bytes(walk->text), line).start;
    struct bullet bullet;
    size_t indent;
    size_t level;

    if (!bullet_read(line, &bullet)) {
        if (element->begins)
            walk->levels.count = 0;
        return;
    }
    indent = column_of(walk->text, start + bullet.mark.start);
    element->bullet = (struct span){start, start + bullet.end};
    element->span.start = start + bullet.end;
    level = level_of(&walk->levels, bullet.rank * COLUMNS + indent);
    if (!element->item && (!walk->depth || indent >= column))
        element->depth++;
    element->depth = (uint16_t)(element->depth + level);
    element->level = (unsigned char)level;
    element->item = element->begins = element->first = true;
}

/* Quotes are opaque, so that a continuation line has nothing but blanks before
 * its text. */
static void add_paragraph(struct walk *walk, struct span span)
{
    const struct text *text = walk->text;
    size_t number = text_line_at(text, span.start);
    size_t column = span.start - text_line(text, number).start;
    struct element *element = NULL;

    while (span.start < span.end) {
        size_t end = text_line_content(text, number).end;
        struct span line = {span.start, end < span.end ? end : span.end};
        struct slice words = text_slice(text, line);
        bool first = !element;

        element = add(walk, ELEMENT_LINE, line);
        element->first = first;
        read_bullet(walk, element,
                    slice_from(words, slice_skip_blanks(words, 0)), column);
        if (element->first && !first)
            element[-1].last = true;
        read_words(walk, element);
        element->divides = is_name(element, text_slice(text, element->span));
        span.start = text_line(text, number++).end;
    }
    if (element)
        element->last = true;
}

/* How many BYTES of a heading stand before its last line, an underline; 0 if it
 * has one line and so has #s, with which an underlined one may begin too. */
static size_t above_underline(struct slice bytes)
{
    size_t length = bytes.length;

    while (length && !byte_is_line_end(bytes.bytes[length - 1]))
        length--;
    return length;
}

/* SPAN, the line of a heading, without the #s before and after its text. */
static struct span without_marks(const struct text *text, struct span span)
{
    struct slice bytes = text_slice(text, span);
    size_t start = 0;
    size_t end = bytes.length;
    size_t next;

    while (start < end && bytes.bytes[start] == '#')
        start++;
    while (end > start && byte_is_space(bytes.bytes[end - 1]))
        end--;
    next = end;
    while (next > start && bytes.bytes[next - 1] == '#')
        next--;
    if (next == start || byte_is_space(bytes.bytes[next - 1]))
        end = next;
    return (struct span){span.start + start, span.start + end};
}

static void add_heading(struct walk *walk, struct span span, int level)
{
    size_t above = above_underline(text_slice(walk->text, span));
    struct element *element;

    if (above)
        span.end = span.start + above;
    else
        span = without_marks(walk->text, span);
    element = add(walk, ELEMENT_HEADING, span);
    element->underlined = above != 0;
    element->level = (unsigned char)level;
    element->first = element->last = element->divides = true;
    read_words(walk, element);
}

static void add_leaf(struct walk *walk, const struct node *node)
{
    size_t at = walk->block->start;
    struct span span = {at + node->start, at + node->end};
    struct element *element;

    walk->begins = node->kind != NODE_ROW || node->level;
    switch ((enum node_kind)node->kind) {
    case NODE_PARAGRAPH:
        add_paragraph(walk, span);
        break;
    case NODE_HEADING:
        add_heading(walk, span, node->level);
        break;
    case NODE_ROW:
        element = add(walk, ELEMENT_ROW, span);
        element->first = node->level != 0;
        read_words(walk, element);
        add_cells(walk, element);
        break;
    case NODE_BREAK:
        add(walk, ELEMENT_BREAK, span);
        break;
    case NODE_DEFINITION:
        add(walk, ELEMENT_DEFINITION, span);
        break;
    case NODE_CODE:
    case NODE_QUOTE:
        element = add(walk, ELEMENT_OPAQUE, span);
        element->code = node->kind == NODE_CODE;
        break;
    case NODE_LIST:
    case NODE_ITEM:
    case NODE_TABLE:
        break;
    }
}

/* The index of the node after the one at INDEX and all its children. */
static size_t next_node(const struct block *block, size_t index)
{
    unsigned depth = block->nodes[index].depth;

    do
        index++;
    while (index < block->node_count && block->nodes[index].depth > depth);
    return index;
}

/* Items lie at every second depth below a list that lies in an item. */
static uint16_t items_around(const struct node *node)
{
    return (uint16_t)(node->depth / 2u);
}

static void add_block(struct walk *walk, const struct block *block)
{
    size_t index = 0;

    walk->block = block;
    walk->item = walk->begins = false;
    while (index < block->node_count) {
        const struct node *node = &block->nodes[index];

        walk->depth = items_around(node);
        if (node->kind == NODE_ITEM) {
            walk->item = true;
            index++;
        } else if (node->kind == NODE_LIST || node->kind == NODE_TABLE) {
            index++;
        } else {
            add_leaf(walk, node);
            index = next_node(block, index);
        }
    }
}

static bool is_mark(const struct element *element)
{
    return element->divides || element->kind == ELEMENT_DEFINITION;
}

static void add_marks(struct elements *elements)
{
    for (size_t index = 0; index < elements->count; index++) {
        if (!is_mark(&elements->items[index]))
            continue;
        elements->marks = memory_grow(elements->marks, &elements->mark_room,
                                      elements->mark_count + 1,
                                      sizeof *elements->marks);
        elements->marks[elements->mark_count++] = (uint32_t)index;
    }
}

static void number_groups(struct elements *elements)
{
    uint32_t group = 0;

    for (size_t index = 0; index < elements->count; index++) {
        group += elements->items[index].begins;
        elements->items[index].group = group;
    }
}

void elements_read(struct elements *elements, const struct text *text,
                   const struct blocks *blocks, size_t end)
{
    struct walk walk = {.elements = elements, .text = text};

    *elements = (struct elements){0};
    for (size_t index = 0; index < blocks_count(blocks); index++) {
        struct block block = blocks_at(blocks, index);

        if (block.start + block.length > end)
            break;
        add_block(&walk, &block);
    }
    add_marks(elements);
    number_groups(elements);
}

void elements_free(struct elements *elements)
{
    memory_free(elements->items);
    memory_free(elements->marks);
    memory_free(elements->cells);
    *elements = (struct elements){0};
}

bool element_mentions(const struct element *element, enum phrases_id list)
{
    return element->mentions & RULE_MENTION(list);
}

static bool begins_before(const void *items, size_t index, size_t offset)
{
    return ((const struct element *)items)[index].span.start < offset;
}

size_t elements_from(const struct elements *elements, size_t offset)
{
    return search_first(elements->items, elements->count, offset,
                        begins_before);
}

static bool is_before(const void *marks, size_t index, size_t element)
{
    return ((const uint32_t *)marks)[index] < element;
}

bool elements_mark(const struct elements *elements, size_t *at, size_t end)
{
    size_t mark;

    if (*at < end && is_mark(&elements->items[*at]))
        return true;
    mark = search_first(elements->marks, elements->mark_count, *at, is_before);
    if (mark == elements->mark_count || elements->marks[mark] >= end)
        return false;
    *at = elements->marks[mark];
    return true;
}
