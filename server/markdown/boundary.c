/* Where parsing may begin and end within a text. */
#include "boundary.h"

#include <string.h>

#include "markers.h"

struct beginning boundary_of(const struct block *block)
{
    return (struct beginning){
        .line = block->line,
        .continues = block->continues,
        .in_table = block->continues && block->nodes->kind == NODE_ROW,
    };
}

static bool is_below_blank(const struct text *text, size_t line)
{
    struct slice above;

    if (!line)
        return false;
    above = text_line_bytes(text, line - 1);
    return markers_skip(above, 0) == above.length;
}

/* Whether the heading NODE, which starts at START, has its marks in front: one
 * with a line of them below may begin with # too, but takes two lines. */
static bool is_marked(const struct text *text, const struct node *node,
                      size_t start)
{
    struct span span = {start, start + node->end - node->start};
    struct slice heading = text_slice(text, span);

    return heading.length && *heading.bytes == '#' &&
           !memchr(heading.bytes, '\n', heading.length) &&
           !memchr(heading.bytes, '\r', heading.length);
}

/* Whether NODE, which starts at START, can have been no paragraph. */
static bool is_sure_itself(const struct text *text, const struct node *node,
                           size_t start)
{
    switch ((enum node_kind)node->kind) {
    case NODE_QUOTE:
    case NODE_LIST:
    case NODE_ITEM:
    case NODE_BREAK:
        return true;
    case NODE_ROW:
        return !node->level;
    case NODE_CODE:
        return node->level != 0;
    case NODE_HEADING:
        return is_marked(text, node, start);
    case NODE_PARAGRAPH:
    case NODE_TABLE:
    case NODE_DEFINITION:
        break;
    }
    return false;
}

bool boundary_is_sure(const struct text *text, const struct block *block)
{
    if (!block->node_count)
        return false;
    return is_sure_itself(text, block->nodes,
                          block->start + block->nodes->start) ||
           is_below_blank(text, block->line);
}

bool boundary_closes(const struct node *node)
{
    return !node->depth &&
           (node->kind == NODE_HEADING || node->kind == NODE_BREAK);
}

/* A paragraph's first line doesn't tell yet what becomes of it. */
bool boundary_holds(const struct text *text, const struct block *block,
                    const struct outline *outline, size_t index)
{
    size_t start = block->start + block->nodes->start;

    return boundary_continues(outline, index) == block->continues &&
           (outline->nodes[index].kind == block->nodes->kind ||
            !is_sure_itself(text, block->nodes, start));
}

bool boundary_is_at(const struct outline *outline, size_t index)
{
    return !outline->nodes[index].depth || boundary_continues(outline, index);
}

/* What is one level deep is in a list or table of the top level, if it is an
 * item or a row at all. */
bool boundary_continues(const struct outline *outline, size_t index)
{
    const struct node *node = &outline->nodes[index];

    if (node->depth != 1)
        return false;
    if (node->kind == NODE_ROW)
        return !node->level;
    return node->kind == NODE_ITEM && index &&
           outline->nodes[index - 1].kind != NODE_LIST;
}

bool boundary_last(const struct text *text, const struct outline *outline,
                   size_t first, size_t *index)
{
    size_t start = text_line(text, first).start;

    for (*index = outline->count; (*index)-- > 0;) {
        const struct node *node = &outline->nodes[*index];

        if (node->line && boundary_is_at(outline, *index) &&
            (is_sure_itself(text, node, start + node->start) ||
             is_below_blank(text, first + node->line) ||
             (*index && boundary_closes(node - 1))))
            return true;
    }
    return false;
}
