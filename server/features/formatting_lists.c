/* Bullets and blank lines as the templates have them. */
#include <stdbool.h>
#include <string.h>

#include "formatting_parts.h"

static bool is_kind(const struct formatted *formatted, size_t index,
                    enum node_kind kind)
{
    struct block block = formatted->wholes.items[index];

    return block.node_count && block.nodes[0].kind == kind;
}

/* Would a list with another bullet become one with the list beside it? */
static bool has_neighbour(const struct formatted *formatted, size_t index)
{
    return (index && is_kind(formatted, index - 1, NODE_LIST)) ||
           (index + 1 < formatted->wholes.count &&
            is_kind(formatted, index + 1, NODE_LIST));
}

/* The lists of a block that lie in no other's are its top; what lies in items
 * keeps its bullets unless nothing could be joined to it. */
void format_bullets(struct formatting *formatting,
                    const struct formatted *formatted, size_t index)
{
    struct block block = formatted->wholes.items[index];

    if (!block.node_count || block.nodes[0].kind != NODE_LIST ||
        !strchr("*+", block.nodes[0].level) ||
        has_neighbour(formatted, index))
        return;
    for (size_t at = 1; at < block.node_count; at++) {
        const struct node *node = &block.nodes[at];
        size_t start = block.start + node->start;

        if (node->kind == NODE_ITEM && node->depth == 1)
            formatting_add(formatting, (struct span){start, start + 1},
                           (struct slice){"-", 1});
    }
}

/* Where what is written in BLOCK ends: after it are blank lines only. */
static size_t content_end(const struct formatted *formatted,
                          const struct block *block)
{
    size_t end = block->start;

    for (size_t at = 0; at < block->node_count; at++) {
        size_t node = block->start + block->nodes[at].end;

        if (node > end)
            end = node;
    }
    return text_line_end(formatted->text, end);
}

/* Code may hold blank lines itself, to its end. */
static bool may_go_on(const struct block *block)
{
    for (size_t at = 0; at < block->node_count; at++) {
        if (block->nodes[at].kind == NODE_CODE)
            return true;
    }
    return false;
}

/* One blank line at most between blocks, and one around headings. */
void format_blank_lines(struct formatting *formatting,
                        const struct formatted *formatted, size_t index)
{
    struct block block = formatted->wholes.items[index];
    size_t end, line, next;

    if (!block.node_count || may_go_on(&block) ||
        index + 1 >= formatted->wholes.count)
        return;
    end = content_end(formatted, &block);
    line = text_line_at(formatted->text, end);
    next = formatted->wholes.items[index + 1].line;
    if (next > line + 2)
        formatting_add(
            formatting,
            (struct span){text_line(formatted->text, line + 2).start,
                          text_line(formatted->text, next).start},
            (struct slice){"", 0});
    else if (next == line + 1 &&
             (is_kind(formatted, index, NODE_HEADING) ||
              is_kind(formatted, index + 1, NODE_HEADING)))
        formatting_add(formatting,
                       (struct span){text_line(formatted->text, next).start,
                                     text_line(formatted->text, next).start},
                       (struct slice){"\n", 1});
}
