/* Collects the edits that format a text, and makes sure that it still says the
 * same. */
#include "formatting.h"

#include "edits.h"
#include "formatting_parts.h"
#include "front_matter.h"
#include "memory.h"
#include "table.h"

static bool is_bullet(char byte)
{
    return byte == '*' || byte == '+' || byte == '-';
}

static struct slice node_text(const struct text *text,
                              const struct block *block,
                              const struct node *node)
{
    struct span span = {node->start, node->end};

    return text_slice(text, span_move(span, block->start));
}

static bool is_same_row(struct slice one, struct slice other)
{
    struct span cells[TABLE_COLUMNS];
    struct span others[TABLE_COLUMNS];
    size_t count = table_cells(one, cells, TABLE_COLUMNS);

    if (table_cells(other, others, TABLE_COLUMNS) != count)
        return false;
    for (size_t index = 0; index < count; index++) {
        if (!slice_same(
                slice_part(one, cells[index].start, cells[index].end),
                slice_part(other, others[index].start, others[index].end)))
            return false;
    }
    return true;
}

static bool is_leaf(enum node_kind kind)
{
    return kind != NODE_QUOTE && kind != NODE_LIST && kind != NODE_ITEM &&
           kind != NODE_TABLE;
}

/* The same node, but for the bullet of a list and the blanks of a row. */
static bool is_same_node(struct formatted *one, const struct block *a,
                         const struct node *x, struct formatted *other,
                         const struct block *b, const struct node *y)
{
    struct slice text;
    struct slice changed;

    if (x->kind != y->kind || x->depth != y->depth ||
        (x->level != y->level &&
         !(is_bullet((char)x->level) && is_bullet((char)y->level))))
        return false;
    if (!is_leaf((enum node_kind)x->kind))
        return true;
    text = node_text(one->text, a, x);
    changed = node_text(other->text, b, y);
    return x->kind == NODE_ROW ? is_same_row(text, changed)
                               : slice_same(text, changed);
}

static bool is_same_block(struct formatted *one, const struct block *a,
                          struct formatted *other, const struct block *b)
{
    if (a->node_count != b->node_count)
        return false;
    for (size_t index = 0; index < a->node_count; index++) {
        if (!is_same_node(one, a, &a->nodes[index], other, b,
                          &b->nodes[index]))
            return false;
    }
    return true;
}

static bool is_same(struct formatted *one, struct formatted *other)
{
    if (other->wholes.count != one->wholes.count)
        return false;
    for (size_t index = 0; index < one->wholes.count; index++) {
        if (!is_same_block(one, &one->wholes.items[index], other,
                           &other->wholes.items[index]))
            return false;
    }
    return true;
}

/* Is the text, with the edits made, the same to a reader? */
static bool is_harmless(const struct formatting *formatting,
                        struct formatted *formatted)
{
    struct slice bytes = text_bytes(formatted->text);
    struct buffer result = {NULL, 0, 0};
    struct formatted changed;
    struct blocks *blocks;
    struct text *text;
    bool same;

    edits_apply(bytes, formatting->edits, formatting->count,
                edits_line_end(bytes), &result);
    text = text_new(buffer_slice(&result));
    blocks = blocks_new(text);
    changed.text = text;
    wholes_read(&changed.wholes, blocks);
    same = is_same(formatted, &changed);
    wholes_free(&changed.wholes);
    blocks_free(blocks);
    text_free(text);
    buffer_free(&result);
    return same;
}

void formatting_read(struct formatting *formatting, const struct text *text,
                     const struct blocks *blocks, struct span span)
{
    struct formatted formatted = {.text = text};
    size_t front = front_matter(text_bytes(text));

    *formatting = (struct formatting){NULL, 0, 0};
    wholes_read(&formatted.wholes, blocks);
    for (size_t index = 0; index < formatted.wholes.count; index++) {
        const struct block *block = &formatted.wholes.items[index];

        if (block->start < front || block->start > span.end ||
            block->start + block->length < span.start)
            continue;
        format_tables(formatting, text, block);
        format_bullets(formatting, &formatted, index);
        format_blank_lines(formatting, &formatted, index);
    }
    edits_sort(formatting->edits, formatting->count);
    if (formatting_is_too_much(formatting) ||
        !edits_apart(formatting->edits, formatting->count, text_length(text)) ||
        (formatting->count && !is_harmless(formatting, &formatted)))
        formatting_free(formatting);
    wholes_free(&formatted.wholes);
}

void formatting_free(struct formatting *formatting)
{
    for (size_t index = 0; index < formatting->count; index++)
        memory_free(formatting->edits[index].text);
    memory_free(formatting->edits);
    *formatting = (struct formatting){NULL, 0, 0};
}
