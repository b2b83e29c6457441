/* Blocks: what a parse finds in each construct, and what edits replace. */
#include "blocks.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "hostile.h"
#include "memory.h"
#include "whole.h"

/* Writes "heading1", "list-", "code`" and so on. */
static void write_kind(struct buffer *out, const struct node *node)
{
    static const char *const kinds[] = {
        [NODE_QUOTE] = "quote",      [NODE_LIST] = "list",
        [NODE_ITEM] = "item",        [NODE_CODE] = "code",
        [NODE_PARAGRAPH] = "paragraph",
        [NODE_HEADING] = "heading",  [NODE_BREAK] = "break",
        [NODE_TABLE] = "table",      [NODE_ROW] = "row",
        [NODE_DEFINITION] = "definition",
    };

    buffer_add_string(out, kinds[node->kind]);
    if (node->kind == NODE_HEADING || node->kind == NODE_ROW)
        buffer_add_number(out, node->level);
    else if (node->level)
        buffer_add_char(out, (char)node->level);
}

/* A line for each node: its line in the text, kind, and bytes (~ for line
 * ends), indented by its depth. */
static char *outline_of(struct text *text, const struct blocks *blocks)
{
    struct buffer out = {NULL, 0, 0};
    struct wholes wholes;

    wholes_read(&wholes, blocks);
    for (size_t i = 0; i < wholes.count; i++) {
        struct block block = wholes.items[i];

        for (size_t j = 0; j < block.node_count; j++) {
            const struct node *node = &block.nodes[j];
            struct span span = {block.start + node->start,
                                block.start + node->end};
            struct slice bytes = text_slice(text, span);

            for (size_t k = 0; k < node->depth; k++)
                buffer_add_string(&out, "  ");
            buffer_add_number(&out, block.line + node->line);
            buffer_add_char(&out, ' ');
            write_kind(&out, node);
            buffer_add_char(&out, ' ');
            for (size_t k = 0; k < bytes.length; k++) {
                char byte = bytes.bytes[k];

                buffer_add_char(&out, byte == '\n' || byte == '\r' ? '~'
                                                                   : byte);
            }
            buffer_add_char(&out, '\n');
        }
    }
    wholes_free(&wholes);
    return buffer_take(&out);
}

/* The blocks' spans and lines follow one another without a gap, and each
 * block with nodes has one on top, its first. */
static void assert_tiles(const struct text *text, const struct blocks *blocks)
{
    size_t end = 0, end_line = 0;

    for (size_t i = 0; i < blocks_count(blocks); i++) {
        struct block block = blocks_at(blocks, i);

        assert_int_equal(block.start, end);
        assert_int_equal(block.line, end_line);
        assert_int_equal(text_line(text, block.line).start, block.start);
        end += block.length;
        end_line += block.line_count;
        assert_true(block.node_count > 0 || i == 0);
        for (size_t j = 0; j < block.node_count; j++) {
            assert_int_equal(block.nodes[j].depth == block.continues, j == 0);
            assert_true(block.nodes[j].start <= block.nodes[j].end);
            assert_true(block.nodes[j].end <= block.length);
        }
    }
    assert_int_equal(end, text_length(text));
    assert_int_equal(end_line, text_line_count(text));
}

static void assert_outline(const char *markdown, const char *expected)
{
    struct text *text = text_new(slice_of(markdown));
    struct blocks *blocks = blocks_new(text);
    char *outline = outline_of(text, blocks);

    assert_string_equal(outline, expected);
    assert_tiles(text, blocks);
    memory_free(outline);
    blocks_free(blocks);
    text_free(text);
}

struct example {
    const char *markdown, *outline;
};

static void assert_examples(const struct example *examples, size_t count)
{
    for (size_t i = 0; i < count; i++)
        assert_outline(examples[i].markdown, examples[i].outline);
}

#define ASSERT_EXAMPLES(examples)                                             \
    assert_examples(examples, sizeof(examples) / sizeof(examples)[0])

static void leaves_span_their_lines(void **state)
{
    static const struct example examples[] = {
        {"", ""},
        {"\n \n", ""},
        {"a", "0 paragraph a\n"},
        {"a  \nb\n\n", "0 paragraph a  ~b\n"},
        {"  a\r\n\r\nb\r\rc", "0 paragraph a\n2 paragraph b\n4 paragraph c\n"},
        {"# A #\n## B", "0 heading1 # A #\n1 heading2 ## B\n"},
        {"  #\na", "0 heading1 #\n1 paragraph a\n"},
        {"a\nb\n===\nc", "0 heading1 a~b~===\n3 paragraph c\n"},
        {"a\n---", "0 heading2 a~---\n"},
        {"***\n- - -\n", "0 break ***\n1 break - - -\n"},
        {"\n\n# a", "2 heading1 # a\n"},
    };

    (void)state;
    ASSERT_EXAMPLES(examples);
}

static void code_ends_with_its_last_line(void **state)
{
    static const struct example examples[] = {
        {"```c\nx\n\n```\n\na", "0 code` ```c~x~~```\n5 paragraph a\n"},
        {"~~~~\n~~~\n~~~~", "0 code~ ~~~~~~~~~~~~~\n"},
        {"```\nx\n\n \n", "0 code` ```~x\n"},
        {"```", "0 code` ```\n"},
        {"``` `\nx", "0 paragraph ``` `~x\n"},
        {"> ```\n> x\n>\n\n```", "0 quote > ```~> x\n  0 code` ```~> x\n"
                                 "4 code` ```\n"},
        {"> ```\n> >\n> x", "0 quote > ```~> >~> x\n"
                            "  0 code` ```~> >~> x\n"},
        {"    a\n\n     b\n\nc", "0 code a~~     b\n4 paragraph c\n"},
        {"\ta", "0 code a\n"},
    };

    (void)state;
    ASSERT_EXAMPLES(examples);
}

/* Bugzilla lets cmark see no "<" but that of an address. */
static void there_is_no_html(void **state)
{
    static const struct example examples[] = {
        {"<!-- a\n\n# b -->\n# c", "0 paragraph <!-- a\n2 heading1 # b -->\n"
                                   "3 heading1 # c\n"},
        {"<div>\na\n\nb", "0 paragraph <div>~a\n3 paragraph b\n"},
        {"<div>\n- a\n</div>", "0 paragraph <div>\n1 list- - a~</div>\n"
                               "  1 item - a~</div>\n"
                               "    1 paragraph a~</div>\n"},
        {"<!--\n| a |\n| - |\n-->\n\nb",
         "0 paragraph <!--\n1 table | a |~| - |~-->\n  1 row1 | a |\n"
         "  3 row0 -->\n5 paragraph b\n"},
        {"<script>\n\n    a", "0 paragraph <script>\n2 code a\n"},
        {"<https://a>\n===", "0 heading1 <https://a>~===\n"},
        {"[a]: <b>\n[c]: <d e>", "0 definition [a]: <b>\n"
                                "1 paragraph [c]: <d e>\n"},
    };

    (void)state;
    ASSERT_EXAMPLES(examples);
}

static void containers_end_with_their_last_child(void **state)
{
    static const struct example examples[] = {
        {"> a\nb\n>\n\nc", "0 quote > a~b\n  0 paragraph a~b\n"
                           "4 paragraph c\n"},
        {">\n>", "0 quote >\n"},
        {"- a\n\n- b\n\n\nc", "0 list- - a~~- b\n  0 item - a\n"
                              "    0 paragraph a\n  2 item - b\n"
                              "    2 paragraph b\n5 paragraph c\n"},
        {"-\n\n- \n  a", "0 list- -~~- ~  a\n  0 item -\n"
                         "  2 item - ~  a\n    3 paragraph a\n"},
        {"* a\n+ b", "0 list* * a\n  0 item * a\n    0 paragraph a\n"
                     "1 list+ + b\n  1 item + b\n    1 paragraph b\n"},
        {"1. a\n2) b", "0 list. 1. a\n  0 item 1. a\n    0 paragraph a\n"
                       "1 list) 2) b\n  1 item 2) b\n    1 paragraph b\n"},
        {"-\ta\n\n\tb", "0 list- -\ta~~\tb\n  0 item -\ta~~\tb\n"
                        "    0 paragraph a\n    2 paragraph b\n"},
        {" - a\n   - b", "0 list- - a~   - b\n  0 item - a~   - b\n"
                         "    0 paragraph a\n    1 list- - b\n"
                         "      1 item - b\n        1 paragraph b\n"},
        {"> - > a", "0 quote > - > a\n  0 list- - > a\n    0 item - > a\n"
                    "      0 quote > a\n        0 paragraph a\n"},
    };

    (void)state;
    ASSERT_EXAMPLES(examples);
}

static void tables_have_rows(void **state)
{
    static const struct example examples[] = {
        {"| a | b |\n|---|---|\n| c |\nd\n\ne",
         "0 table | a | b |~|---|---|~| c |~d\n  0 row1 | a | b |\n"
         "  2 row0 | c |\n  3 row0 d\n5 paragraph e\n"},
        {"|a|\n|-|", "0 table |a|~|-|\n  0 row1 |a|\n"},
        {"a\nb\n|c|\n|-|\n|d|", "0 paragraph a~b\n2 table |c|~|-|~|d|\n"
                                "  2 row1 |c|\n  4 row0 |d|\n"},
        {"a\n|c|\n|-|", "0 paragraph a\n1 table |c|~|-|\n  1 row1 |c|\n"},
        {"|a|b|\n|-|", "0 paragraph |a|b|~|-|\n"},
        {"|a\\|b|\n|-|", "0 table |a\\|b|~|-|\n  0 row1 |a\\|b|\n"},
        {"|a|\n|-|\n# b", "0 table |a|~|-|\n  0 row1 |a|\n2 heading1 # b\n"},
        {"|a|\n|-|\n|", "0 table |a|~|-|\n  0 row1 |a|\n2 paragraph |\n"},
        {"- x\n  |a|\n  |-|\n  b\n",
         "0 list- - x~  |a|~  |-|~  b\n  0 item - x~  |a|~  |-|~  b\n"
         "    0 paragraph x\n    1 table |a|~  |-|~  b\n      1 row1 |a|\n"
         "      3 row0 b\n"},
        {"> |a|\n> |-|\nb", "0 quote > |a|~> |-|\n  0 table |a|~> |-|\n"
                            "    0 row1 |a|\n2 paragraph b\n"},
    };

    (void)state;
    ASSERT_EXAMPLES(examples);
}

static void definitions_are_nodes_of_their_own(void **state)
{
    static const struct example examples[] = {
        {"[a]: b\n[c]:\n d\n 'e\nf'\n\ng", "0 definition [a]: b~[c]:~ d~ 'e~f'"
                                           "\n6 paragraph g\n"},
        {"[a]: b\nc\n", "0 definition [a]: b\n1 paragraph c\n"},
        {"[a]: b\nc\n---", "0 definition [a]: b\n1 heading2 c~---\n"},
        {"[a]: b\n===\nc", "0 definition [a]: b\n1 paragraph ===~c\n"},
        {"[a]: b\n===\n---", "0 definition [a]: b\n1 heading2 ===~---\n"},
        {"> [a]: b\n> ===\n> -", "0 quote > [a]: b~> ===~> -\n"
                                 "  0 definition [a]: b\n"
                                 "  1 heading2 ===~> -\n"},
        {"[a]: b 'c\n", "0 paragraph [a]: b 'c\n"},
        {"- [a]: b\n- c\n\n[d]: e", "0 list- - [a]: b~- c\n"
                                    "  0 item - [a]: b\n"
                                    "    0 definition [a]: b\n  1 item - c\n"
                                    "    1 paragraph c\n3 definition [d]: e\n"},
        {"- a\n\n  [b]: c\n- [d]: e", "0 list- - a~~  [b]: c~- [d]: e\n"
                                      "  0 item - a~~  [b]: c\n"
                                      "    0 paragraph a\n"
                                      "    2 definition [b]: c\n"
                                      "  3 item - [d]: e\n"
                                      "    3 definition [d]: e\n"},
        {"> [a]: b\nc", "0 quote > [a]: b~c\n  0 definition [a]: b\n"
                        "  1 paragraph c\n"},
        {"[a]: b\n|c|\n|-|", "0 paragraph [a]: b\n1 table |c|~|-|\n"
                             "  1 row1 |c|\n"},
    };

    (void)state;
    ASSERT_EXAMPLES(examples);
}

static void bytes_that_move_cmarks_columns(void **state)
{
    struct text *text = text_new((struct slice){"- a\0\n  - b\0", 11});
    struct blocks *blocks = blocks_new(text);
    const struct node *nodes = blocks_at(blocks, 0).nodes;

    (void)state;
    assert_int_equal(blocks_at(blocks, 0).node_count, 6);
    assert_int_equal(nodes[5].kind, NODE_PARAGRAPH);
    assert_int_equal(nodes[5].start, 9);
    assert_int_equal(nodes[5].end, 11);
    blocks_free(blocks);
    text_free(text);
    assert_outline("\xEF\xBB\xBF# a\n", "0 heading1 # a\n");
    assert_outline("\xEF\xBB\xBF  - a", "0 list- - a\n  0 item - a\n"
                                        "    0 paragraph a\n");
    assert_outline("\xEF\xBB\xBF\n\na", "2 paragraph a\n");
    assert_outline("a\n\n\xEF\xBB\xBF# b", "0 paragraph a\n"
                                           "2 paragraph \xEF\xBB\xBF# b\n");
}

static void blocks_are_found_by_offset(void **state)
{
    static const size_t expected[] = {0, 0, 1, 1, 1, 2, 2, 2};
    struct text *text = text_new(slice_of("\n\na\n\n# b"));
    struct blocks *blocks = blocks_new(text);

    (void)state;
    assert_int_equal(blocks_count(blocks), 3);
    assert_int_equal(blocks_at(blocks, 0).node_count, 0);
    for (size_t i = 0; i < 8; i++)
        assert_int_equal(blocks_find(blocks, i), expected[i]);
    assert_int_equal(blocks_find(blocks, 99), 2);
    blocks_free(blocks);
    text_free(text);
}

/* An edit, and which of the blocks that makes anew. */
struct replacement {
    struct span span;
    const char *bytes;
    struct {
        size_t first, removed, added;
    } change;
};

static void assert_replaces(const char *markdown, struct replacement row)
{
    struct text *text = text_new(slice_of(markdown));
    struct blocks *blocks = blocks_new(text);
    uint64_t last = blocks_at(blocks, blocks_count(blocks) - 1).identity;
    struct blocks_change change =
        blocks_edit(blocks, text_splice(text, row.span, slice_of(row.bytes)));

    assert_int_equal(change.first, row.change.first);
    assert_int_equal(change.removed, row.change.removed);
    assert_int_equal(change.added, row.change.added);
    assert_int_equal(change.above, row.span.start);
    assert_int_equal(change.below, strlen(markdown) - row.span.end);
    for (size_t j = 0; j < blocks_count(blocks); j++) {
        bool added = j >= change.first && j < change.first + change.added;

        assert_int_equal(blocks_at(blocks, j).identity > last, added);
    }
    assert_tiles(text, blocks);
    blocks_free(blocks);
    text_free(text);
}

static void edits_replace_what_they_touch(void **state)
{
    static const struct replacement rows[] = {
        {{5, 6}, "x", {0, 2, 2}},           /* text of a paragraph */
        {{13, 13}, "x", {2, 2, 2}},
        {{13, 13}, "  ", {2, 2, 1}},        /* it joins the list before it */
        {{13, 13}, "```\n", {2, 4, 2}},     /* all behind it is code now */
        {{21, 21}, "\n", {4, 2, 2}},
        {{0, 0}, "\n", {0, 1, 2}},
    };

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        assert_replaces("# a\n\nb\n\n- c\n\nd\n\n# e\n\nf\n", rows[i]);
}

/* Without a blank line between them. */
static void edits_replace_items_and_rows(void **state)
{
    static const struct {
        const char *markdown;
        struct replacement replacement;
    } rows[] = {
        /* The item, and those beside it. */
        {"- a\n- b\n- c\n- d\n- e\n", {{10, 11}, "x", {1, 3, 3}}},
        {"- a\n- b\n- c\n- d\n- e\n", {{8, 8}, "- x\n", {1, 3, 4}}},
        {"- a\n- b\n- c\n- d\n- e\n", {{8, 8}, "x\n", {1, 3, 3}}},
        {"- a\n- b\n- c\n- d\n- e\n", {{8, 12}, "", {1, 4, 3}}},
        /* The item behind it begins a list now, which goes on as it did. */
        {"- a\n- b\n- c\n- d\n- e\n", {{8, 8}, "+ x\n", {1, 3, 4}}},
        {"|a|\n|-|\n|b|\n|c|\n|d|\n|e|\n", {{13, 14}, "x", {1, 3, 3}}},
        {"|a|\n|-|\n|b|\n|c|\n|d|\n|e|\n", {{16, 16}, "- x\n", {2, 3, 2}}},
        {"|a|\n|-|\n|b|\n|c|\n|d|\n|e|\n", {{5, 6}, "x", {0, 5, 1}}},
        {"# a\n# b\n# c\n# d\n# e\n", {{10, 11}, "x", {1, 3, 3}}},
        {"a\n=\nb\n=\nc\n=\nd\n=\ne\n", {{8, 9}, "x", {1, 2, 2}}},
        {"a\n***\nb\nb\n***\nc\n***\n", {{8, 9}, "x", {2, 2, 2}}},
        /* A heading by its underline, with a definition above. */
        {"[a]: b\n    # c\nd\n-\n", {{17, 19}, "", {0, 2, 2}}},
        {"```\na\nb\nc\n```\nd\n", {{6, 7}, "x", {0, 1, 1}}},
        {"```\na\nb\nc\n```\nd\n", {{6, 7}, "```\n", {0, 2, 3}}},
    };

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        assert_replaces(rows[i].markdown, rows[i].replacement);
}

/* That this test ends is part of what it tests. */
static void hostile_texts_are_parsed(void **state)
{
    (void)state;
    for (size_t i = 0; i < hostile_count; i++) {
        struct buffer bytes = {NULL, 0, 0};
        struct text *text;
        struct blocks *blocks, *fresh;
        struct span middle;

        hostile_text(&hostiles[i], &bytes);
        text = text_new((struct slice){bytes.bytes, bytes.length});
        blocks = blocks_new(text);
        middle = (struct span){bytes.length / 2, bytes.length / 2};
        blocks_edit(blocks, text_splice(text, middle, slice_of("a\n\n")));
        assert_tiles(text, blocks);
        fresh = blocks_new(text);
        assert_int_equal(blocks_count(blocks), blocks_count(fresh));
        blocks_free(fresh);
        blocks_free(blocks);
        text_free(text);
        buffer_free(&bytes);
    }
}

static void quotes_nest_without_end_but_lists_do_not(void **state)
{
    struct buffer bytes = {NULL, 0, 0};
    struct text *text;
    struct blocks *blocks;
    struct block block;

    (void)state;
    for (int i = 0; i < 3000; i++)
        buffer_add_char(&bytes, '>');
    buffer_add_string(&bytes, "a\n\n");
    for (int i = 0; i < 200; i++)
        buffer_add_string(&bytes, "+ ");
    buffer_add_string(&bytes, "a");
    text = text_new((struct slice){bytes.bytes, bytes.length});
    blocks = blocks_new(text);
    assert_int_equal(blocks_count(blocks), 2);
    assert_int_equal(blocks_at(blocks, 0).node_count, 3001);
    block = blocks_at(blocks, 1);
    assert_int_equal(block.node_count, 61);
    assert_int_equal(block.nodes[60].kind, NODE_PARAGRAPH);
    assert_int_equal(block.nodes[60].start, 60);
    blocks_free(blocks);
    text_free(text);
    buffer_free(&bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(leaves_span_their_lines),
        cmocka_unit_test(code_ends_with_its_last_line),
        cmocka_unit_test(there_is_no_html),
        cmocka_unit_test(containers_end_with_their_last_child),
        cmocka_unit_test(tables_have_rows),
        cmocka_unit_test(definitions_are_nodes_of_their_own),
        cmocka_unit_test(bytes_that_move_cmarks_columns),
        cmocka_unit_test(blocks_are_found_by_offset),
        cmocka_unit_test(edits_replace_what_they_touch),
        cmocka_unit_test(edits_replace_items_and_rows),
        cmocka_unit_test(hostile_texts_are_parsed),
        cmocka_unit_test(quotes_nest_without_end_but_lists_do_not),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
