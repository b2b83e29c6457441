/*
 * A preview is what cmark-gfm makes of the text, changed as Bugzilla does it.
 *
 *     preview_property TEXTS SEED
 *
 * Random texts are previewed, and rendered here in the most simple way. With
 * its links taken back the one must be the other; nothing in it may be of
 * harm; the numbers of lines must ascend. What isn't so is printed; exit 1.
 */
#define CMARK_NO_SHORT_NAMES
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "memory.h"
#include "preview.h"
#include "soup.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])
#define OPTIONS (CMARK_OPT_HARDBREAKS | CMARK_OPT_VALIDATE_UTF8)

/* How a link of Bugzilla's begins, and how what it replaces a "<" by. */
#define LINK "<a rel=\"nofollow noreferrer\" href=\""
#define STAND_IN "\xEF\xBF\xBD"
#define NUMBER " data-line=\""

static const char *const pieces[] = {
    "bug 1", "Bug #22, comment 3", "comment 4", "attachment 5", "r1234",
    "CVE-2024-1234", "a/b#6", "x@y.z", "x=y@z.w", "irc://a/b?c&d", "mid:abc",
    "http://a_b/c", "http://a.b/<c>", "www.a.b", "mailto:a@b.c", "\xC2\xA0",
    "\xE2\x80\x94", "<script>alert(1)</script>", "<img src=x onerror=y>", "<",
    "<https://a.b>", "<http://a b>", "[a](javascript:b)", "[a](b \"c<d\")",
    "[a](JAVASCRIPT:b)", "![a](b)", "![a <b](c> \"d>\")", "[bug 1](c)",
    "&lt;script&gt;", "&#60;", "&#0;", STAND_IN, "&amp;", "\"", "'", "**",
    "~~", "~", "`", "*", "_", "[", "](", ")", "](vbscript:a)", "\\<", "]",
    "<a onclick=\"b\">", "[a](data:text/html;b)", "[a](<http://b c>)",
    "[a](b 'on\" onclick=\"c')", "<!-- c -->", "| bug 1 | <b> |", "@", ".",
};

static void add_words(uint64_t *seed, struct buffer *text)
{
    size_t count = soup_below(seed, 6);

    for (size_t i = 0; i < count; i++) {
        buffer_add_string(text, pieces[soup_below(seed, COUNT(pieces))]);
        if (soup_below(seed, 3))
            buffer_add_char(text, ' ');
    }
}

static struct buffer random_text(uint64_t *seed)
{
    struct buffer text = {NULL, 0, 0};
    size_t lines = soup_below(seed, 12);

    buffer_add(&text, "", 0);
    for (size_t i = 0; i < lines; i++) {
        if (soup_below(seed, 2))
            soup_line(seed, &text);
        add_words(seed, &text);
        if (soup_below(seed, 4))
            buffer_add_char(&text, '\n');
    }
    buffer_add_string(&text, "\nx");    /* no white space to be dropped */
    return text;
}

/* TEXT with all of WORD replaced; TEXT is given up. */
static struct buffer replaced(struct buffer text, const char *word,
                              const char *by)
{
    struct buffer out = {NULL, 0, 0};
    size_t length = strlen(word);

    buffer_add(&out, "", 0);
    for (size_t i = 0; i < text.length;) {
        if (text.length - i >= length &&
            !memcmp(text.bytes + i, word, length)) {
            buffer_add_string(&out, by);
            i += length;
        } else {
            buffer_add_char(&out, text.bytes[i++]);
        }
    }
    buffer_free(&text);
    return out;
}

/* HTML without what stands from each START to the END behind it; HTML is given
 * up. */
static struct buffer without(struct buffer html, const char *start,
                             const char *end)
{
    struct buffer out = {NULL, 0, 0};
    const char *rest = html.bytes;
    const char *found;

    while ((found = strstr(rest, start))) {
        buffer_add(&out, rest, (size_t)(found - rest));
        rest = strstr(found + strlen(start), end) + strlen(end);
    }
    buffer_add_string(&out, rest);
    buffer_free(&html);
    return out;
}

static char *render(const struct buffer *markdown)
{
    static const char *const names[] = {"autolink", "tagfilter", "table",
                                        "strikethrough"};
    cmark_parser *parser = cmark_parser_new(OPTIONS);
    cmark_node *root;
    char *html;

    cmark_gfm_core_extensions_ensure_registered();
    for (size_t i = 0; i < COUNT(names); i++)
        cmark_parser_attach_syntax_extension(
            parser, cmark_find_syntax_extension(names[i]));
    cmark_parser_feed(parser, markdown->bytes, markdown->length);
    root = cmark_parser_finish(parser);
    html = cmark_render_html(root, OPTIONS,
                             cmark_parser_get_syntax_extensions(parser));
    cmark_node_free(root);
    cmark_parser_free(parser);
    return html;
}

/* What the preview of TEXT must be, without its links. */
static struct buffer expected(const struct buffer *text)
{
    struct buffer markdown = {NULL, 0, 0};
    struct buffer html = {NULL, 0, 0};
    char *rendered;

    buffer_add(&markdown, text->bytes, text->length);
    markdown = replaced(markdown, "\r\n", "\n");
    markdown = replaced(markdown, "\r", "\n");
    markdown = replaced(markdown, STAND_IN, "");
    markdown = replaced(markdown, "<", STAND_IN);
    markdown = replaced(markdown, STAND_IN "http://", "<http://");
    markdown = replaced(markdown, STAND_IN "https://", "<https://");
    rendered = render(&markdown);
    buffer_add_string(&html, rendered);
    free(rendered);
    buffer_free(&markdown);
    html = replaced(html, STAND_IN, "&lt;");
    return without(html, "<img", ">");
}

static struct buffer preview(const struct buffer *text, enum html_form form)
{
    struct buffer html = {NULL, 0, 0};

    if (!preview_add(&html, (struct slice){text->bytes, text->length}, form))
        buffer_add_string(&html, "refused");
    return html;
}

/* HTML without Bugzilla's links; what they are around stays. */
static struct buffer unlinked(const struct buffer *html)
{
    struct buffer out = {NULL, 0, 0};
    const char *rest = html->bytes;
    const char *found;

    while ((found = strstr(rest, LINK))) {
        const char *words = strchr(found, '>') + 1;
        const char *end = strstr(words, "</a>");

        buffer_add(&out, rest, (size_t)(found - rest));
        buffer_add(&out, words, (size_t)(end - words));
        rest = end + strlen("</a>");
    }
    buffer_add_string(&out, rest);
    return out;
}

static bool same(struct buffer one, struct buffer other)
{
    bool equal = one.length == other.length &&
                 !memcmp(one.bytes, other.bytes, one.length);

    buffer_free(&one);
    buffer_free(&other);
    return equal;
}

/* Whether TAG, up to its ">", is one of those that cmark and Bugzilla make of
 * Markdown, with attributes that do no harm. */
static bool is_harmless(const char *tag)
{
    static const char *const starts[] = {
        "p", "br />", "hr />", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol",
        "ol start=\"", "li", "blockquote", "pre", "code", "code class=\"", "em",
        "strong", "del", "table", "thead", "tbody", "tr", "th", "td",
        "th align=\"", "td align=\"", "a", "a href=\"", LINK, NULL,
    };
    size_t i = 0;

    tag += *tag == '/';
    while (starts[i]) {
        const char *start = starts[i++];
        size_t length;

        start += *start == '<';
        length = strlen(start);
        if (!strncmp(tag, start, length) &&
            (strchr("\">", start[length - 1]) || tag[length] == '>'))
            return true;
    }
    return false;
}

static bool is_ending(const char *tag)
{
    return tag[0] == '/' || !strncmp(tag, "br", 2) || !strncmp(tag, "hr", 2);
}

/* No tag but those meant, each closed, no script behind an address, and no
 * attribute after those meant but a title. */
static bool is_safe(const struct buffer *html)
{
    size_t open = 0;
    const char *at = html->bytes;

    while ((at = strchr(at, '<'))) {
        const char *end = strchr(++at, '>');
        const char *quote;

        if (!end || memchr(at, '<', (size_t)(end - at)) || !is_harmless(at))
            return false;
        open += *at == '/' ? (size_t)-1 : !is_ending(at);
        if (!strncmp(at, "a href=\"", 8) &&
            (!strncasecmp(at + 8, "javascript:", 11) ||
             !strncasecmp(at + 8, "vbscript:", 9) ||
             !strncasecmp(at + 8, "data:", 5)))
            return false;
        quote = memchr(at, '"', (size_t)(end - at));
        quote = quote ? strchr(quote + 1, '"') : NULL;
        if (quote && quote < end && quote[1] != '>' &&
            strncmp(quote + 1, " title=\"", 8) &&
            strncmp(quote + 1, " href=\"", 7))
            return false;
    }
    return !open;
}

/* Numbers ascend, and none is beyond the last line. */
static bool ascends(const struct buffer *html, const struct buffer *text)
{
    unsigned long lines = 0;
    unsigned long next = 0;
    const char *at = html->bytes;

    for (size_t i = 0; i < text->length; i++)
        lines += text->bytes[i] == '\n' || text->bytes[i] == '\r';
    while ((at = strstr(at, NUMBER))) {
        unsigned long line = strtoul(at += strlen(NUMBER), NULL, 10);

        if (line < next || line > lines)
            return false;
        next = line + 1;
    }
    return true;
}

/* What is wrong with the preview of TEXT; NULL if nothing is. */
static const char *fault_of(const struct buffer *text)
{
    struct buffer plain = preview(text, HTML_PLAIN);
    struct buffer numbered = preview(text, HTML_NUMBERED);
    const char *fault = NULL;

    if (!ascends(&numbered, text))
        fault = "lines";
    if (!same(without(numbered, NUMBER, "\""), preview(text, HTML_PLAIN)))
        fault = "numbered otherwise";
    if (!same(unlinked(&plain), expected(text)))
        fault = "not as cmark has it";
    if (!is_safe(&plain))
        fault = "not safe";
    buffer_free(&plain);
    return fault;
}

static bool try_random(uint64_t *seed)
{
    struct buffer text = random_text(seed);
    const char *fault = fault_of(&text);

    if (fault) {
        struct buffer html = preview(&text, HTML_PLAIN);
        struct buffer right = expected(&text);

        printf("%s:\n%s\n--- previewed:\n%s--- expected:\n%s", fault,
               text.bytes, html.bytes, right.bytes);
        buffer_free(&right);
        buffer_free(&html);
    }
    buffer_free(&text);
    return !fault;
}

int main(int argc, char **argv)
{
    size_t texts = argc > 1 ? strtoul(argv[1], NULL, 10) : 1000;
    uint64_t seed = argc > 2 ? strtoull(argv[2], NULL, 10) : 1;
    bool right = true;

    for (size_t i = 0; i < texts && right; i++)
        right = try_random(&seed);
    return right ? 0 : 1;
}
