/* What formatting makes of a text, with LF and with CR LF. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "edits.h"
#include "formatting.h"
#include "soup.h"

/* BYTES formatted within SPAN; *COUNT gets how many edits that took. */
static char *formatted(struct slice bytes, struct span span, size_t *count)
{
    struct text *text = text_new(bytes);
    struct blocks *blocks = blocks_new(text);
    struct formatting formatting;
    struct buffer result = {NULL, 0, 0};

    formatting_read(&formatting, text, blocks, span);
    edits_apply(bytes, formatting.edits, formatting.count,
                edits_line_end(bytes), &result);
    *count = formatting.count;
    formatting_free(&formatting);
    blocks_free(blocks);
    text_free(text);
    return buffer_take(&result);
}

static const struct {
    const char *before, *after;     /* NULL: the same */
} rows[] = {
    {"| a | bcd |\n|-|:-:|\n| efghi | j |\n",
     "| a     | bcd |\n| ----- | :-: |\n| efghi | j   |\n"},
    {"a|b\n-|-\nc|d\n", "| a   | b   |\n| --- | --- |\n| c   | d   |\n"},
    {"| 事故 | x |\n|--|--|\n| \xf0\x9f\x98\x80 | y |\n",
     "| 事故 | x   |\n| ---- | --- |\n| \xf0\x9f\x98\x80   | y   |\n"},
    {"| a \\| b | c |\n|:--|--:|\n| `d` | |\n| e |\n",
     "| a \\| b | c   |\n| :----- | --: |\n| `d`    |     |\n| e      |\n"},
    {"- x\n\n  | a | b |\n  |-|-|\n  | ccc | dddd |\n",
     "- x\n\n  | a   | b    |\n  | --- | ---- |\n  | ccc | dddd |\n"},
    {"> | a | b |\n> |-|-|\n> | ccc | dddd |\n", NULL},
    {"| a | bcd |\v\n|-|-|\n| e | f |\n", NULL},
    {"| a | bcd |\n|-|-|\f\n", NULL},
    {"* a\n* b\n", "- a\n- b\n"},
    {"+ a\n  * b\n", "- a\n  * b\n"},
    {"* a\n\n- b\n", NULL},
    {"* - -\n", NULL},
    {"# A\ntext\n# B\n\n\n\n- c\n", "# A\n\ntext\n\n# B\n\n- c\n"},
    {"```\na\n\n\n\nb\n```\ntext\n", NULL},
    /* In Bugzilla a comment or tag hides nothing from Markdown. */
    {"<!--\n| a | bcd |\n|-|-|\n| e | f |\n\n\n* x\n-->\n",
     "<!--\n| a   | bcd |\n| --- | --- |\n| e   | f   |\n\n- x\n-->\n"},
    {"<div>\n# A\n</div>\n", "<div>\n\n# A\n\n</div>\n"},
    {"some words\nand *more*\n", NULL},
    {"", NULL},
};

static void play(const char *line_end)
{
    for (size_t row = 0; row < sizeof rows / sizeof *rows; row++) {
        struct buffer before = {NULL, 0, 0};
        struct buffer after = {NULL, 0, 0};
        size_t count;
        char *result;

        edits_add_text(&before, rows[row].before, line_end);
        edits_add_text(&after, rows[row].after ? rows[row].after
                                               : rows[row].before, line_end);
        result = formatted((struct slice){before.bytes, before.length},
                           (struct span){0, before.length}, &count);
        assert_string_equal(result, after.bytes);
        memory_free(result);
        result = formatted((struct slice){after.bytes, after.length},
                           (struct span){0, after.length}, &count);
        assert_int_equal(count, 0);
        memory_free(result);
        buffer_free(&before);
        buffer_free(&after);
    }
}

static void formats_tables_bullets_and_blank_lines(void **state)
{
    (void)state;
    play("\n");
    play("\r\n");
}

static void formats_a_range_only(void **state)
{
    static const char text[] = "* a\n\n# B\nc\n\n* d\n";
    size_t count;
    char *result = formatted((struct slice){text, strlen(text)},
                             (struct span){0, 2}, &count);

    (void)state;
    assert_string_equal(result, "- a\n\n# B\nc\n\n* d\n");
    memory_free(result);
}

/* That nothing is changed is looked at in formatting itself. */
static void has_nothing_to_do_the_second_time(void **state)
{
    uint64_t seed = 1;

    (void)state;
    for (size_t round = 0; round < 3000; round++) {
        struct buffer soup = {NULL, 0, 0};
        size_t count;
        char *once;
        char *twice;

        soup_lines(&seed, &soup, 1 + soup_below(&seed, 12));
        for (size_t at = 0; at < soup.length; at++) {
            if (!soup.bytes[at])
                soup.bytes[at] = '0';
            if (soup.bytes[at] == '\r')
                soup.bytes[at] = '\n';
        }
        once = formatted((struct slice){soup.bytes, soup.length},
                         (struct span){0, soup.length}, &count);
        twice = formatted((struct slice){once, strlen(once)},
                          (struct span){0, strlen(once)}, &count);
        if (strcmp(once, twice))
            fail_msg("of\n%s\ncame\n%s\nand then\n%s", soup.bytes, once,
                     twice);
        memory_free(once);
        memory_free(twice);
        buffer_free(&soup);
    }
}

/* Far more than any report has rows. */
static void leaves_what_is_too_much(void **state)
{
    struct buffer text = {NULL, 0, 0};
    size_t count;

    (void)state;
    buffer_add_string(&text, "|a|\n|-|\n");
    for (size_t row = 0; row < 20000; row++)
        buffer_add_string(&text, "|b|\n");
    memory_free(formatted((struct slice){text.bytes, text.length},
                          (struct span){0, text.length}, &count));
    assert_int_equal(count, 0);
    text.length -= 4 * 10;
    memory_free(formatted((struct slice){text.bytes, text.length},
                          (struct span){0, text.length}, &count));
    assert_int_equal(count, 19992);
    buffer_free(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(formats_tables_bullets_and_blank_lines),
        cmocka_unit_test(formats_a_range_only),
        cmocka_unit_test(has_nothing_to_do_the_second_time),
        cmocka_unit_test(leaves_what_is_too_much),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
