/* The block structure of a text, kept up to date edit by edit. */
#include "blocks.h"

#include <string.h>

#include "markers.h"
#include "memory.h"
#include "outline.h"
#include "sequence.h"

struct blocks {
    struct text *text;
    struct sequence sequence;
    uint64_t last_identity;
};

/*
 * Lines that are parsed anew, and the old blocks that this replaces. END is
 * the line after the window; KEPT the block that begins there, which is the
 * count of blocks if the window goes to the end of the text.
 */
struct window {
    size_t begin, end;
    size_t first, kept;
};

/* Adds the block of COUNT nodes, the first of which stands for all of it. */
static void add_block(struct blocks *blocks, const struct window *window,
                      const struct node *nodes, size_t count)
{
    size_t line = window->begin + nodes->line;
    size_t start = text_line(blocks->text, line).start;
    size_t shift = start - text_line(blocks->text, window->begin).start;
    struct record record = {
        .start = (uint32_t)start,
        .line = (uint32_t)line,
        .node_count = (uint32_t)count,
        .nodes = memory_new(count * sizeof *nodes),
        .identity = ++blocks->last_identity,
    };

    for (size_t i = 0; i < count; i++) {
        record.nodes[i] = nodes[i];
        record.nodes[i].start -= (uint32_t)shift;
        record.nodes[i].end -= (uint32_t)shift;
        record.nodes[i].line -= nodes->line;
    }
    sequence_add(&blocks->sequence, record);
}

/* Blank lines that no block stands before, or an empty text. */
static void add_blank_block(struct blocks *blocks)
{
    struct record record = {.identity = ++blocks->last_identity};

    sequence_add(&blocks->sequence, record);
}

/* Puts the OUTLINE of the window's lines in the place of the old blocks. */
static void replace(struct blocks *blocks, const struct window *window,
                    const struct outline *outline)
{
    struct sequence *sequence = &blocks->sequence;
    const struct node *nodes = outline->nodes;
    size_t i = 0;

    sequence_open(sequence, window->first, window->kept - window->first);
    sequence->length = text_length(blocks->text);
    sequence->line_count = text_line_count(blocks->text);
    if (!outline->count || nodes->line > 0)
        add_blank_block(blocks);
    while (i < outline->count && window->begin + nodes[i].line < window->end) {
        size_t count = 1;

        while (i + count < outline->count && nodes[i + count].depth > 0)
            count++;
        add_block(blocks, window, nodes + i, count);
        i += count;
    }
}

struct blocks *blocks_new(struct text *text)
{
    struct blocks *blocks = memory_new_zeroed(1, sizeof *blocks);
    struct window window = {.end = text_line_count(text)};
    struct outline outline = outline_new(text, 0, window.end);

    blocks->text = text;
    replace(blocks, &window, &outline);
    outline_free(&outline);
    return blocks;
}

void blocks_free(struct blocks *blocks)
{
    if (!blocks)
        return;
    sequence_free(&blocks->sequence);
    memory_free(blocks);
}

/* Whether the line before LINE is blank. */
static bool is_below_blank(struct blocks *blocks, size_t line)
{
    struct span span;

    if (!line)
        return false;
    span = text_line_content(blocks->text, line - 1);
    return markers_only(text_slice(blocks->text, span), 0);
}

/*
 * Where parsing begins: with the last block that the edit leaves to begin where
 * it did. An unchanged first line below a blank line begins a block again,
 * whatever comes after it. Lines before the edit have kept their numbers.
 */
static void find_begin(struct blocks *blocks, struct text_change change,
                       struct window *window)
{
    size_t index = sequence_find_line(&blocks->sequence, change.line);

    while (index > 0) {
        size_t line = sequence_at(&blocks->sequence, index).line;

        if (line < change.line && is_below_blank(blocks, line))
            break;
        index--;
    }
    window->first = index;
    window->begin = sequence_at(&blocks->sequence, index).line;
}

/*
 * Where parsing may end: at the first block from the old line FROM on that
 * stands below a blank line the edit left alone.
 */
static void find_end(struct blocks *blocks, struct text_change change,
                     size_t from, struct window *window)
{
    struct sequence *sequence = &blocks->sequence;
    size_t index = sequence_find_line(sequence, from);

    for (; index < sequence_count(sequence); index++) {
        size_t line = sequence_at(sequence, index).line;

        if (line < from || line <= change.line + change.removed)
            continue;
        line = line - change.removed + change.added;
        if (!is_below_blank(blocks, line))
            continue;
        window->kept = index;
        window->end = line;
        return;
    }
    window->kept = sequence_count(sequence);
    window->end = text_line_count(blocks->text);
}

/* Whether the first line after the window still begins a top-level block. */
static bool ends_well(const struct window *window,
                      const struct outline *outline)
{
    size_t i = outline->count;

    while (i > 0 && outline->nodes[i - 1].depth > 0)
        i--;
    return i > 0 && window->begin + outline->nodes[i - 1].line == window->end;
}

/*
 * The window is parsed together with the first line of the block behind it. If
 * that begins a top-level block as it did, everything from there on is as it
 * was. If not, as below a fence just opened, a window of twice the size is
 * tried, at worst all the rest of the text.
 */
struct blocks_change blocks_edit(struct blocks *blocks,
                                 struct text_change change)
{
    size_t count = sequence_count(&blocks->sequence);
    size_t from = change.line;
    struct window window;
    struct outline outline;

    find_begin(blocks, change, &window);
    for (;;) {
        bool whole;

        find_end(blocks, change, from, &window);
        whole = window.kept == count;
        outline = outline_new(blocks->text, window.begin,
                              whole ? window.end : window.end + 1);
        if (whole || ends_well(&window, &outline))
            break;
        outline_free(&outline);
        from = sequence_at(&blocks->sequence, window.kept).line;
        from += window.end - window.begin;
    }
    replace(blocks, &window, &outline);
    outline_free(&outline);
    count -= window.kept - window.first;
    return (struct blocks_change){window.first, window.kept - window.first,
                                  sequence_count(&blocks->sequence) - count};
}

size_t blocks_count(const struct blocks *blocks)
{
    return sequence_count(&blocks->sequence);
}

struct block blocks_at(const struct blocks *blocks, size_t index)
{
    return sequence_at(&blocks->sequence, index);
}

size_t blocks_find(const struct blocks *blocks, size_t offset)
{
    return sequence_find_offset(&blocks->sequence, offset);
}
