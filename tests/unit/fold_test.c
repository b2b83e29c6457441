/*
 * fold_test.c - what folding removes, and what it leaves.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "fold.h"

struct row {
    const char *text, *folded;
};

static const struct row rows[] = {
    {"", ""},
    {"Summary", "summary"},
    {"  Root\t Cause \n Analysis  ", "root cause analysis"},
    {"Relevant policies:", "relevant policies"},
    {"CA Owner CCADB unique ID*:", "ca owner ccadb unique id"},
    {"What went well?", "what went well"},
    {"Label : ? ", "label"},
    {"a: b", "a: b"},
    {"**Incident description:**", "incident description"},
    {"**Incident description**:", "incident description"},
    {"*Prevent*", "prevent"},
    {"_Mitigate_", "mitigate"},
    {"__Detect__", "detect"},
    {"key_compromise", "key_compromise"},
    {"a _b_ c", "a b c"},
    {"`N/A`", "n/a"},
    {"Self\\-Reported", "self-reported"},
    {"2025\\-01\\-02", "2025-01-02"},
    {"What didn\xE2\x80\x99t go well", "what didn't go well"},
    {"What didn't go well", "what didn't go well"},
    {"\xE2\x80\x9Cremaining valid\xE2\x80\x9D", "\"remaining valid\""},
    {"\xE2\x80\x98x\xE2\x80\x99", "'x'"},
    {"2025\xE2\x80\x91" "12\xE2\x80\x90" "18", "2025-12-18"},
    {"A \xE2\x80\x93 B", "a - b"},
    {"A \xE2\x80\x94 B", "a \xE2\x80\x94 b"},
    {"SHECA\xEF\xBC\x88" "A000261\xEF\xBC\x89", "sheca(a000261)"},
    {"Summary\xEF\xBC\x9A", "summary"},
    {"\xC2\xA0Timeline\xC2\xA0", "timeline"},
    {"Time\xC2\xA0\xE2\x80\xAFline", "time line"},
    {"a\xE2\x80\x83" "b\xE3\x80\x80" "c", "a b c"},
    {"Imp\xE2\x80\x8B" "act\xEF\xBB\xBF", "impact"},
    {"\xEF\xBB\xBF## Full", "## full"},
    {"\xE6\xA6\x82\xE6\x8B\xAC", "\xE6\xA6\x82\xE6\x8B\xAC"},
    {"\xC3\x84rger \xC3\xA9", "\xC3\x84rger \xC3\xA9"},
    {"\xF0\x9D\x84\x9E Clef", "\xF0\x9D\x84\x9E clef"},
    {"***", ""},
    {" : ", ""},
    {"Contributing Factor #: title", "contributing factor #: title"},
    {"[2025](x)", "[2025](x)"},
};

static void folds_rows(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct slice text = {rows[i].text, strlen(rows[i].text)};
        char folded[64];
        size_t length = fold(text, folded, sizeof folded);

        assert_string_equal(folded, rows[i].folded);
        assert_int_equal(length, strlen(folded));
        assert_true(length <= text.length);
    }
}

static void folding_twice_changes_nothing(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char once[64];
        char twice[64];
        size_t length = fold((struct slice){rows[i].text,
                                            strlen(rows[i].text)},
                             once, sizeof once);

        fold((struct slice){once, length}, twice, sizeof twice);
        assert_string_equal(once, twice);
    }
}

/* True if BYTES end inside of a character. */
static bool is_cut_inside(const char *bytes, size_t length)
{
    size_t start = length;
    size_t needed = 0;

    if (length == 0)
        return false;
    do {
        start--;
    } while (start > 0 && ((unsigned char)bytes[start] & 0xC0) == 0x80);
    if ((unsigned char)bytes[start] >= 0xF0)
        needed = 4;
    else if ((unsigned char)bytes[start] >= 0xE0)
        needed = 3;
    else if ((unsigned char)bytes[start] >= 0xC0)
        needed = 2;
    return needed > length - start;
}

static void cuts_at_characters(void **state)
{
    static const char text[] = "\xC3\xA4 \xE6\xA6\x82 \xF0\x9D\x84\x9E ABC";
    char whole[sizeof text];

    (void)state;
    fold((struct slice){text, sizeof text - 1}, whole, sizeof whole);
    for (size_t room = 1; room <= sizeof text; room++) {
        char folded[sizeof text];
        size_t length = fold((struct slice){text, sizeof text - 1}, folded,
                             room);

        assert_true(length < room);
        assert_int_equal(strlen(folded), length);
        assert_memory_equal(folded, whole, length);
        assert_false(is_cut_inside(folded, length));
    }
}

/* A text that is read byte by byte is the one that fold() writes, but for its
 * end, which fold() cuts. */
static void reads_what_it_writes(void **state)
{
    (void)state;
    for (size_t row = 0; row < sizeof rows / sizeof *rows; row++) {
        struct fold_reader reader = {
            .text = {rows[row].text, strlen(rows[row].text)}};
        size_t length = strlen(rows[row].folded);
        char byte = fold_read(&reader);

        if (byte == ' ')                /* before the first word */
            byte = fold_read(&reader);
        for (size_t at = 0; at < length; at++, byte = fold_read(&reader))
            assert_int_equal(byte, rows[row].folded[at]);
        for (; byte; byte = fold_read(&reader))
            assert_non_null(strchr(": ?", byte));
    }
}

static void forms_are_what_is_written(void **state)
{
    (void)state;
    for (int byte = 1; byte < 256; byte++) {
        const char text[] = {'a', (char)byte, 'a'};
        char folded[4];

        if (!fold_forms[byte])
            continue;
        assert_int_equal(fold((struct slice){text, 3}, folded, sizeof folded),
                         3);
        assert_int_equal(folded[1], fold_forms[byte]);
    }
}

static void takes_any_bytes(void **state)
{
    static const char bytes[] = "a\0b\xFF\xC3";
    char folded[sizeof bytes];

    (void)state;
    assert_int_equal(fold((struct slice){bytes, 5}, folded, sizeof folded), 4);
    assert_string_equal(folded, "ab\xFF\xC3");
    assert_int_equal(fold((struct slice){NULL, 0}, folded, 1), 0);
    assert_string_equal(folded, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(folds_rows),
        cmocka_unit_test(folding_twice_changes_nothing),
        cmocka_unit_test(cuts_at_characters),
        cmocka_unit_test(reads_what_it_writes),
        cmocka_unit_test(forms_are_what_is_written),
        cmocka_unit_test(takes_any_bytes),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
