/* Inline Markdown is found where cmark would find it, and in time. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "inline.h"
#include "memory.h"

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

static const char *const kinds[] = {"code",   "link",    "image",
                                    "broken", "auto",    "footnote",
                                    "tag",    "closing", "comment"};

/* What is found, each as KIND{text}{target}. */
static const struct {
    const char *text, *found;
} rows[] = {
    {"plain words", ""},
    {"`a` ``b ` c``", "code{a}{}code{b ` c}{}"},
    {"`a ``b", ""},
    {"``a ` b", ""},
    {"\\`a` b", ""},
    {"[a](b)", "link{a}{b}"},
    {"[a](<b c> \"t\")", "link{a}{b c}"},
    {"[a](b(c)d 't')", "link{a}{b(c)d}"},
    {"[a](b (t))", "link{a}{b}"},
    {"[a]()", "link{a}{}"},
    {"[a](b\n\"t\")", "link{a}{b}"},
    {"[a](b c)", "broken{a}{b c}"},
    {"[a](b c", ""},
    {"[a] (b)", ""},
    {"[a][b]", ""},
    {"\\[a](b)", ""},
    {"[a\\](b)", ""},
    {"[a](b\\))", "link{a}{b\\)}"},
    {"[a [b](c)](d)", "link{b}{c}"},
    {"![a [b](c)](d)", "link{b}{c}image{a [b](c)}{d}"},
    {"[![a](b)](c)", "image{a}{b}link{![a](b)}{c}"},
    {"[`a](b)`](c)", "code{a](b)}{}link{`a](b)`}{c}"},
    {"!a ![b", ""},
    {"see [^1] and [^note]", "footnote{1}{}footnote{note}{}"},
    {"[^] [^a b]", ""},
    {"<https://a.example/b> <http://a>", "auto{}{https://a.example/b}"
                                         "auto{}{http://a}"},
    {"<name@host.example> <3 a < b", ""},
    {"a<br>b<br/>c<br />", "tag{br}{}tag{br}{}tag{br}{}"},
    {"<b>x</b>", "tag{b}{}closing{b}{}"},
    {"<a href=\"x>y\">", "tag{a}{}"},
    {"<b <i>", "tag{i}{}"},
    {"<!-- a --> b <!-- c", "comment{ a }{}"},
    {"`<b>` <b", "code{<b>}{}"},
};

static void add_span(struct buffer *buffer, const char *text, struct span span)
{
    buffer_add_char(buffer, '{');
    buffer_add(buffer, text + span.start, span.end - span.start);
    buffer_add_char(buffer, '}');
}

static void finds_what_is_there(void **state)
{
    (void)state;
    for (size_t row = 0; row < COUNT(rows); row++) {
        const char *text = rows[row].text;
        struct buffer found = {NULL, 0, 0};
        struct inlines inlines;

        buffer_add_string(&found, "");
        inlines_read(&inlines, (struct slice){text, strlen(text)});
        for (size_t index = 0; index < inlines.count; index++) {
            const struct inline_item *item = &inlines.items[index];

            buffer_add_string(&found, kinds[item->kind]);
            add_span(&found, text, item->text);
            add_span(&found, text, item->target);
        }
        if (strcmp(found.bytes, rows[row].found))
            fail_msg("\"%s\": %s", text, found.bytes);
        inlines_free(&inlines);
        buffer_free(&found);
    }
}

static const char *const pieces[] = {
    "![[]()",     "[",       "![",     "]",         "[a](",   "[a](b \"",
    "[a](b '",    "[a](b (", "[a](<",  "[a](b c ",  "[a](b",  "<a x=\"",
    "<a x='\"' ", "<!--",    "<!-- -", "<https://", "`a``",   "[^",
    "[^a",        "[[a](b)", "<b>",    "\\",        "[a](((",
};

/* Without a clock: a quadratic reader would need minutes for these. */
static void takes_hostile_text(void **state)
{
    (void)state;
    for (size_t row = 0; row < COUNT(pieces); row++) {
        struct buffer text = {NULL, 0, 0};
        struct inlines inlines;

        while (text.length < 1000000)
            buffer_add_string(&text, pieces[row]);
        inlines_read(&inlines, (struct slice){text.bytes, text.length});
        inlines_free(&inlines);
        buffer_free(&text);
    }
}

static void takes_backticks_of_all_lengths(void **state)
{
    struct buffer text = {NULL, 0, 0};
    struct inlines inlines;

    (void)state;
    for (size_t length = 1; length < 1500; length++) {
        for (size_t at = 0; at < length; at++)
            buffer_add_char(&text, '`');
        buffer_add_char(&text, 'a');
    }
    inlines_read(&inlines, (struct slice){text.bytes, text.length});
    assert_int_equal(inlines.count, 0);
    inlines_free(&inlines);
    buffer_free(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_what_is_there),
        cmocka_unit_test(takes_hostile_text),
        cmocka_unit_test(takes_backticks_of_all_lengths),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
