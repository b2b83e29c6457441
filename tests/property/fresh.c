/* Blocks that edits have made, beside those of a fresh parse. */
#include "fresh.h"

#include <string.h>

static bool same_block(struct block one, struct block other)
{
    return one.start == other.start && one.line == other.line &&
           one.length == other.length && one.line_count == other.line_count &&
           one.node_count == other.node_count &&
           one.continues == other.continues &&
           (!one.node_count ||
            memcmp(one.nodes, other.nodes,
                   one.node_count * sizeof *one.nodes) == 0);
}

bool fresh_are_those(const struct blocks *fresh, const struct blocks *blocks)
{
    if (blocks_count(fresh) != blocks_count(blocks))
        return false;
    for (size_t i = 0; i < blocks_count(fresh); i++) {
        if (!same_block(blocks_at(fresh, i), blocks_at(blocks, i)))
            return false;
    }
    return true;
}

bool fresh_are(struct text *text, const struct blocks *blocks)
{
    struct span all = {0, text_length(text)};
    struct text *copy = text_new(text_slice(text, all));
    struct blocks *fresh = blocks_new(copy);
    bool same = fresh_are_those(fresh, blocks);

    blocks_free(fresh);
    text_free(copy);
    return same;
}
