/* What Bugzilla makes of a comment, and where it sees links. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "memory.h"
#include "preview.h"
#include "shorthand.h"

#define LENGTH_OF(array) (sizeof(array) / sizeof(array)[0])

#define A(target) "<a rel=\"nofollow noreferrer\" href=\"" target "\">"
#define BUG(number) A(BUGZILLA "show_bug.cgi?id=" number)
#define CVE(number) A("https://www.cve.org/CVERecord?id=" number) number "</a>"
#define UUID "01234567-89ab-cdef-0123-456789abcdef"

struct row {
    const char *text, *html;
};

/* The words as they stand in HTML. */
static void check_shorthand(const struct row *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct buffer html = {NULL, 0, 0};

        buffer_add(&html, "", 0);
        shorthand_add(&html, slice_of(rows[i].text));
        assert_string_equal(html.bytes, rows[i].html);
        buffer_free(&html);
    }
}

static void bugs_are_linked(void **state)
{
    static const struct row rows[] = {
        {"bug 12", BUG("12") "bug 12</a>"},
        {"See Bug #12.", "See " BUG("12") "Bug #12</a>."},
        {"BUG12", BUG("12") "BUG12</a>"},
        {"bug # 12", BUG("12") "bug # 12</a>"},
        {"bug\xC2\xA0" "12", BUG("12") "bug\xC2\xA0" "12</a>"},
        {"bug 12ab", BUG("12") "bug 12</a>ab"},
        {"bug 12bug 13", BUG("12") "bug 12</a>bug 13"},
        {"attachment 1bug 2", A(BUGZILLA "attachment.cgi?id=1")
         "attachment 1</a>" BUG("2") "bug 2</a>"},
        {"bug 1, bug 2", BUG("1") "bug 1</a>, " BUG("2") "bug 2</a>"},
        {"bug 12 comment 3", BUG("12#c3") "bug 12 comment 3</a>"},
        {"bug 12, Comment #3", BUG("12#c3") "bug 12, Comment #3</a>"},
        {"bug 12,comment3", BUG("12#c3") "bug 12,comment3</a>"},
        {"bug 12, comment", BUG("12") "bug 12</a>, comment"},
        {"comment 3", A("#c3") "comment 3</a>"},
        {"attachment 5", A(BUGZILLA "attachment.cgi?id=5") "attachment 5</a>"},
        {"bugs 12 and debug 12", "bugs 12 and debug 12"},
        {"bug\n12", "bug\n12"},
        {"\xC3\xA9" "bug 12", "\xC3\xA9" "bug 12"},
        {"\xE2\x80\x9C" "bug 12", "\xE2\x80\x9C" BUG("12") "bug 12</a>"},
        {"bug 0, bug 012, bug 1234567890", "bug 0, bug 012, bug 1234567890"},
        {"attachment 0", "attachment 0"},
        {"bug", "bug"},
        {"bug #", "bug #"},
    };

    (void)state;
    check_shorthand(rows, LENGTH_OF(rows));
}

static void numbers_are_linked(void **state)
{
    static const struct row rows[] = {
        {"CVE-2024-1234", CVE("CVE-2024-1234")},
        {"(CAN-2024-12345)", "(" CVE("CAN-2024-12345") ")"},
        {"CVE-2024-01234", "CVE-2024-01234"},
        {"CVE-2024-123", "CVE-2024-123"},
        {"CVE-2024-1234a", "CVE-2024-1234a"},
        {"CVE-24-1234", "CVE-24-1234"},
        {"CVE-20241234", "CVE-20241234"},
        {"cve-2024-1234", "cve-2024-1234"},
        {"x=CVE-2024-1234 /CVE-2024-1234", "x=CVE-2024-1234 /CVE-2024-1234"},
        {"r1234", A("https://viewvc.svn.mozilla.org/vc?view=rev&amp;"
                    "revision=1234") "r1234</a>"},
        {"\nr1234", "\n" A("https://viewvc.svn.mozilla.org/vc?view=rev&amp;"
                           "revision=1234") "r1234</a>"},
        {"r123 (r1234 r1234x", "r123 (r1234 r1234x"},
        {"bp-" UUID, A("https://crash-stats.mozilla.org/report/index/" UUID)
                     "bp-" UUID "</a>"},
        {"/bp-" UUID " bp-" UUID "0 bp-01234567",
         "/bp-" UUID " bp-" UUID "0 bp-01234567"},
        {"in own.er/re-po#12", "in " A("https://github.com/own.er/re-po/"
                                       "issues/12") "own.er/re-po#12</a>"},
        {"a/b#1 (a/b#1 /b#1 a/#1 a/b#x a/b#1x",
         "a/b#1 (a/b#1 /b#1 a/#1 a/b#x a/b#1x"},
    };

    (void)state;
    check_shorthand(rows, LENGTH_OF(rows));
}

static void addresses_are_linked(void **state)
{
    static const struct row rows[] = {
        {"http://a.b/c?d=1&e=2.",
         A("http://a.b/c?d=1&amp;e=2") "http://a.b/c?d=1&amp;e=2</a>."},
        {"\"NEWS:abc\"", "&quot;" A("NEWS:abc") "NEWS:abc</a>&quot;"},
        {"http://x<y", A("http://x") "http://x</a>&lt;y"},
        {"http: a http::/// http:// http:,,a,",
         "http: a http::/// http:// " A("http:,,a") "http:,,a</a>,"},
        {"xhttp://a.b mid:a mid:ab", "xhttp://a.b mid:a mid:ab"},
        {"mid:abc", A("mid:abc") "mid:abc</a>"},
        {"http://a.b/CVE-2024-1234 bug 1",
         A("http://a.b/CVE-2024-1234") "http://a.b/CVE-2024-1234</a> " BUG("1")
         "bug 1</a>"},
        {"to a.b+c@d-e.f.", "to " A("mailto:a.b+c@d-e.f") "a.b+c@d-e.f</a>."},
        {"mailto:a@b.c", A("mailto:a@b.c") "mailto:a@b.c</a>"},
        {".a@b.c", "." A("mailto:a@b.c") "a@b.c</a>"},
        {"a@b.c-.d-", A("mailto:a@b.c-.d") "a@b.c-.d</a>-"},
        {"a@b..c", "a@b..c"},
        {"a@b.-", "a@b.-"},
        {"a@b a@ @b.c a@.c -@b.c", "a@b a@ @b.c a@.c -@b.c"},
        {"a@b@c.d", "a@" A("mailto:b@c.d") "b@c.d</a>"},
        {"\xC3\xA9@\xC3\xA9.\xC3\xA9",
         A("mailto:\xC3\xA9@\xC3\xA9.\xC3\xA9") "\xC3\xA9@\xC3\xA9.\xC3\xA9"
         "</a>"},
        {"a < b > c & \"d\" 'e'", "a &lt; b &gt; c &amp; &quot;d&quot; 'e'"},
        {"", ""},
    };

    (void)state;
    check_shorthand(rows, LENGTH_OF(rows));
}

static void check_previews(const struct row *rows, size_t count,
                           enum html_form form)
{
    for (size_t i = 0; i < count; i++) {
        struct buffer html = {NULL, 0, 0};

        assert_true(preview_add(&html, slice_of(rows[i].text), form));
        assert_string_equal(html.bytes, rows[i].html);
        buffer_free(&html);
    }
}

static void comments_are_shown(void **state)
{
    static const struct row rows[] = {
        {"", ""},
        {" \n\t\xC2\xA0", ""},
        {"a\nb", "<p>a<br />\nb</p>\n"},
        {"a\r\nb\rc", "<p>a<br />\nb<br />\nc</p>\n"},
        {"```\na\r\n \n", "<pre><code>a\n</code></pre>\n"},
        {"<b> & <https://a.b>", "<p>&lt;b&gt; &amp; "
                                "<a href=\"https://a.b\">https://a.b</a></p>\n"},
        {"<!-- x -->\n<div>", "<p>&lt;!-- x --&gt;<br />\n&lt;div&gt;</p>\n"},
        {"a\xEF\xBF\xBD&#0;b", "<p>a&lt;b</p>\n"},
        {"<\xEF\xBF\xBDhttp://a.b>",
         "<p><a href=\"http://a.b\">http://a.b</a></p>\n"},
        {"a ![b](c \"d\") e", "<p>a  e</p>\n"},
        {"![<](<)", "<p></p>\n"},
        {"[a](javascript:b)", "<p><a href=\"\">a</a></p>\n"},
        {"- [ ] a[^1]\n- ~b~", "<ul>\n<li>[ ] a[^1]</li>\n<li><del>b</del>"
                               "</li>\n</ul>\n"},
        {"# bug 1\n> bug 2", "<h1>" BUG("1") "bug 1</a></h1>\n<blockquote>\n"
                             "<p>" BUG("2") "bug 2</a></p>\n</blockquote>\n"},
        {"**bug 1** `bug 2` [bug 3](d) bug\\\n4",
         "<p><strong>bug 1</strong> <code>bug 2</code> "
         "<a href=\"d\">bug 3</a> bug<br />\n4</p>\n"},
        {"|bug 1|\n|-|\n|bug 2|", "<table>\n<thead>\n<tr>\n<th>bug 1</th>\n"
                                  "</tr>\n</thead>\n<tbody>\n<tr>\n<td>"
                                  BUG("2") "bug 2</a></td>\n</tr>\n</tbody>\n"
                                  "</table>\n"},
        {"***\n    bug 1", "<hr />\n<pre><code>bug 1\n</code></pre>\n"},
        {"www.a.b a@b.cd", "<p><a href=\"http://www.a.b\">www.a.b</a> "
                           "<a href=\"mailto:a@b.cd\">a@b.cd</a></p>\n"},
    };

    (void)state;
    check_previews(rows, LENGTH_OF(rows), HTML_PLAIN);
}

static void markdown_can_be_off(void **state)
{
    static const struct row rows[] = {
        {"\n #[markdown(off)]\n# <a>\n\n\n*bug 1*\n",
         "<p>#[markdown(off)]<br>\n# &lt;a&gt;</p>\n\n<p>*" BUG("1")
         "bug 1</a>*</p>\n"},
        {"#[markdown(off)]", "<p>#[markdown(off)]</p>\n"},
        {"#[markdown(off)] \na", "<p>#[markdown(off)]<br />\na</p>\n"},
    };
    static const struct row numbered[] = {
        {"\n\n#[markdown(off)]\na\n\nb",
         "<p data-line=\"2\">#[markdown(off)]<br>\na</p>\n\n"
         "<p data-line=\"5\">b</p>\n"},
    };

    (void)state;
    check_previews(rows, LENGTH_OF(rows), HTML_PLAIN);
    check_previews(numbered, LENGTH_OF(numbered), HTML_NUMBERED);
}

/* A paragraph right above a table has no place in cmark; the table has its. */
static void blocks_are_numbered(void **state)
{
    static const struct row rows[] = {
        {"# a\r\n\r\nb\nb\n\n- c\n- d\n",
         "<h1 data-line=\"0\">a</h1>\n<p data-line=\"2\">b<br />\nb</p>\n"
         "<ul data-line=\"5\">\n<li>c</li>\n<li data-line=\"6\">d</li>\n"
         "</ul>\n"},
        {"a\nb\n|c|\n|-|\n|d|\n",
         "<p data-line=\"0\">a<br />\nb</p>\n<table>\n<thead>\n<tr>\n"
         "<th>c</th>\n</tr>\n</thead>\n<tbody>\n<tr data-line=\"4\">\n"
         "<td>d</td>\n</tr>\n</tbody>\n</table>\n"},
        {" data-sourcepos=\"7:1\"",
         "<p data-line=\"0\">data-sourcepos=&quot;7:1&quot;</p>\n"},
        /* Nobody posts front matter, which may follow a byte order mark. */
        {"---\r\na: b\r\n---\r\n# c\r\n",
         "<h1 data-line=\"3\">c</h1>\n"},
        {"\xEF\xBB\xBF---\na: b\n...\nc\n",
         "<p data-line=\"3\">c</p>\n"},
        {"---\nb\n---\n",
         "<hr data-line=\"0\" />\n<h2 data-line=\"1\">b</h2>\n"},
    };

    (void)state;
    check_previews(rows, LENGTH_OF(rows), HTML_NUMBERED);
}

/* HEAD, then BODY so many times. */
struct repeated {
    const char *head, *body;
    size_t times;
};

static bool is_shown(const struct repeated *repeated)
{
    struct buffer comment = {NULL, 0, 0};
    struct buffer html = {NULL, 0, 0};
    bool shown;

    buffer_add_string(&comment, repeated->head);
    for (size_t i = 0; i < repeated->times; i++)
        buffer_add_string(&comment, repeated->body);
    shown = preview_add(&html,
                        (struct slice){comment.bytes, comment.length},
                        HTML_PLAIN);
    assert_true(shown || !html.length);
    buffer_free(&html);
    buffer_free(&comment);
    return shown;
}

/* As much as a comment can hold, in one piece. */
static void long_texts_are_shown(void **state)
{
    static const struct repeated texts[] = {
        {"", "In [one](https://a.b) paragraph, **a** `b` c.\n", 1400},
        {"", "https://crt.sh/?sha256=0123456789abcdef0123456789abcdef"
             "0123456789abcdef0123456789abcdef\n", 700},
        {"|a|b|c|d|e|f|g|h|\n|-|-|-|-|-|-|-|-|\n",
         "| [1](https://a.b) | 2 | 3 | 4 | 5 | 6 | 7 | 8 |\n", 1300},
        {"", "**a** _b_ ~c~ ", 4600},
        {"|a|\n|-|\n", "|b|\n", 16000},
        {"", "- a list\n  - in a list\n    1. in a list\n", 1500},
        {"", "    2025-01-01 | code | ---------- >>>>>\n", 1600},
        {"[a]: https://a.b/c/d/e/f/g\n\n", "see [a], and [a]\n\n", 3600},
        {"", "\xF0\x9D\x84\x9E", 65535},
    };

    (void)state;
    for (size_t i = 0; i < LENGTH_OF(texts); i++)
        assert_true(is_shown(&texts[i]));
}

/* Each of these would take a second or more, or close to it. */
static void texts_that_take_too_long_are_refused(void **state)
{
    static const struct repeated texts[] = {
        {"", "a", 256 * 1024 + 1},
        {"#[markdown(off)]\n", "a", 256 * 1024},
        {"", "![[]()", 40000},
        {"www.a", ")", 60000},
        {"", "___www.", 9000},
        {"", "a\n|-\n", 50000},
        {"", "*_", 128000},
        {"", "-|-\n-|-|-\n", 6000},
         {"", "a\n", 60000},
        {"a|b\n-|-\n", "||||||||||||||||||||||||||||||||", 2000},
        {"|a|b|c|d|e|f|g|h|i|j\n|-|-|-|-|-|-|-|-|-|-\n", "a\n", 30000},
        {"[a]: b 'A title that is so long that a text in which it stands a few"
         " thousand times is more than any editor would like to be given'\n\n",
         "[a]\n\n", 40000},
    };
    static const char nested[] = "> > > > > > > > > > > > > > > > > > > > > >";
    struct buffer head = {NULL, 0, 0};

    (void)state;
    for (size_t i = 0; i < LENGTH_OF(texts); i++)
        assert_false(is_shown(&texts[i]));
    for (size_t i = 0; i < 1000; i++)
        buffer_add_string(&head, nested);
    assert_false(is_shown(&(struct repeated){head.bytes, "a\n", 10000}));
    assert_false(is_shown(&(struct repeated){head.bytes, "&", 30000}));
    buffer_free(&head);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(bugs_are_linked),
        cmocka_unit_test(numbers_are_linked),
        cmocka_unit_test(addresses_are_linked),
        cmocka_unit_test(comments_are_shown),
        cmocka_unit_test(markdown_can_be_off),
        cmocka_unit_test(blocks_are_numbered),
        cmocka_unit_test(long_texts_are_shown),
        cmocka_unit_test(texts_that_take_too_long_are_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
