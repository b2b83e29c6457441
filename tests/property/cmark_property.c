/*
 * Our block structure is that of cmark-gfm with its own table extension, for a
 * text as Bugzilla gives it to it.
 *
 *     cmark_property TEXTS SEED [FILE...]
 *
 * compares random texts, or the files. Where cmark-gfm's positions are known
 * to be wrong (below), only the kinds of nodes are compared. A difference is
 * printed, cut down to as few lines as show it; exit 1.
 */
#define CMARK_NO_SHORT_NAMES
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "blocks.h"
#include "file.h"
#include "memory.h"
#include "soup.h"
#include "whole.h"

/* Longer ones take too long. */
#define FILE_LIMIT (16u << 20)

/* A node of either tree; lines and columns are of the whole text, from 1, and
 * 0 if unknown. Definitions are left out, for cmark keeps none. */
struct seen {
    enum node_kind kind;
    size_t depth, line, column, end_line;
    int level;
};

struct list {
    struct seen *items;
    size_t count, room;
};

static void add(struct list *list, struct seen seen)
{
    list->items = memory_grow(list->items, &list->room, list->count + 1,
                              sizeof seen);
    list->items[list->count++] = seen;
}

static bool is_type(cmark_node *node, const char *type)
{
    return strcmp(cmark_node_get_type_string(node), type) == 0;
}

static bool kind_of(cmark_node *node, enum node_kind *kind)
{
    static const struct {
        const char *type;
        enum node_kind kind;
    } kinds[] = {
        {"block_quote", NODE_QUOTE},      {"list", NODE_LIST},
        {"item", NODE_ITEM},              {"code_block", NODE_CODE},
        {"paragraph", NODE_PARAGRAPH},
        {"heading", NODE_HEADING},        {"thematic_break", NODE_BREAK},
        {"table", NODE_TABLE},            {"table_row", NODE_ROW},
        {"table_header", NODE_ROW},
    };

    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        if (is_type(node, kinds[i].type)) {
            *kind = kinds[i].kind;
            return true;
        }
    }
    return false;
}

static int level_of(cmark_node *node, enum node_kind kind)
{
    int length, offset;
    char fence = '\0';

    if (kind == NODE_HEADING)
        return cmark_node_get_heading_level(node);
    if (kind == NODE_CODE && cmark_node_get_fenced(node, &length, &offset,
                                                   &fence))
        return fence;
    if (kind == NODE_ROW)
        return is_type(node, "table_header");
    if (kind == NODE_LIST &&
        cmark_node_get_list_type(node) == CMARK_ORDERED_LIST)
        return cmark_node_get_list_delim(node) == CMARK_PAREN_DELIM ? ')'
                                                                    : '.';
    return 0;
}

/*
 * What cmark-gfm says of NODE. The columns of rows are those of their table. A
 * paragraph made of the lines above a table's header has no place, and the
 * table and its header have the paragraph's. End lines are true for paragraphs.
 */
static void add_theirs(struct list *list, cmark_node *node, size_t depth)
{
    struct seen seen = {.depth = depth};
    bool below_paragraph = false;

    if (!kind_of(node, &seen.kind))
        return;
    seen.level = level_of(node, seen.kind);
    seen.line = (size_t)cmark_node_get_start_line(node);
    seen.column = (size_t)cmark_node_get_start_column(node);
    if (seen.kind == NODE_PARAGRAPH && seen.line)
        seen.end_line = (size_t)cmark_node_get_end_line(node);
    if (seen.kind == NODE_TABLE)
        below_paragraph = list->count && !list->items[list->count - 1].line;
    if (seen.kind == NODE_ROW) {
        seen.column = 0;
        below_paragraph = seen.level;
    }
    if (below_paragraph)
        seen.line = seen.column = 0;
    add(list, seen);
}

/* Bugzilla's own character in the place of each "<" but that of an address. */
static void add_disarmed(struct buffer *disarmed, struct slice text)
{
    buffer_add_string(disarmed, "");
    for (size_t at = 0; at < text.length; at++) {
        if (text.bytes[at] == '<' && !slice_has(text, at, "<http://") &&
            !slice_has(text, at, "<https://"))
            buffer_add_string(disarmed, "\xEF\xB7\x94");     /* U+FDD4 */
        else
            buffer_add_char(disarmed, text.bytes[at]);
    }
}

static cmark_node *parse(struct slice bytes)
{
    cmark_parser *parser = cmark_parser_new(CMARK_OPT_DEFAULT);
    struct buffer text = {NULL, 0, 0};
    cmark_node *root;

    add_disarmed(&text, bytes);
    cmark_gfm_core_extensions_ensure_registered();
    cmark_parser_attach_syntax_extension(parser,
                                         cmark_find_syntax_extension("table"));
    cmark_parser_feed(parser, text.bytes, text.length);
    root = cmark_parser_finish(parser);
    cmark_parser_free(parser);
    buffer_free(&text);
    return root;
}

static struct list theirs(struct slice text)
{
    cmark_node *root = parse(text);
    cmark_iter *iter = cmark_iter_new(root);
    struct list list = {NULL, 0, 0};
    size_t depth = 0;
    cmark_event_type event;

    while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(iter);

        if (event == CMARK_EVENT_ENTER)
            add_theirs(&list, node, depth - 1);
        if (cmark_node_first_child(node))
            depth += event == CMARK_EVENT_ENTER ? 1 : (size_t)-1;
    }
    cmark_iter_free(iter);
    cmark_node_free(root);
    return list;
}

/* What we say of NODE. */
static void add_ours(struct list *list, struct text *text, struct block block,
                     const struct node *node)
{
    size_t start = block.start + node->start;
    size_t line = text_line_at(text, start);
    struct seen seen = {(enum node_kind)node->kind, node->depth, line + 1,
                        start - text_line(text, line).start + 1,
                        text_line_at(text, block.start + node->end) + 1,
                        node->level};

    if (line != block.line + node->line)
        seen.line = SIZE_MAX;
    if (seen.kind == NODE_LIST && node->level != '.' && node->level != ')')
        seen.level = 0;
    add(list, seen);
}

static struct list ours(struct text *text)
{
    struct blocks *blocks = blocks_new(text);
    struct list list = {NULL, 0, 0};
    struct wholes wholes;

    wholes_read(&wholes, blocks);
    for (size_t i = 0; i < wholes.count; i++) {
        struct block block = wholes.items[i];

        for (size_t j = 0; j < block.node_count; j++)
            add_ours(&list, text, block, &block.nodes[j]);
    }
    wholes_free(&wholes);
    blocks_free(blocks);
    return list;
}

/* Gives what follows a definition without a gap the definition's place. */
static void drop_definitions(struct list *list)
{
    size_t kept = 0;

    for (size_t i = 0; i < list->count; i++) {
        struct seen seen = list->items[i];

        if (seen.kind == NODE_DEFINITION)
            continue;
        for (size_t j = i; j > 0; j--) {
            struct seen *before = &list->items[j - 1];

            if (before->kind != NODE_DEFINITION ||
                before->depth != seen.depth ||
                before->end_line + 1 != list->items[i].line)
                break;
            seen.line = 0;      /* cmark's is the definition's, or is lost */
        }
        list->items[kept++] = seen;
    }
    list->count = kept;
}

static bool same(const struct seen *our, const struct seen *their)
{
    if (our->kind != their->kind || our->depth != their->depth ||
        our->level != their->level)
        return false;
    if (their->end_line && our->end_line != their->end_line)
        return false;
    if (!our->line || !their->line)
        return true;
    return our->line == their->line &&
           (!their->column || our->column == their->column);
}

static void print(const char *who, const struct list *list)
{
    printf("%s:", who);
    for (size_t i = 0; i < list->count; i++) {
        const struct seen *seen = &list->items[i];

        printf(" %zu:%d/%d@%zu:%zu-%zu", seen->depth, seen->kind, seen->level,
               seen->line, seen->column, seen->end_line);
    }
    putchar('\n');
}

/* The last line that the node has no child for. */
static size_t last_line(struct text *text, struct block block, size_t index)
{
    const struct node *node = &block.nodes[index];

    if (node->kind == NODE_ITEM || node->kind == NODE_QUOTE)
        return block.line + node->line;
    return text_line_at(text, block.start + node->end);
}

/* Whether the node is no leaf. An item or quote is one on its first line, if
 * no child of it begins there. */
static bool is_wrapper(struct block block, size_t index)
{
    const struct node *node = &block.nodes[index];

    if (node->kind == NODE_LIST || node->kind == NODE_ROW)
        return true;
    return (node->kind == NODE_ITEM || node->kind == NODE_QUOTE) &&
           index + 1 < block.node_count && node[1].depth > node->depth &&
           node[1].line == node->line;
}

/* Whether LINE has more than blanks, marks of quotes, byte order marks. */
static bool has_content(struct text *text, size_t line)
{
    struct slice bytes = text_slice(text, text_line_content(text, line));

    for (size_t i = 0; i < bytes.length; i++) {
        if (!memchr(" \t>\xEF\xBB\xBF", bytes.bytes[i], 6))
            return true;
    }
    return false;
}

/* Each line with content must be in exactly one leaf, definitions included. */
static bool lines_have_their_leaf(struct text *text)
{
    struct blocks *blocks = blocks_new(text);
    size_t count = text_line_count(text);
    unsigned char *leaves = memory_new_zeroed(count, 1);
    bool right = true;
    struct wholes wholes;

    wholes_read(&wholes, blocks);
    for (size_t i = 0; i < wholes.count; i++) {
        struct block block = wholes.items[i];

        for (size_t j = 0; j < block.node_count; j++) {
            size_t line = block.line + block.nodes[j].line;

            if (is_wrapper(block, j))
                continue;
            for (; line <= last_line(text, block, j); line++)
                leaves[line]++;
        }
    }
    for (size_t line = 0; line < count; line++)
        right = right && leaves[line] <= 1 &&
                (leaves[line] || !has_content(text, line));
    memory_free(leaves);
    wholes_free(&wholes);
    blocks_free(blocks);
    return right;
}

static bool agrees(struct slice bytes, bool loud)
{
    struct text *text = text_new(bytes);
    struct list their = theirs(bytes);
    struct list our = ours(text);
    bool right;

    drop_definitions(&our);
    right = our.count == their.count && lines_have_their_leaf(text);
    for (size_t i = 0; i < our.count && right; i++)
        right = same(&our.items[i], &their.items[i]);
    if (!right && loud) {
        print("cmark", &their);
        print("ours ", &our);
    }
    memory_free(our.items);
    memory_free(their.items);
    text_free(text);
    return right;
}

/* Takes out what the difference doesn't need, in ever smaller pieces. */
static void shrink(struct buffer *text)
{
    for (size_t length = 256; length; length /= 2) {
        for (size_t i = 0; i + length <= text->length;) {
            struct buffer shorter = {NULL, 0, 0};

            buffer_add(&shorter, text->bytes, i);
            buffer_add(&shorter, text->bytes + i + length,
                       text->length - i - length);
            if (agrees((struct slice){shorter.bytes, shorter.length}, false)) {
                buffer_free(&shorter);
                i++;
            } else {
                buffer_free(text);
                *text = shorter;
            }
        }
    }
}

static bool try_text(struct buffer *text)
{
    if (agrees((struct slice){text->bytes, text->length}, false))
        return true;
    shrink(text);
    agrees((struct slice){text->bytes, text->length}, true);
    for (size_t i = 0; i < text->length; i++) {
        unsigned char byte = (unsigned char)text->bytes[i];

        if (byte < ' ' || byte > '~')
            printf("\\%03o", byte);
        else
            putchar(byte);
    }
    putchar('\n');
    return false;
}

static bool try_random(uint64_t *seed)
{
    struct buffer text = {NULL, 0, 0};
    bool right;

    buffer_add(&text, "", 0);
    if (soup_below(seed, 50) == 0)
        buffer_add_string(&text, "\xEF\xBB\xBF");
    /* Seldom one that is long enough to be parsed in several goes. */
    if (soup_below(seed, 5000) == 0)
        soup_lines(seed, &text, 5000);
    else if (soup_below(seed, 10))
        soup_lines(seed, &text, soup_below(seed, 16));
    else
        soup_report(seed, &text, soup_below(seed, 6));
    right = try_text(&text);
    buffer_free(&text);
    return right;
}

static bool try_file(const char *path)
{
    struct buffer text = {NULL, 0, 0};
    bool right;

    if (!file_read(path, FILE_LIMIT, &text)) {
        perror(path);
        return false;
    }
    right = try_text(&text);
    buffer_free(&text);
    return right;
}

int main(int argc, char **argv)
{
    size_t texts = argc > 1 ? strtoul(argv[1], NULL, 10) : 1000;
    uint64_t seed = argc > 2 ? strtoull(argv[2], NULL, 10) : 1;
    bool right = true;

    for (int i = 3; i < argc && right; i++)
        right = try_file(argv[i]);
    for (size_t i = 0; i < texts && argc <= 3 && right; i++)
        right = try_random(&seed);
    return right ? 0 : 1;
}
