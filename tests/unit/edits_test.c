/* Edits in order, apart, and applied with a text's own line ends. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "edits.h"

static struct slice slice(const char *string)
{
    return (struct slice){string, strlen(string)};
}

static void line_ends_are_those_of_most_lines(void **state)
{
    static const struct {
        const char *text, *line_end;
    } rows[] = {
        {"", "\n"},         {"one line", "\n"},
        {"a\nb\r\n", "\n"}, {"a\r\nb\r\nc\n", "\r\n"},
        {"a\rb\r", "\r"},   {"\r\r\n\n\n", "\r\n"},
        {"\n\r", "\r\n"},   {"a\r\n", "\r\n"},
    };

    (void)state;
    for (size_t index = 0; index < sizeof rows / sizeof *rows; index++)
        assert_string_equal(edits_line_end(slice(rows[index].text)),
                            rows[index].line_end);
}

static void edits_are_made_in_order(void **state)
{
    char bang[] = "!", lines[] = "x\ny\n", none[] = "", big[] = "ONE";
    struct edit edits[] = {
        {{7, 7}, bang}, {{3, 4}, lines}, {{0, 3}, big}, {{4, 7}, none},
        {{7, 7}, lines}};
    struct buffer result = {NULL, 0, 0};

    (void)state;
    edits_sort(edits, 5);
    assert_true(edits_apart(edits, 5, 7));
    assert_false(edits_apart(edits, 5, 6));
    edits_apply(slice("one two"), edits, 5, "\r\n", &result);
    assert_string_equal(result.bytes, "ONEx\r\ny\r\n!x\r\ny\r\n");
    buffer_free(&result);
}

static void overlapping_edits_are_told(void **state)
{
    char text[] = "x";
    const struct edit overlapping[] = {{{0, 3}, text}, {{2, 4}, text}};
    const struct edit turned[] = {{{3, 2}, text}};

    (void)state;
    assert_false(edits_apart(overlapping, 2, 9));
    assert_false(edits_apart(turned, 1, 9));
    assert_true(edits_apart(NULL, 0, 0));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(line_ends_are_those_of_most_lines),
        cmocka_unit_test(edits_are_made_in_order),
        cmocka_unit_test(overlapping_edits_are_told),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
