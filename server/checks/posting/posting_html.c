/* The part Where it will be posted: HTML, which is printed as it is. */
#include "posting.h"

#include <string.h>

#include "directives.h"
#include "memory.h"

/* How many items away the other tag of a pair is looked for. */
#define PAIR_NEAR 64
/* How far away the end of a comment is looked for. */
#define COMMENT_MOST 4096

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n';
}

/* What stands in Markdown for the element that TAG names; NULL if it is none
 * of HTML. */
static const struct rule_phrase *html_element(const struct passage *passage,
                                              const struct inline_item *tag)
{
    char folded[LABEL_ROOM];

    fold(passage_slice(passage, tag->text), folded, sizeof folded);
    return rule_phrase_is(PHRASES_HTML_TAG, folded);
}

static bool is_same_name(const struct passage *passage,
                         const struct inline_item *a,
                         const struct inline_item *b)
{
    struct slice left = passage_slice(passage, a->text);
    struct slice right = passage_slice(passage, b->text);

    return slice_same_word(left, right);
}

/* The tag that closes the one at INDEX, or opens it; NULL if none is near. */
static const struct inline_item *find_partner(const struct passage *passage,
                                              size_t index)
{
    const struct inline_item *items = passage->inlines.items;
    bool forward = items[index].kind == INLINE_TAG;
    enum inline_kind wanted = forward ? INLINE_CLOSING_TAG : INLINE_TAG;

    for (size_t by = 1; by <= PAIR_NEAR; by++) {
        size_t at = forward ? index + by : index - by;

        if (at >= passage->inlines.count)
            break;
        if (items[at].kind == wanted &&
            is_same_name(passage, &items[at], &items[index]))
            return &items[at];
    }
    return NULL;
}

/* Does the text begin with a tag that is alone on its line? Then others go
 * with it, and the first says it for all. */
static bool is_block(const struct passage *passage)
{
    const struct inline_item *first = passage->inlines.items;
    struct slice rest;

    if (!passage->inlines.count || first->span.start ||
        (first->kind != INLINE_TAG && first->kind != INLINE_CLOSING_TAG))
        return false;
    rest = slice_from(passage->text, first->span.end);
    return slice_skip_blanks(rest, 0) == slice_line_end(rest, 0);
}

/* A prompt that is all that is said ("**Analysis:** <details>") is a
 * placeholder, whatever word it holds. */
static bool is_prompt(const struct passage *passage,
                      const struct inline_item *tag)
{
    struct slice text = passage->text;
    size_t start = tag->span.start;

    if (is_block(passage) || tag->kind != INLINE_TAG ||
        tag->span.end != text.length || tag->span.end - tag->text.end != 1)
        return false;
    while (start && is_blank(text.bytes[start - 1]))
        start--;
    return !start || strchr("*_:", text.bytes[start - 1]);
}

/* OPEN and CLOSE become MARKS, which must touch the words between them. */
static void fix_marks(const struct passage *passage, struct finding *finding,
                      const struct inline_item *const pair[2],
                      const char *marks)
{
    struct finding_words words = {.expected = check_word(marks)};
    struct span open = pair[0]->span;
    struct span close = pair[1]->span;
    struct fix *fix;

    while (open.end < close.start && is_blank(passage->text.bytes[open.end]))
        open.end++;
    while (close.start > open.end &&
           is_blank(passage->text.bytes[close.start - 1]))
        close.start--;
    if (open.end == close.start)
        return;
    fix = finding_fix(finding, FIX_USE_MARKDOWN, &words);
    fix_edit(fix, passage_span(passage, open), words.expected);
    fix_edit(fix, passage_span(passage, close), words.expected);
}

/* A blank stays between words that a tag alone parted. */
static struct slice left_between(const struct passage *passage,
                                 struct span span)
{
    struct slice text = passage->text;
    bool parts = span.start && span.end < text.length &&
                 !is_blank(text.bytes[span.start - 1]) &&
                 !is_blank(text.bytes[span.end]);

    return (struct slice){" ", parts};
}

static void fix_removal(const struct passage *passage, struct finding *finding,
                        struct span span)
{
    struct finding_words words = {.value = passage_slice(passage, span)};

    fix_edit(finding_fix(finding, FIX_REMOVE, &words),
             passage_span(passage, span), left_between(passage, span));
}

/* True if it has something to say of the tag at INDEX. */
static bool check_tag(const struct passage *passage, size_t index)
{
    const struct inline_item *tag = &passage->inlines.items[index];
    const struct rule_phrase *means = html_element(passage, tag);
    const struct inline_item *partner = NULL;
    struct finding_words words = {.value = passage_slice(passage, tag->span)};
    struct finding *finding;

    if (!means)
        return false;
    if (!strcmp(means->means, "remove")) {
        finding = check_add(passage->check, CASE_RAW_HTML,
                            passage_span(passage, tag->span), &words);
        fix_removal(passage, finding, tag->span);
        return true;
    }
    partner = find_partner(passage, index);
    if (partner ? tag->kind == INLINE_CLOSING_TAG : is_prompt(passage, tag))
        return false;
    finding = check_add(passage->check, CASE_RAW_HTML,
                        passage_span(passage, tag->span), &words);
    if (partner && *means->means)
        fix_marks(passage, finding,
                  (const struct inline_item *const[]){tag, partner},
                  means->means);
    return true;
}

/* A directive in a comment has a finding of its own. */
static void check_comment(const struct passage *passage,
                          const struct inline_item *comment)
{
    struct span span = passage_span(passage, comment->span);

    if (!directives_comment(passage->check, span,
                            passage_slice(passage, comment->text)))
        fix_removal(
            passage,
            check_add(passage->check, CASE_RAW_HTML_COMMENT, span, NULL),
            comment->span);
}

/* Where the first comment begins that doesn't end in TEXT; its length if there
 * is none. */
static size_t open_comment(struct slice text, const struct inlines *inlines)
{
    const char *mark;
    size_t at = 0;

    for (size_t index = 0; index <= inlines->count; index++) {
        bool last = index == inlines->count;
        size_t end = last ? text.length : inlines->items[index].span.start;

        while (at < end && (mark = memchr(text.bytes + at, '<', end - at))) {
            at = (size_t)(mark - text.bytes);
            if (slice_has(text, at, "<!--"))
                return at;
            at++;
        }
        if (!last && inlines->items[index].span.end > at)
            at = inlines->items[index].span.end;
    }
    return text.length;
}

/* Blocks that follow may be in the comment, and are shown like all others. If
 * it has an end, all of it may go. */
static void check_open_comment(const struct passage *passage)
{
    const struct check *check = passage->check;
    struct slice all = text_bytes(check->reports->text);
    size_t at = open_comment(passage->text, &passage->inlines);
    struct span open = {passage->span.start + at, 0};
    struct finding_words words = {.value = check_word("<!-- ... -->")};
    struct finding *finding;

    if (at == passage->text.length)
        return;
    open.end = open.start + strlen("<!--");
    finding = check_add(check, CASE_RAW_HTML_COMMENT, open, NULL);
    for (at = open.end; at < open.end + COMMENT_MOST; at++) {
        if (slice_has(all, at, "-->")) {
            fix_edit(finding_fix(finding, FIX_REMOVE, &words),
                     (struct span){open.start, at + strlen("-->")},
                     check_word(""));
            return;
        }
    }
}

void posting_html(const struct passage *passage)
{
    bool block = is_block(passage);
    bool said = false;

    for (size_t index = 0; index < passage->inlines.count; index++) {
        const struct inline_item *item = &passage->inlines.items[index];

        if (item->kind == INLINE_COMMENT)
            check_comment(passage, item);
        else if ((item->kind == INLINE_TAG ||
                  item->kind == INLINE_CLOSING_TAG) &&
                 !(block && said))
            said |= check_tag(passage, index);
    }
    check_open_comment(passage);
}
