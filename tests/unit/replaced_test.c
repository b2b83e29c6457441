/* What edits have replaced, and where the rest has moved. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "blocks.h"
#include "replaced.h"
#include "text.h"

/* Blocks begin at 0, 3, 6 and 9. */
#define TEXT "a\n\nb\n\nc\n\nd\n"

struct edit {
    struct span span;
    const char *bytes;          /* NULL: no edit */
};

/* Edits one after the other, and what they come to: the block above, and one
 * that begins where an edit ends, are parsed along; but what was edited is told
 * to the byte, and is between the first and the last of it. */
static const struct {
    struct edit edits[2];
    struct replaced replaced;
} rows[] = {
    {{{{0, 0}, NULL}}, {11, 11, 11, 11, 11, 11}},
    {{{{3, 4}, "bb"}}, {0, 6, 7, 3, 4, 5}},
    {{{{3, 3}, "b"}}, {0, 6, 7, 3, 3, 4}},
    {{{{3, 4}, "bb"}, {{7, 8}, ""}}, {0, 9, 9, 3, 7, 7}},
    {{{{6, 7}, "cc"}, {{3, 4}, ""}}, {0, 9, 9, 3, 7, 7}},
    {{{{3, 6}, ""}}, {0, 9, 6, 3, 6, 3}},
    {{{{3, 6}, ""}, {{0, 3}, "x"}}, {0, 9, 4, 0, 6, 1}},
    {{{{11, 11}, "\ne\n"}}, {9, 11, 14, 11, 11, 14}},
};

static struct slice slice_of(const char *string)
{
    return (struct slice){string, strlen(string)};
}

static struct replaced make_edits(const struct edit edits[2])
{
    struct text *text = text_new(slice_of(TEXT));
    struct blocks *blocks = blocks_new(text);
    struct replacing replacing;
    struct replaced replaced;

    replaced_begin(&replacing, text);
    for (size_t i = 0; i < 2 && edits[i].bytes; i++)
        replaced_add(&replacing,
                     blocks_edit(blocks,
                                 text_splice(text, edits[i].span,
                                             slice_of(edits[i].bytes))),
                     blocks);
    replaced = replaced_end(&replacing, blocks, text);
    blocks_free(blocks);
    text_free(text);
    return replaced;
}

static void edits_add_up(void **state)
{
    (void)state;
    for (size_t row = 0; row < sizeof rows / sizeof *rows; row++) {
        struct replaced replaced = make_edits(rows[row].edits);

        if (memcmp(&replaced, &rows[row].replaced, sizeof replaced))
            fail_msg("row %zu: %zu, %zu, %zu", row, replaced.start,
                     replaced.was, replaced.is);
    }
}

static void what_is_spared_moves(void **state)
{
    const struct replaced longer = {.start = 3, .was = 6, .is = 8};
    ptrdiff_t by;

    (void)state;
    assert_true(replaced_spares(&longer, (struct span){0, 3}, &by));
    assert_int_equal(by, 0);
    assert_true(replaced_spares(&longer, (struct span){6, 9}, &by));
    assert_int_equal(by, 2);
    assert_false(replaced_spares(&longer, (struct span){0, 4}, &by));
    assert_false(replaced_spares(&longer, (struct span){5, 9}, &by));
}

static void places_move(void **state)
{
    const struct replaced shorter = {.start = 3, .was = 6, .is = 4};
    const struct replaced inserted = {.start = 3, .was = 3, .is = 5};

    (void)state;
    assert_true(replaced_keeps(&shorter, 2));
    assert_false(replaced_keeps(&shorter, 3));
    assert_true(replaced_keeps(&shorter, 6));
    assert_int_equal(replaced_offset(&shorter, 2), 2);
    assert_int_equal(replaced_offset(&shorter, 3), 3);
    assert_int_equal(replaced_offset(&shorter, 6), 4);
    assert_int_equal(replaced_offset(&inserted, 2), 2);
    assert_int_equal(replaced_offset(&inserted, 3), 5);
}

/* Of a block at 3..8 the bytes 5 and 6 became three others. */
static void bytes_move(void **state)
{
    const struct replaced replaced = {3, 9, 10, 5, 7, 8};

    (void)state;
    assert_int_equal(replaced_byte(&replaced, 2), 2);
    assert_int_equal(replaced_byte(&replaced, 4), 4);
    assert_int_equal(replaced_byte(&replaced, 5), 5);
    assert_int_equal(replaced_byte(&replaced, 6), 5);
    assert_int_equal(replaced_byte(&replaced, 7), 8);
    assert_int_equal(replaced_byte(&replaced, 9), 10);
}

static void edits_are_near_or_far(void **state)
{
    struct text *text = text_new(slice_of(TEXT));
    struct blocks *blocks = blocks_new(text);
    struct replacing replacing;

    (void)state;
    replaced_begin(&replacing, text);
    assert_int_equal(replaced_distance(&replacing, text, (struct span){9, 9}),
                     0);
    replaced_add(&replacing,
                 blocks_edit(blocks, text_splice(text, (struct span){3, 4},
                                                 slice_of("bb"))),
                 blocks);
    assert_int_equal(replaced_distance(&replacing, text, (struct span){0, 1}),
                     2);
    assert_int_equal(replaced_distance(&replacing, text, (struct span){1, 3}),
                     0);
    assert_int_equal(replaced_distance(&replacing, text, (struct span){5, 5}),
                     0);
    assert_int_equal(replaced_distance(&replacing, text, (struct span){9, 9}),
                     4);
    blocks_free(blocks);
    text_free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(edits_add_up),
        cmocka_unit_test(what_is_spared_moves),
        cmocka_unit_test(places_move),
        cmocka_unit_test(bytes_move),
        cmocka_unit_test(edits_are_near_or_far),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
