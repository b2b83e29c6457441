/* Foreign words in what an editor shows. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "glyph.h"

static void no_link_is_left(void **state)
{
    static const struct {
        const char *text, *shown;
    } rows[] = {
        {"", ""},
        {"plain (words) [here]", "plain (words) [here]"},
        {"[a](command:b)", "[a] (command:b)"},
        {"](", "] ("},
        {"](](a", "] (] (a"},
        {"[[a]](b)((c)", "[[a]] (b)((c)"},
        {"[a]\n(b)", "[a]\xEF\xBF\xBD(b)"},
        {"[a\033](b", "[a\xEF\xBF\xBD] (b"},
        {"\xC3\xA9](\xC3\xA9", "\xC3\xA9] (\xC3\xA9"},
        {"a](b]", "a] (b]"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct buffer shown = {NULL, 0, 0};

        buffer_add_string(&shown, "");
        glyph_add_unlinked(&shown, (struct slice){rows[i].text,
                                                  strlen(rows[i].text)});
        assert_string_equal(shown.bytes, rows[i].shown);
        buffer_free(&shown);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_link_is_left),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
