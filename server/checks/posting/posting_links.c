/* The part Where it will be posted: images, footnotes, and links that lead
 * nowhere. */
#include "posting.h"

#include <string.h>
#include <strings.h>

#include "memory.h"

/* The longest extension of a file's name. */
#define EXTENSION_MOST 5

static bool ends(struct slice text, const char *with)
{
    size_t length = strlen(with);

    return text.length >= length &&
           !strncasecmp(text.bytes + text.length - length, with, length);
}

/* How long the scheme of TARGET is ("https"); a letter alone is a drive. */
static size_t scheme_length(struct slice target)
{
    size_t length = 0;

    while (length < target.length &&
           (byte_is_alphanumeric(target.bytes[length]) ||
            strchr("+-.", target.bytes[length])))
        length++;
    return length > 1 && slice_at(target, length) == ':' &&
                   byte_is_letter(*target.bytes)
               ? length
               : 0;
}

/* Does TARGET begin like a page of Bugzilla, where the report will be? */
static bool is_page(struct slice target)
{
    const struct rule_phrases *pages =
        &rule_phrase_lists[PHRASES_BUGZILLA_PAGE];

    for (size_t index = 0; index < pages->count; index++) {
        if (slice_has_word(target, 0, pages->phrases[index].folded))
            return true;
    }
    return false;
}

static bool is_local(struct slice target)
{
    if (slice_has_word(target, 0, "file:"))
        return true;
    return !scheme_length(target) && !slice_has_word(target, 0, "#") &&
           !slice_has_word(target, 0, "//") && !is_page(target);
}

static bool is_list(const struct passage *passage, struct slice target)
{
    const struct rule_phrases *lists = &rule_phrase_lists[PHRASES_LIST_FILE];
    const struct report_section *section = passage->section;

    if (!section || !section->rule || section->rule->id != SECTION_APPENDIX)
        return false;
    for (size_t index = 0; index < lists->count; index++) {
        if (ends(target, lists->phrases[index].folded))
            return true;
    }
    return false;
}

static void check_link(const struct passage *passage,
                       const struct inline_item *link)
{
    struct slice target = passage_slice(passage, link->target);
    struct finding_words words = {.value = target};
    enum case_id which = CASE_LOCAL_LINK;

    if (target.length && !is_local(target))
        return;
    if (!target.length) {
        which = CASE_LOCAL_LINK_EMPTY;
        words.value = passage_slice(passage, link->text.start < link->text.end
                                                 ? link->text
                                                 : link->span);
    } else if (is_list(passage, target)) {
        which = CASE_LOCAL_LINK_ATTACH;
    }
    check_add(passage->check, which, passage_span(passage, link->span), &words);
}

/* Words in parentheses after brackets are prose unless they look like an
 * address: one with a slash in it or a file's extension at its end. */
static bool is_address(struct slice target)
{
    size_t end = target.length;
    size_t start = end;

    if (memchr(target.bytes, '/', target.length))
        return true;
    while (start && end - start < EXTENSION_MOST &&
           byte_is_alphanumeric(target.bytes[start - 1]))
        start--;
    return start > 1 && end - start > 1 && target.bytes[start - 1] == '.' &&
           byte_is_alphanumeric(target.bytes[start - 2]);
}

static struct span trimmed(struct slice text, struct span span)
{
    while (span.start < span.end && text.bytes[span.start] == ' ')
        span.start++;
    while (span.end > span.start && text.bytes[span.end - 1] == ' ')
        span.end--;
    return span;
}

static void check_broken(const struct passage *passage,
                         const struct inline_item *link)
{
    struct span target = trimmed(passage->text, link->target);
    struct finding_words words = {.value = passage_slice(passage, target)};
    struct span span = passage_span(passage, target);
    struct fix *fix;

    if (!is_address(words.value))
        return;
    fix = finding_fix(check_add(passage->check, CASE_UNRENDERED_MARKDOWN_BLANKS,
                                span, &words),
                      FIX_ENCLOSE_ADDRESS, &words);
    fix_edit(fix, (struct span){span.start, span.start},
             (struct slice){"<", 1});
    fix_edit(fix, (struct span){span.end, span.end}, (struct slice){">", 1});
}

/* The mark of an image is all that keeps it from being a link; one without
 * words would be a link that can't be seen. */
static void check_image(const struct passage *passage,
                        const struct inline_item *image)
{
    struct span span = passage_span(passage, image->span);
    struct span mark = {span.start, span.start + 1};
    struct finding *finding = check_add(passage->check, CASE_IMAGE, span, NULL);
    struct fix *fix = finding_fix(finding, FIX_LINK_IMAGE, NULL);

    fix_edit(fix, mark, (struct slice){"", 0});
    if (image->text.start == image->text.end)
        fix_edit(fix, (struct span){mark.end + 1, mark.end + 1},
                 passage_slice(passage, image->target));
}

/* What a footnote says ("[^1]: ...") needs no finding beside the one where it
 * is referred to. */
static void check_footnote(const struct passage *passage,
                           const struct inline_item *note)
{
    struct slice text = passage->text;
    struct finding_words words = {.value = passage_slice(passage, note->span)};
    struct span span = passage_span(passage, note->span);
    bool begins_line =
        !note->span.start || text.bytes[note->span.start - 1] == '\n';

    if (begins_line && slice_at(text, note->span.end) == ':')
        return;
    fix_edit(
        finding_fix(check_add(passage->check, CASE_UNRENDERED_MARKDOWN_FOOTNOTE,
                              span, &words),
                    FIX_ESCAPE, &words),
        (struct span){span.start, span.start}, (struct slice){"\\", 1});
}

void posting_links(const struct passage *passage)
{
    for (size_t index = 0; index < passage->inlines.count; index++) {
        const struct inline_item *item = &passage->inlines.items[index];

        if (item->kind == INLINE_LINK)
            check_link(passage, item);
        else if (item->kind == INLINE_BROKEN_LINK)
            check_broken(passage, item);
        else if (item->kind == INLINE_IMAGE)
            check_image(passage, item);
        else if (item->kind == INLINE_FOOTNOTE)
            check_footnote(passage, item);
    }
}
