/* Flattens the nodes of blocks to the lines that a report is read by. */
#include "element.h"

#include <string.h>

#include "element_notes.h"
#include "label.h"
#include "memory.h"
#include "name.h"

/* What is known of the nodes around the one being looked at. */
struct walk {
    struct elements *elements;
    struct text *text;
    const struct block *block;
    uint16_t depth;         /* list items around */
    bool item;              /* nothing of the innermost item was added yet */
    bool begins;            /* nothing of the group was added yet */
};

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n';
}

static struct span trim(struct text *text, struct span span)
{
    struct slice slice = text_slice(text, span);
    size_t start = 0;
    size_t end = slice.length;

    while (start < end && is_blank(slice.bytes[start]))
        start++;
    while (end > start && is_blank(slice.bytes[end - 1]))
        end--;
    return (struct span){span.start + start, span.start + end};
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

/* The end of the line that START is in, at most END; *NEXT is the one after. */
static size_t line_end(struct slice bytes, size_t start, size_t *next)
{
    size_t end = start;

    while (end < bytes.length && bytes.bytes[end] != '\n' &&
           bytes.bytes[end] != '\r')
        end++;
    *next = end + 1;
    if (end + 1 < bytes.length && bytes.bytes[end] == '\r' &&
        bytes.bytes[end + 1] == '\n')
        *next = end + 2;
    return end;
}

/* Could a line that says WORDS head something? */
static bool is_name(struct slice words)
{
    return words.length < LABEL_ROOM && name_divides(words);
}

/* Quotes are opaque, so that a continuation line has nothing but blanks before
 * its text. */
static void add_paragraph(struct walk *walk, struct span span)
{
    struct slice bytes = text_slice(walk->text, span);
    struct element *element = NULL;
    size_t start = 0;

    while (start < bytes.length) {
        size_t next;
        size_t end = line_end(bytes, start, &next);
        bool first = !element;

        element = add(walk, ELEMENT_LINE,
                      (struct span){span.start + start, span.start + end});
        element->first = first;
        element->divides = is_name(text_slice(walk->text, element->span));
        start = next;
    }
    if (element)
        element->last = true;
}

/* The text of a heading, without #s before and behind, or an underline. */
static struct span heading_text(struct walk *walk, struct span span)
{
    struct slice bytes = text_slice(walk->text, span);
    size_t start = 0;
    size_t end = bytes.length;
    size_t next;

    if (!end || bytes.bytes[0] != '#') {
        size_t last = end;

        while (last > 0 && bytes.bytes[last - 1] != '\n' &&
               bytes.bytes[last - 1] != '\r')
            last--;
        return (struct span){span.start, span.start + last};
    }
    while (start < end && bytes.bytes[start] == '#')
        start++;
    end = line_end(bytes, start, &next);
    while (end > start && is_blank(bytes.bytes[end - 1]))
        end--;
    next = end;
    while (next > start && bytes.bytes[next - 1] == '#')
        next--;
    if (next == start || is_blank(bytes.bytes[next - 1]))
        end = next;
    return (struct span){span.start + start, span.start + end};
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
        element = add(walk, ELEMENT_HEADING, heading_text(walk, span));
        element->level = node->level;
        element->first = element->last = element->divides = true;
        break;
    case NODE_ROW:
        element = add(walk, ELEMENT_ROW, span);
        element->first = node->level != 0;
        break;
    case NODE_BREAK:
        add(walk, ELEMENT_BREAK, span);
        break;
    case NODE_DEFINITION:
        add(walk, ELEMENT_DEFINITION, span);
        break;
    case NODE_CODE:
    case NODE_HTML:
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

/* The index of the node behind the one at INDEX and all its children. */
static size_t behind(const struct block *block, size_t index)
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

static void add_block(struct elements *elements, struct text *text,
                      const struct block *block)
{
    struct walk walk = {.elements = elements, .text = text, .block = block};
    size_t index = 0;

    while (index < block->node_count) {
        const struct node *node = &block->nodes[index];

        walk.depth = items_around(node);
        if (node->kind == NODE_ITEM) {
            walk.item = true;
            index++;
        } else if (node->kind == NODE_LIST || node->kind == NODE_TABLE) {
            index++;
        } else {
            add_leaf(&walk, node);
            index = behind(block, index);
        }
    }
}

size_t elements_from(const struct elements *elements, size_t offset)
{
    size_t first = 0;
    size_t end = elements->count;

    while (first < end) {
        size_t middle = first + (end - first) / 2;

        if (elements->items[middle].span.start < offset)
            first = middle + 1;
        else
            end = middle;
    }
    return first;
}

/* The index of the first mark that is ELEMENT or behind it. */
static size_t mark_from(const struct elements *elements, size_t element)
{
    size_t first = 0;
    size_t end = elements->mark_count;

    while (first < end) {
        size_t middle = first + (end - first) / 2;

        if (elements->marks[middle] < element)
            first = middle + 1;
        else
            end = middle;
    }
    return first;
}

bool elements_mark(const struct elements *elements, size_t *at, size_t end)
{
    size_t mark = mark_from(elements, *at);

    if (mark == elements->mark_count || elements->marks[mark] >= end)
        return false;
    *at = elements->marks[mark];
    return true;
}

/* Adds the elements of the blocks that begin at START..END-1. */
static void add_blocks(struct elements *elements, struct text *text,
                       const struct blocks *blocks, struct span span)
{
    size_t index = blocks_find(blocks, span.start);

    for (; index < blocks_count(blocks); index++) {
        struct block block = blocks_at(blocks, index);

        if (block.start >= span.end && block.start > span.start)
            break;
        if (block.start >= span.start)
            add_block(elements, text, &block);
    }
}

static void free_notes(struct elements *elements, size_t first, size_t end)
{
    for (size_t index = first; index < end; index++)
        memory_free(elements->items[index].when);
}

static void add_marks(struct elements *elements)
{
    for (size_t index = 0; index < elements->count; index++) {
        const struct element *element = &elements->items[index];

        if (!element->divides && element->kind != ELEMENT_DEFINITION)
            continue;
        elements->marks = memory_grow(elements->marks, &elements->mark_room,
                                      elements->mark_count + 1,
                                      sizeof *elements->marks);
        elements->marks[elements->mark_count++] = (uint32_t)index;
    }
}

/* Puts the marks of ADDED in the place of those on the elements FIRST..WAS-1. */
static void splice_marks(struct elements *elements, size_t first, size_t was,
                         const struct elements *added)
{
    size_t kept = mark_from(elements, first);
    size_t behind = mark_from(elements, was);
    size_t rest = elements->mark_count - behind;
    size_t end = kept + added->mark_count;

    elements->marks = memory_grow(elements->marks, &elements->mark_room,
                                  end + rest, sizeof *elements->marks);
    if (rest)
        memmove(elements->marks + end, elements->marks + behind,
                rest * sizeof *elements->marks);
    for (size_t index = 0; index < added->mark_count; index++)
        elements->marks[kept + index] =
            added->marks[index] + (uint32_t)first;
    for (size_t index = end; index < end + rest; index++)
        elements->marks[index] += (uint32_t)(first + added->count - was);
    elements->mark_count = end + rest;
}

/* Puts ADDED in the place of the elements FIRST..WAS-1. */
static void splice(struct elements *elements, size_t first, size_t was,
                   const struct elements *added)
{
    size_t rest = elements->count - was;

    splice_marks(elements, first, was, added);
    free_notes(elements, first, was);
    elements->items = memory_grow(elements->items, &elements->room,
                                  first + added->count + rest,
                                  sizeof *elements->items);
    if (rest)
        memmove(elements->items + first + added->count, elements->items + was,
                rest * sizeof *elements->items);
    if (added->count)
        memcpy(elements->items + first, added->items,
               added->count * sizeof *elements->items);
    elements->count = first + added->count + rest;
}

/* Numbers the groups from element FIRST on, and moves what is at BEHIND or
 * later by BY. */
static void settle(struct elements *elements, size_t first, size_t behind,
                   ptrdiff_t by)
{
    uint32_t group = first ? elements->items[first - 1].group : 0;

    for (size_t index = first; index < elements->count; index++) {
        struct element *element = &elements->items[index];

        group += element->begins;
        element->group = group;
        if (index >= behind)
            element->span = replaced_move(element->span, by);
    }
}

static bool hold_header(const struct elements *elements, size_t first,
                        size_t end)
{
    for (size_t index = first; index < end; index++) {
        if (elements->items[index].kind == ELEMENT_ROW &&
            elements->items[index].first)
            return true;
    }
    return false;
}

/* Forgets what is noted of the rows from element AT on, whose header has gone:
 * another, further above, may be theirs now. */
static void forget_rows(struct elements *elements, size_t at)
{
    for (; at < elements->count && elements->items[at].kind == ELEMENT_ROW &&
           !elements->items[at].first;
         at++)
        elements->items[at].notes = 0;
}

/* With nothing replaced all elements stand above the change, even those that
 * begin where the text ends. */
static struct elements_change no_change(const struct elements *elements)
{
    size_t count = elements->count;

    return (struct elements_change){.first = count, .was = count, .is = count};
}

struct elements_change elements_update(struct elements *elements,
                                       struct text *text,
                                       const struct blocks *blocks,
                                       const struct replaced *replaced)
{
    struct elements added = {NULL};
    struct elements_change change = {
        .first = elements_from(elements, replaced->start),
        .was = elements_from(elements, replaced->was),
        .by = (ptrdiff_t)replaced->is - (ptrdiff_t)replaced->was};
    bool headless;

    if (replaced->start == replaced->was && replaced->start == replaced->is)
        return no_change(elements);
    if (replaced->is > replaced->start)
        add_blocks(&added, text, blocks,
                   (struct span){replaced->start, replaced->is});
    if (replaced->is == text_length(text))
        change.was = elements->count;   /* an empty heading's words end it */
    add_marks(&added);
    change.is = change.first + added.count;
    if (change.was > change.first)
        element_notes_keep(
            &(struct element_pair){.old = elements->items + change.first,
                                   .new = added.items,
                                   .old_count = change.was - change.first,
                                   .new_count = added.count},
            text, replaced);
    headless = hold_header(elements, change.first, change.was);
    splice(elements, change.first, change.was, &added);
    if (headless)
        forget_rows(elements, change.is);
    settle(elements, change.first, change.is, change.by);
    memory_free(added.items);
    memory_free(added.marks);
    return change;
}

void elements_free(struct elements *elements)
{
    free_notes(elements, 0, elements->count);
    memory_free(elements->items);
    memory_free(elements->marks);
    *elements = (struct elements){NULL};
}
