/* The top-level blocks of a text, each in one piece. */
#include "whole.h"

#include "memory.h"

/* Adds the nodes of PIECE to those of the block it belongs to. */
static void add_nodes(struct block *whole, struct node *nodes,
                      const struct block *piece)
{
    size_t shift = piece->start - whole->start;
    size_t lines = piece->line - whole->line;

    for (size_t index = 0; index < piece->node_count; index++) {
        struct node *node = &nodes[whole->node_count++];

        *node = piece->nodes[index];
        node->start += (uint32_t)shift;
        node->end += (uint32_t)shift;
        node->line += (uint32_t)lines;
    }
}

/* Adds PIECE to the block it goes on with. */
static void join(struct block *whole, struct node *nodes,
                 const struct block *piece)
{
    add_nodes(whole, nodes, piece);
    whole->length += piece->length;
    whole->line_count += piece->line_count;
    nodes->end = nodes[whole->node_count - piece->node_count].end;
}

static size_t count_nodes(const struct blocks *blocks)
{
    size_t count = 0;

    for (size_t index = 0; index < blocks_count(blocks); index++)
        count += blocks_at(blocks, index).node_count;
    return count;
}

void wholes_read(struct wholes *wholes, const struct blocks *blocks)
{
    size_t count = blocks_count(blocks);
    struct node *nodes = memory_new((count_nodes(blocks) + 1) * sizeof *nodes);

    *wholes = (struct wholes){
        .items = memory_new(count * sizeof *wholes->items), .nodes = nodes};
    for (size_t index = 0; index < count; index++) {
        struct block piece = blocks_at(blocks, index);
        struct block *whole = &wholes->items[wholes->count];

        if (piece.continues) {
            whole--;
            join(whole, nodes, &piece);
            continue;
        }
        if (wholes->count)
            nodes += whole[-1].node_count;
        *whole = piece;
        whole->nodes = nodes;
        whole->node_count = 0;
        add_nodes(whole, nodes, &piece);
        wholes->count++;
    }
}

void wholes_free(struct wholes *wholes)
{
    memory_free(wholes->items);
    memory_free(wholes->nodes);
    *wholes = (struct wholes){NULL, 0, NULL};
}
