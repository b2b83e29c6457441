/* What is UTF-8 and what isn't, and where it stops being it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "utf8.h"

static const struct row {
    const char *bytes;
    size_t length;
    size_t invalid;             /* LENGTH: nothing is */
} rows[] = {
    {"", 0, 0},
    {"plain", 5, 5},
    {"a\0b", 3, 3},
    {"\x7F\xC2\x80", 3, 3},             /* U+007F, U+0080 */
    {"\xDF\xBF\xE0\xA0\x80", 5, 5},     /* U+07FF, U+0800 */
    {"\xED\x9F\xBF\xEE\x80\x80", 6, 6}, /* U+D7FF, U+E000 */
    {"\xEF\xBF\xBF\xF0\x90\x80\x80", 7, 7},     /* U+FFFF, U+10000 */
    {"\xF4\x8F\xBF\xBF", 4, 4},         /* U+10FFFF */
    {"a\x80", 2, 1},                    /* no lead */
    {"a\xC0\x80", 3, 1},                /* overlong NUL */
    {"a\xC1\xBF", 3, 1},
    {"a\xE0\x9F\xBF", 4, 1},            /* overlong U+07FF */
    {"a\xF0\x8F\xBF\xBF", 5, 1},        /* overlong U+FFFF */
    {"a\xED\xA0\x80", 4, 1},            /* a surrogate */
    {"a\xF4\x90\x80\x80", 5, 1},        /* U+110000 */
    {"a\xF5\x80\x80\x80", 5, 1},
    {"a\xFF", 2, 1},
    {"ab\xC3", 3, 2},                   /* cut short */
    {"ab\xE2\x82", 4, 2},
    {"ab\xF0\x9D\x84", 5, 2},
    {"ab\xC3(", 4, 2},                  /* no continuation */
    {"ab\xE2\x82(", 5, 2},
    {"\xC3\xA9\xC3\xA9\xE9", 5, 4},
};

static void the_first_wrong_byte_is_found(void **state)
{
    size_t i;

    (void)state;
    for (i = 0; i < sizeof rows / sizeof rows[0]; i++)
        assert_int_equal(utf8_invalid(rows[i].bytes, rows[i].length),
                         rows[i].invalid);
}

static void every_character_is_read(void **state)
{
    uint32_t character;

    (void)state;
    for (character = 1; character <= 0x10FFFF; character += 7) {
        unsigned char bytes[4];
        size_t size = character < 0x80      ? 1
                      : character < 0x800   ? 2
                      : character < 0x10000 ? 3
                                            : 4;
        size_t read;
        size_t i;

        if (character >= 0xD800 && character <= 0xDFFF)
            continue;
        for (i = size; i > 1; i--)
            bytes[i - 1] = (unsigned char)(
                0x80 | ((character >> 6 * (size - i)) & 0x3F));
        bytes[0] = (unsigned char)(
            size == 1 ? character
                      : (0xF0u << (4 - size) & 0xFF)
                            | character >> 6 * (size - 1));
        assert_int_equal(utf8_invalid((char *)bytes, size), size);
        assert_int_equal(utf8_character((char *)bytes, &read), character);
        assert_int_equal(read, size);
    }
}

static void wrong_bytes_are_replaced_one_by_one(void **state)
{
    static const char broken[] = "a\xE2\x82z\xFF";
    struct buffer buffer = {NULL, 0, 0};

    (void)state;
    utf8_add_repaired(&buffer, broken, strlen(broken));
    assert_string_equal(buffer.bytes, "a\uFFFD\uFFFDz\uFFFD");
    buffer_free(&buffer);
}

/* Characters are three bytes, of which the first two may be the same. */
static void what_is_the_same_ends_with_a_character(void **state)
{
    static const struct {
        const char *one, *other;
        size_t start, end;
    } pairs[] = {
        {"", "", 0, 0},
        {"abc", "abc", 3, 0},
        {"abc", "abXbc", 2, 1},
        {"a\u2013c", "a\u2014c", 1, 1},
        {"\u2013", "\u0413", 0, 0},
    };

    (void)state;
    for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++) {
        struct slice one = slice_of(pairs[i].one);
        struct slice other = slice_of(pairs[i].other);
        size_t start = utf8_same_start(one, other);

        assert_int_equal(start, pairs[i].start);
        assert_int_equal(utf8_same_end(one, other, start), pairs[i].end);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_wrong_byte_is_found),
        cmocka_unit_test(every_character_is_read),
        cmocka_unit_test(wrong_bytes_are_replaced_one_by_one),
        cmocka_unit_test(what_is_the_same_ends_with_a_character),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
