/* What base has for slices, buffers and sorted items, ends of them above all. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "memory.h"
#include "search.h"
#include "slice.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

static void parts_end_where_the_slice_does(void **state)
{
    static const struct {
        size_t start, end;
        const char *part;
    } rows[] = {
        {0, 5, "reply"}, {1, 3, "ep"}, {3, 9, "ly"},
        {5, 5, ""},      {7, 9, ""},   {4, 2, ""},
    };
    struct slice word = slice_of("reply");

    (void)state;
    for (size_t row = 0; row < COUNT(rows); row++) {
        struct slice part = slice_part(word, rows[row].start, rows[row].end);

        assert_true(slice_is(part, rows[row].part));
        assert_true(part.bytes >= word.bytes);
        assert_true(part.bytes + part.length <= word.bytes + word.length);
    }
    assert_true(slice_is(slice_from(word, 2), "ply"));
    assert_int_equal(slice_at(word, 4), 'y');
    assert_int_equal(slice_at(word, 5), '\0');
    assert_false(slice_digit_at(slice_of("1"), 1));
}

static void words_are_found_where_they_stand(void **state)
{
    static const struct {
        size_t at;
        const char *word;
        bool same, folded;
    } rows[] = {
        {0, "Bug", true, true},    {0, "bug", false, true},
        {4, "12", true, true},     {4, "123", false, false},
        {6, "", true, true},       {7, "", false, true},
        {0, "Bug 12", true, true}, {0, "Bug 12x", false, false},
    };
    struct slice text = slice_of("Bug 12");

    (void)state;
    for (size_t row = 0; row < COUNT(rows); row++) {
        assert_int_equal(slice_has(text, rows[row].at, rows[row].word),
                         rows[row].same);
        assert_int_equal(slice_has_word(text, rows[row].at, rows[row].word),
                         rows[row].folded);
    }
    assert_true(slice_begins(text, "Bug"));
    assert_true(slice_ends(text, "12"));
    assert_false(slice_ends(slice_of("2"), "12"));
    assert_true(slice_same((struct slice){NULL, 0}, slice_of("")));
    assert_true(slice_same_word((struct slice){NULL, 0}, slice_of("")));
}

static void sets_hold_no_nul(void **state)
{
    struct slice text = {"  a\0b  ", 7};
    struct span all = {0, 7};

    (void)state;
    assert_int_equal(slice_skip(text, 0, " a"), 3);
    assert_int_equal(slice_find(text, 0, "b"), 4);
    assert_int_equal(slice_find(text, 0, "x"), 7);
    assert_int_equal(slice_trim_span(text, all, " ").start, 2);
    assert_int_equal(slice_trim_span(text, all, " ").end, 5);
    assert_int_equal(slice_trim(slice_of(" \t "), " \t").length, 0);
    assert_true(slice_is_blank(slice_of(" \t")));
    assert_true(slice_is_blank(slice_of("")));
    assert_false(slice_is_blank(slice_of(" \r")));
}

static void cuts_leave_whole_characters(void **state)
{
    struct slice word = slice_of("a\xC3\xA9\xF0\x9D\x84\x9E");
    static const size_t lengths[] = {0, 1, 1, 3, 3, 3, 3, 7, 7};

    (void)state;
    for (size_t most = 0; most < COUNT(lengths); most++)
        assert_int_equal(slice_cut(word, most).length, lengths[most]);
}

static bool is_less(const void *items, size_t index, size_t key)
{
    return ((const size_t *)items)[index] < key;
}

static void the_first_not_before_is_found(void **state)
{
    static const size_t items[] = {2, 4, 4, 4, 9};
    static const size_t found[] = {0, 0, 0, 1, 1, 4, 4, 4, 4, 4, 5};

    (void)state;
    for (size_t key = 0; key < COUNT(found); key++)
        assert_int_equal(search_first(items, COUNT(items), key, is_less),
                         found[key]);
    assert_int_equal(search_first(items, 0, 3, is_less), 0);
}

static void buffers_take_what_is_added(void **state)
{
    struct buffer buffer = {NULL, 0, 0};
    struct {
        size_t *items;
        size_t count, room;
    } list = {NULL, 0, 0};

    (void)state;
    buffer_add_slice(&buffer, slice_part(slice_of("abc"), 1, 2));
    buffer_add_times(&buffer, '-', 3);
    buffer_add_times(&buffer, '+', 0);
    buffer_addf(&buffer, "%s %zu%%", "x", (size_t)7);
    buffer_add_char(&buffer, ' ');
    buffer_add_time(&buffer, 9 * 60 + 5);
    assert_string_equal(buffer.bytes, "b---x 7% 09:05");
    assert_int_equal(buffer_slice(&buffer).length, strlen(buffer.bytes));
    buffer_free(&buffer);
    for (size_t number = 0; number < 100; number++)
        *memory_add(&list) = number;
    assert_int_equal(list.count, 100);
    assert_int_equal(list.items[0], 0);
    assert_int_equal(list.items[99], 99);
    memory_free(list.items);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parts_end_where_the_slice_does),
        cmocka_unit_test(words_are_found_where_they_stand),
        cmocka_unit_test(sets_hold_no_nul),
        cmocka_unit_test(cuts_leave_whole_characters),
        cmocka_unit_test(the_first_not_before_is_found),
        cmocka_unit_test(buffers_take_what_is_added),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
