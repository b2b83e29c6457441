/* The block structure of a text, kept up to date edit by edit. */
#include "blocks.h"

#include "markers.h"
#include "memory.h"
#include "outline.h"
#include "sequence.h"

/* How many lines are parsed in one go where many are to be. */
#define LINES_AT_ONCE 1000

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

/* Adds the blocks of the OUTLINE of a window, which begin before its end. */
static void add_blocks(struct blocks *blocks, const struct window *window,
                       const struct outline *outline)
{
    const struct node *nodes = outline->nodes;
    size_t i = 0;

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

/* Whether the line before LINE is blank. */
static bool is_below_blank(struct blocks *blocks, size_t line)
{
    struct slice above;

    if (!line)
        return false;
    above = text_slice(blocks->text,
                       text_line_content(blocks->text, line - 1));
    return markers_skip(above, 0) == above.length;
}

/*
 * Ends the WINDOW where its last block below a blank line begins; all before
 * that is sure, whatever comes behind the lines that OUTLINE is of. False if
 * there is no such block but the one it begins with.
 */
static bool cut_window(struct blocks *blocks, struct window *window,
                       const struct outline *outline)
{
    for (size_t i = outline->count; i > 0; i--) {
        const struct node *node = &outline->nodes[i - 1];

        if (node->depth == 0 && node->line > 0 &&
            is_below_blank(blocks, window->begin + node->line)) {
            window->end = window->begin + node->line;
            return true;
        }
    }
    return false;
}

/*
 * Adds all blocks from the line BEGIN to the end of the text. The text is
 * parsed some lines at a time, since cmark's trees are large.
 */
static void add_rest(struct blocks *blocks, size_t begin)
{
    size_t line_count = text_line_count(blocks->text);
    size_t step = LINES_AT_ONCE;

    while (begin < line_count) {
        struct window window = {.begin = begin, .end = line_count};
        struct outline outline;
        bool sure = true;

        if (line_count - begin > step)
            window.end = begin + step;
        outline = outline_new(blocks->text, begin, window.end);
        if (window.end < line_count)
            sure = cut_window(blocks, &window, &outline);
        if (sure) {
            add_blocks(blocks, &window, &outline);
            begin = window.end;
        }
        step = sure ? LINES_AT_ONCE : 4 * step;
        outline_free(&outline);
    }
}

/* Takes the old blocks of the window out; new ones are added in their place. */
static void drop_blocks(struct blocks *blocks, const struct window *window)
{
    struct sequence *sequence = &blocks->sequence;

    sequence_open(sequence, window->first, window->kept - window->first);
    sequence->length = text_length(blocks->text);
    sequence->line_count = text_line_count(blocks->text);
}

struct blocks *blocks_new(struct text *text)
{
    struct blocks *blocks = memory_new_zeroed(1, sizeof *blocks);
    const struct window nothing = {0, 0, 0, 0};

    blocks->text = text;
    drop_blocks(blocks, &nothing);
    add_rest(blocks, 0);
    return blocks;
}

void blocks_free(struct blocks *blocks)
{
    if (!blocks)
        return;
    sequence_free(&blocks->sequence);
    memory_free(blocks);
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
 * stands below a blank line the edit left alone. False if there is none.
 */
static bool find_end(struct blocks *blocks, struct text_change change,
                     size_t from, struct window *window)
{
    struct sequence *sequence = &blocks->sequence;
    size_t touched = change.line + change.removed;

    window->kept = sequence_find_line(sequence, from);
    for (; window->kept < sequence_count(sequence); window->kept++) {
        size_t line = sequence_at(sequence, window->kept).line;

        if (line < from || line <= touched)
            continue;
        window->end = line - change.removed + change.added;
        if (is_below_blank(blocks, window->end))
            return true;
    }
    return false;
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
 * Parses the window together with the first line of the block behind it. If
 * that begins a top-level block as it did, everything from there on is as it
 * was. If not, nothing is changed and the result is false.
 */
static bool parse_window(struct blocks *blocks, const struct window *window)
{
    struct outline outline =
        outline_new(blocks->text, window->begin, window->end + 1);
    bool well = ends_well(window, &outline);

    if (well) {
        drop_blocks(blocks, window);
        add_blocks(blocks, window, &outline);
    }
    outline_free(&outline);
    return well;
}

/* A window that doesn't end well, as below a fence just opened, is tried again
 * at twice the size, at worst to the end of the text. */
struct blocks_change blocks_edit(struct blocks *blocks,
                                 struct text_change change)
{
    size_t count = blocks_count(blocks);
    size_t from = change.line;
    struct window window;
    bool done = false;
    size_t removed;

    find_begin(blocks, change, &window);
    while (!done && find_end(blocks, change, from, &window)) {
        from = sequence_at(&blocks->sequence, window.kept).line;
        from += window.end - window.begin;
        done = parse_window(blocks, &window);
    }
    if (!done) {
        drop_blocks(blocks, &window);
        add_rest(blocks, window.begin);
    }
    removed = window.kept - window.first;
    return (struct blocks_change){window.first, removed,
                                  blocks_count(blocks) + removed - count};
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
