/* Words of a report in messages. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "memory.h"
#include "finding.h"

#define BLANK "\xEF\xBF\xBD" /* U+FFFD */

static void words_can_only_be_read(void **state)
{
    static const struct {
        const char *word, *shown;
    } rows[] = {
        {"plain", "plain"},
        {"z\xC3\xA9ro \xE6\x97\xA5\xE6\x9C\xAC", "z\xC3\xA9ro \xE6\x97\xA5\xE6\x9C\xAC"},
        {"", ""},
        {"two\nlines", "two lines"},
        {"\tblanks \r\n", " blanks   "},
        {"\033[31mred", BLANK "[31mred"},
        {"bell\a", "bell" BLANK},
        {"delete\x7F", "delete" BLANK},
        {"c1\xC2\x9B", "c1" BLANK},
        {"\xE2\x80\xAEturned", BLANK "turned"},
        {"\xE2\x81\xA6isolated\xE2\x81\xA9", BLANK "isolated" BLANK},
        {"line\xE2\x80\xA8" "end", "line" BLANK "end"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct finding_words words = {
            .value = {rows[i].word, strlen(rows[i].word)}};
        char *message = message_fill_in("<{value}>", &words);
        struct buffer expected = {NULL, 0, 0};

        buffer_add_char(&expected, '<');
        buffer_add_string(&expected, rows[i].shown);
        buffer_add_char(&expected, '>');
        assert_string_equal(message, expected.bytes);
        buffer_free(&expected);
        memory_free(message);
    }
}

/* NUL can be in a word too. */
static void a_nul_is_shown(void **state)
{
    struct finding_words words = {.value = {"a\0b", 3}};
    char *message = message_fill_in("{value}", &words);

    (void)state;
    assert_string_equal(message, "a" BLANK "b");
    memory_free(message);
}

static void long_words_are_cut(void **state)
{
    char word[200];
    struct finding_words words = {.value = {word, sizeof word}};
    char *message;

    (void)state;
    memset(word, 'a', sizeof word);
    memcpy(word + 79, "\xC3\xA9", 2);
    message = message_fill_in("{value}.", &words);
    assert_int_equal(strlen(message), 79 + strlen("\xE2\x80\xA6."));
    assert_string_equal(message + 79, "\xE2\x80\xA6.");
    memory_free(message);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_can_only_be_read),
        cmocka_unit_test(a_nul_is_shown),
        cmocka_unit_test(long_words_are_cut),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
