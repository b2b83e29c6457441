/* The block structure of a text, kept up to date edit by edit. */
#include "blocks.h"

#include "boundary.h"
#include "markers.h"
#include "memory.h"
#include "outline.h"
#include "sequence.h"

/* How many lines are parsed in one go where many are to be, and how many times
 * as many if no block is sure to begin in these. */
#define LINES_AT_ONCE 1024
#define LINES_MORE 32

/* How many times as large a window is tried next if one doesn't end well. */
#define WINDOW_MORE 8

struct blocks {
    const struct text *text;
    struct sequence sequence;
    uint64_t last_identity;
};

/*
 * Lines that are parsed again, and the old blocks that this replaces. END is
 * the line after the window; KEPT the block that begins there, which is the
 * count of blocks if the window goes to the end of the text.
 */
struct window {
    struct beginning begin;
    size_t end;
    size_t first, kept;
};

static struct outline parse(struct blocks *blocks, const struct window *window,
                            size_t end)
{
    return outline_new(blocks->text, window->begin.line, end,
                       window->begin.in_table);
}

/* A list or table ends with what it has in its first block: its first item, or
 * the row of dashes below the header. */
static void cut_container(struct blocks *blocks, struct node *nodes,
                          size_t start, size_t line)
{
    if (nodes->kind == NODE_LIST)
        nodes->end = nodes[1].end;
    else if (nodes->kind == NODE_TABLE)
        nodes->end =
            (uint32_t)(text_line_content(blocks->text, line + 1).end - start);
}

/* Adds the block of COUNT nodes, the first of which stands for all of it. */
static void add_block(struct blocks *blocks, const struct window *window,
                      const struct node *nodes, size_t count, bool continues)
{
    size_t line = window->begin.line + nodes->line;
    size_t start = text_line(blocks->text, line).start;
    size_t shift = start - text_line(blocks->text, window->begin.line).start;
    struct record record = {
        .start = (uint32_t)start,
        .line = (uint32_t)line,
        .node_count = (uint32_t)count,
        .continues = continues,
        .identity = ++blocks->last_identity,
    };
    struct node *copy = &record.nodes.one;

    if (count > 1)
        copy = record.nodes.all = memory_new(count * sizeof *nodes);
    for (size_t i = 0; i < count; i++) {
        copy[i] = nodes[i];
        copy[i].start -= (uint32_t)shift;
        copy[i].end -= (uint32_t)shift;
        copy[i].line -= nodes->line;
    }
    if (count > 1 && !continues)
        cut_container(blocks, copy, start, line);
    sequence_add(&blocks->sequence, record);
}

/* Blank lines that no block stands before, or an empty text. */
static void add_blank_block(struct blocks *blocks)
{
    struct record record = {.identity = ++blocks->last_identity};

    sequence_add(&blocks->sequence, record);
}

/* Adds the blocks of the OUTLINE of a window, which begin before its end. An
 * item that the window begins with is no list of its own. */
static void add_blocks(struct blocks *blocks, const struct window *window,
                       const struct outline *outline)
{
    const struct node *nodes = outline->nodes;
    bool in_list = window->begin.continues && !window->begin.in_table;
    size_t i = in_list;

    if (!outline->count || nodes->line > 0)
        add_blank_block(blocks);
    while (i < outline->count &&
           window->begin.line + nodes[i].line < window->end) {
        size_t count = 1;

        while (i + count < outline->count &&
               !boundary_is_at(outline, i + count))
            count++;
        add_block(blocks, window, nodes + i, count,
                  (in_list && i == 1) || boundary_continues(outline, i));
        i += count;
    }
}

/*
 * Ends the WINDOW where its last sure block begins; all before that is sure,
 * whatever comes after the lines that OUTLINE is of. NEXT is where that block
 * begins. False if there is no such block but the one it begins with.
 */
static bool cut_window(struct blocks *blocks, struct window *window,
                       const struct outline *outline, struct beginning *next)
{
    size_t index;

    if (!boundary_last(blocks->text, outline, window->begin.line, &index))
        return false;
    next->line = window->begin.line + outline->nodes[index].line;
    next->continues = boundary_continues(outline, index);
    next->in_table = next->continues &&
                     outline->nodes[index].kind == NODE_ROW;
    window->end = next->line;
    return true;
}

/*
 * Adds all blocks from BEGIN to the end of the text. The text is parsed some
 * lines at a time, since cmark's trees are large.
 */
static void add_rest(struct blocks *blocks, struct beginning begin)
{
    size_t line_count = text_line_count(blocks->text);
    size_t step = LINES_AT_ONCE;

    while (begin.line < line_count) {
        struct window window = {.begin = begin, .end = line_count};
        struct beginning next = {.line = line_count};
        struct outline outline;
        bool sure = true;

        if (line_count - begin.line > step)
            window.end = begin.line + step;
        outline = parse(blocks, &window, window.end);
        if (window.end < line_count)
            sure = cut_window(blocks, &window, &outline, &next);
        if (sure) {
            add_blocks(blocks, &window, &outline);
            begin = next;
        }
        step = sure ? LINES_AT_ONCE : LINES_MORE * step;
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

struct blocks *blocks_new(const struct text *text)
{
    struct blocks *blocks = memory_new_zeroed(1, sizeof *blocks);
    const struct window nothing = {0};

    blocks->text = text;
    drop_blocks(blocks, &nothing);
    add_rest(blocks, nothing.begin);
    return blocks;
}

void blocks_free(struct blocks *blocks)
{
    if (!blocks)
        return;
    sequence_free(&blocks->sequence);
    memory_free(blocks);
}

/* Whether BLOCK, whose number is INDEX, is sure to begin where it does. */
static bool is_sure(const struct blocks *blocks, size_t index,
                    const struct block *block)
{
    struct block above = {0};

    if (index)
        above = blocks_at(blocks, index - 1);
    return boundary_is_sure(blocks->text, block) ||
           (above.node_count == 1 && boundary_closes(above.nodes));
}

/*
 * Where parsing begins: with the last block that is sure to begin where it did,
 * its first line being one that the edit leaves alone. Lines before the edit
 * have kept their numbers.
 */
static void find_begin(struct blocks *blocks, struct text_change change,
                       struct window *window)
{
    size_t index = sequence_find_line(&blocks->sequence, change.line);
    struct block block = blocks_at(blocks, index);

    while (index > 0) {
        if (block.line < change.line && is_sure(blocks, index, &block))
            break;
        block = blocks_at(blocks, --index);
    }
    window->first = index;
    window->begin = boundary_of(&block);
}

/*
 * Where parsing may end: at the first block from the old line FROM on that
 * begins after the edit, and is sure to. False if there is none.
 */
static bool find_end(struct blocks *blocks, struct text_change change,
                     size_t from, struct window *window)
{
    size_t touched = change.line + change.removed;
    size_t length = text_length(blocks->text) - blocks->sequence.length;

    window->kept = sequence_find_line(&blocks->sequence, from);
    for (; window->kept < blocks_count(blocks); window->kept++) {
        struct block block = blocks_at(blocks, window->kept);

        if (block.line < from || block.line <= touched)
            continue;
        block.line = block.line - change.removed + change.added;
        block.start += length;
        window->end = block.line;
        if (is_sure(blocks, window->kept, &block))
            return true;
    }
    return false;
}

/* Whether the first line after the window still begins the block KEPT. */
static bool ends_well(struct blocks *blocks, const struct window *window,
                      const struct outline *outline, const struct block *kept)
{
    size_t i = outline->count;

    while (i > 0 && !boundary_is_at(outline, i - 1))
        i--;
    return i > 0 &&
           window->begin.line + outline->nodes[i - 1].line == window->end &&
           (boundary_is_sure(blocks->text, kept) ||
            (i > 1 && boundary_closes(&outline->nodes[i - 2]))) &&
           boundary_holds(blocks->text, kept, outline, i - 1);
}

/*
 * Parses the window together with the first line of the block after it. If
 * that begins a block as it did, everything from there on is as it was. If
 * not, nothing is changed and the result is false.
 */
static bool parse_window(struct blocks *blocks, const struct window *window)
{
    struct block kept = blocks_at(blocks, window->kept);
    struct outline outline = parse(blocks, window, window->end + 1);
    bool well;

    kept.start = text_line(blocks->text, window->end).start;
    kept.line = window->end;
    well = ends_well(blocks, window, &outline, &kept);
    if (well) {
        drop_blocks(blocks, window);
        add_blocks(blocks, window, &outline);
    }
    outline_free(&outline);
    return well;
}

/* A window that doesn't end well, as below a fence just opened, is tried again
 * at a larger size, at worst to the end of the text. */
static struct blocks_change parse_again(struct blocks *blocks,
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
        from += (WINDOW_MORE - 1) * (window.end - window.begin.line);
        done = parse_window(blocks, &window);
    }
    if (!done) {
        drop_blocks(blocks, &window);
        add_rest(blocks, window.begin);
    }
    removed = window.kept - window.first;
    return (struct blocks_change){
        .first = window.first, .removed = removed,
        .added = blocks_count(blocks) + removed - count};
}

/* Whether a line from FIRST to END - 1 may close a fence of FENCE. */
static bool may_close(const struct text *text, size_t first, size_t end,
                      char fence)
{
    for (size_t line = first; line < end; line++) {
        struct slice bytes = text_line_bytes(text, line);
        size_t start = markers_skip(bytes, 0);

        if (start < bytes.length && bytes.bytes[start] == fence)
            return true;
    }
    return false;
}

/* Whether BLOCK is fenced code that CHANGE begins in and doesn't reach past. */
static bool holds_code(const struct block *block, struct text_change change)
{
    return block->node_count == 1 && block->nodes->kind == NODE_CODE &&
           block->nodes->level && change.line > block->line &&
           change.line + change.removed <= block->line + block->line_count;
}

/*
 * An edit between the fences of code leaves it code, and nothing of it is to
 * be parsed, unless it closes the code. *INDEX is the block; END gets where
 * the code, whose last line the edit leaves alone, ends now.
 */
static bool is_in_code(struct blocks *blocks, struct text_change change,
                       size_t *index, size_t *end)
{
    const struct text *text = blocks->text;
    size_t past = change.line + change.added;
    struct block block;
    size_t from_end;

    *index = sequence_find_line(&blocks->sequence, change.line);
    block = blocks_at(blocks, *index);
    if (!holds_code(&block, change))
        return false;
    from_end = blocks->sequence.length - block.start - block.nodes->end;
    if (from_end > text_length(text) - block.start)
        return false;
    *end = text_length(text) - block.start - from_end;
    return text_line_at(text, block.start + *end) >= past &&
           !may_close(text, change.line, past, (char)block.nodes->level);
}

/* Makes the code of block INDEX end at END. */
static struct blocks_change stretch_code(struct blocks *blocks, size_t index,
                                         size_t end)
{
    struct block block = blocks_at(blocks, index);
    const struct window window = {.first = index, .kept = index + 1};
    struct record record = {
        .start = (uint32_t)block.start,
        .line = (uint32_t)block.line,
        .node_count = 1,
        .nodes.one = *block.nodes,
        .identity = ++blocks->last_identity,
    };

    record.nodes.one.end = (uint32_t)end;
    drop_blocks(blocks, &window);
    sequence_add(&blocks->sequence, record);
    return (struct blocks_change){.first = index, .removed = 1, .added = 1};
}

struct blocks_change blocks_edit(struct blocks *blocks,
                                 struct text_change change)
{
    struct blocks_change replaced;
    size_t index, end;

    if (is_in_code(blocks, change, &index, &end))
        replaced = stretch_code(blocks, index, end);
    else
        replaced = parse_again(blocks, change);
    replaced.above = change.above;
    replaced.below = change.below;
    return replaced;
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
