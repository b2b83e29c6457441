/* Tells what edits have replaced since a text was last looked at. */
#include "replaced.h"

static size_t lesser(size_t a, size_t b)
{
    return a < b ? a : b;
}

void replaced_begin(struct replacing *replacing, const struct text *text)
{
    *replacing = (struct replacing){.length = text_length(text)};
}

void replaced_add(struct replacing *replacing, struct blocks_change change,
                  const struct blocks *blocks)
{
    size_t below = blocks_count(blocks) - change.first - change.added;

    if (!replacing->any) {
        *replacing = (struct replacing){true, change.first, below, change.above,
                                        change.below, replacing->length};
        return;
    }
    replacing->above = lesser(replacing->above, change.first);
    replacing->below = lesser(replacing->below, below);
    replacing->bytes_above = lesser(replacing->bytes_above, change.above);
    replacing->bytes_below = lesser(replacing->bytes_below, change.below);
}

size_t replaced_distance(const struct replacing *replacing,
                         const struct text *text, struct span span)
{
    size_t end = text_length(text) - replacing->bytes_below;

    if (!replacing->any)
        return 0;
    if (span.end < replacing->bytes_above)
        return replacing->bytes_above - span.end;
    return span.start > end ? span.start - end : 0;
}

static size_t start_of(const struct blocks *blocks, const struct text *text,
                       size_t index)
{
    return index < blocks_count(blocks) ? blocks_at(blocks, index).start
                                        : text_length(text);
}

struct replaced replaced_end(const struct replacing *replacing,
                             const struct blocks *blocks,
                             const struct text *text)
{
    size_t length = text_length(text);
    struct replaced replaced = {length, length, length,
                                length, length, length};

    if (!replacing->any)
        return replaced;
    replaced.start = start_of(blocks, text, replacing->above);
    replaced.is = start_of(blocks, text,
                           blocks_count(blocks) - replacing->below);
    replaced.was = replaced.is + replacing->length - length;
    replaced.edit_start = replacing->bytes_above;
    replaced.edit_was = replacing->length - replacing->bytes_below;
    replaced.edit_is = length - replacing->bytes_below;
    return replaced;
}

struct replaced replaced_all(const struct text *text)
{
    size_t length = text_length(text);

    return (struct replaced){0, 0, length, 0, 0, length};
}

bool replaced_spares(const struct replaced *replaced, struct span old,
                     ptrdiff_t *by)
{
    *by = 0;
    if (old.end <= replaced->start)
        return true;
    *by = (ptrdiff_t)replaced->is - (ptrdiff_t)replaced->was;
    return old.start >= replaced->was;
}

bool replaced_keeps(const struct replaced *replaced, size_t offset)
{
    return offset < replaced->start || offset >= replaced->was;
}

size_t replaced_offset(const struct replaced *replaced, size_t offset)
{
    if (offset < replaced->start ||
        (offset == replaced->start && replaced->was > replaced->start))
        return offset;
    return offset + replaced->is - replaced->was;
}

size_t replaced_byte(const struct replaced *replaced, size_t offset)
{
    if (offset < replaced->edit_start)
        return offset;
    if (offset < replaced->edit_was)
        return replaced->edit_start;
    return offset + replaced->edit_is - replaced->edit_was;
}

struct span replaced_move(struct span span, ptrdiff_t by)
{
    return (struct span){span.start + (size_t)by, span.end + (size_t)by};
}
