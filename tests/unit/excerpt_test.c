/* Whether carets stand below what they mark, whatever is before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "excerpt.h"

/* MARKED is what is marked; where it is empty, its place is the line's end. */
static const struct row {
    const char *text;
    const char *marked;
    size_t width;
    const char *source;
    const char *marks;
} rows[] = {
    {"one two three\n", "two", 80, "one two three", "    ^^^"},
    {"zero\none two\n", "two", 80, "one two", "    ^^^"},
    {"one two\r\nthree", "two", 80, "one two", "    ^^^"},
    /* Only the first of its lines. */
    {"one two\nthree", "two\nthr", 80, "one two", "    ^^^"},
    /* Tabs, wide and combining characters. */
    {"a\tx", "x", 80, "a   x", "    ^"},
    {"\tx", "\t", 80, "    x", "^^^^"},
    {"漢字x", "x", 80, "漢字x", "    ^"},
    {"漢字x", "字", 80, "漢字x", "  ^^"},
    {"e\u0301x", "x", 80, "e\u0301x", " ^"},
    {"\U0001F600x", "x", 80, "\U0001F600x", "  ^"},
    {"\U0001D11Ex", "x", 80, "\U0001D11Ex", " ^"},
    /* What a terminal would obey. */
    {"a\033[1mx", "x", 80, "a\uFFFD[1mx", "     ^"},
    {"a\u202Ex", "x", 80, "a\uFFFDx", "  ^"},
    /* Nothing to mark. */
    {"one", "", 80, "one", "   ^"},
    {"", "", 80, "", "^"},
    {"one\r\ntwo", "\n", 80, "one", "   ^"},
    /* Cut to 20 cells. */
    {"0123456789012345678", "12", 20, "0123456789012345678", " ^^"},
    {"01234567890123456789x", "12", 20, "0123456789012345678…", " ^^"},
    {"01234567890123456789x", "x", 20, "…456789x", "       ^"},
    {"01234567890123456789 long is what is marked", "long is what", 20,
     "…56789 long is what…", "       ^^^^^^^^^^^^"},
    {"漢字漢字漢字漢字漢字x", "x", 20, "…字漢字x", "       ^"},
    {"é long is what is marked", "long is what is marked", 20,
     "é long is what is m…", "  ^^^^^^^^^^^^^^^^^"},
    /* No terminal is as narrow as this. */
    {"01234567890123456789x", "12", 5, "0123456789012345678…", " ^^"},
};

static void carets_stand_below(void **state)
{
    size_t i;

    (void)state;
    for (i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const struct row *row = &rows[i];
        const char *found = strstr(row->text, row->marked);
        size_t start = *row->marked ? (size_t)(found - row->text)
                                    : strlen(row->text);
        struct text *text =
            text_new((struct slice){row->text, strlen(row->text)});
        struct excerpt excerpt;

        excerpt_read(&excerpt, text,
                     (struct span){start, start + strlen(row->marked)},
                     row->width);
        assert_string_equal(excerpt.source.bytes, row->source);
        assert_string_equal(excerpt.marks.bytes, row->marks);
        excerpt_free(&excerpt);
        text_free(text);
    }
}

/* A line longer than any terminal costs no more than what is shown of it. */
static void a_line_of_megabytes_is_cut(void **state)
{
    const size_t length = 3 * 1024 * 1024;
    char *bytes = memory_new(length);
    struct text *text;
    struct excerpt excerpt;

    (void)state;
    memset(bytes, 'x', length);
    bytes[length / 2] = '!';
    text = text_new((struct slice){bytes, length});
    excerpt_read(&excerpt, text,
                 (struct span){length / 2, length / 2 + 1}, 21);
    assert_string_equal(excerpt.source.bytes, "…xxxxxxx!xxxxxxxxxxx…");
    assert_string_equal(excerpt.marks.bytes, "        ^");
    excerpt_free(&excerpt);
    text_free(text);
    memory_free(bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(carets_stand_below),
        cmocka_unit_test(a_line_of_megabytes_is_cut),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
