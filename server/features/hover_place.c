/* Looks at what is written around the pointer. */
#include "hover_parts.h"

#include "days.h"
#include "sentence.h"

struct slice hover_bytes(const struct answer *answer, struct span span)
{
    return text_slice(answer->question->reports->text, span);
}

struct span hover_near(const struct answer *answer)
{
    return text_line_near(answer->question->reports->text,
                          answer->question->offset, HOVER_NEAR_MOST);
}

static struct span both(struct span one, struct span other)
{
    struct span span = {one.start > other.start ? one.start : other.start,
                        one.end < other.end ? one.end : other.end};

    if (span.end < span.start)
        span.end = span.start;
    return span;
}

struct span hover_near_in(const struct answer *answer, struct span within)
{
    return both(hover_near(answer), within);
}

struct span hover_around(const struct answer *answer, struct span within,
                         bool (*ends)(char byte))
{
    struct span near = hover_near_in(answer, within);
    struct slice bytes = hover_bytes(answer, near);
    size_t offset = answer->question->offset;
    size_t start, end;

    if (!span_touches(near, offset))
        return (struct span){offset, offset};
    start = end = offset - near.start;
    while (start > 0 && !ends(bytes.bytes[start - 1]))
        start--;
    while (end < bytes.length && !ends(bytes.bytes[end]))
        end++;
    return span_move(slice_trim_span(bytes, (struct span){start, end}, " "),
                     near.start);
}

bool hover_ends_word(char byte)
{
    return !byte_is_word(byte) && byte != '-' && byte != '.';
}

static const struct rule_oid *oid_find(struct slice word)
{
    for (size_t index = 0; index < rule_oid_count; index++) {
        if (slice_is_word(word, rule_oids[index].oid))
            return &rule_oids[index];
    }
    return NULL;
}

static bool is_alias(struct slice word, const char *const *aliases)
{
    for (; *aliases; aliases++) {
        if (slice_is_word(word, *aliases))
            return true;
    }
    return false;
}

static const struct rule_tag *tag_find(struct slice word)
{
    for (size_t index = 0; index < rule_tag_count; index++) {
        if (slice_is_word(word, rule_tags[index].tag) ||
            is_alias(word, rule_tags[index].aliases))
            return &rule_tags[index];
    }
    return NULL;
}

bool hover_closing(struct answer *answer)
{
    const struct report *report = answer->spot.report;
    const struct text *text = answer->question->reports->text;
    size_t number = text_line_at(text, answer->question->offset);
    struct span line = text_line_content(text, number);

    if (!report || !report->rule->closing_means[0] ||
        !sentence_has(report->rule->closing, text_slice(text, line)))
        return false;
    prose_title(&answer->prose, "The closing sentence", "");
    prose_paragraph(&answer->prose, report->rule->closing_means);
    answer->span = line;
    return true;
}

/* A policy OID or a whiteboard tag, wherever it stands; a full stop after it
 * isn't part of it. */
bool hover_word(struct answer *answer)
{
    const struct text *text = answer->question->reports->text;
    struct span all = {0, text_length(text)};
    struct span word = hover_around(answer, all, hover_ends_word);
    struct slice bytes = hover_bytes(answer, word);
    const struct rule_oid *oid;
    const struct rule_tag *tag;

    if (slice_ends(bytes, ".")) {
        bytes.length--;
        word.end--;
    }
    oid = oid_find(bytes);
    tag = oid ? NULL : tag_find(bytes);
    if (oid)
        explain_oid(&answer->prose, oid);
    else if (tag)
        explain_tag(&answer->prose, tag);
    else
        return false;
    answer->span = word;
    return true;
}

bool hover_date_at(const struct answer *answer, struct date *date)
{
    struct span near = hover_near(answer);
    struct slice bytes = hover_bytes(answer, near);
    size_t at = 0;

    while (date_find(bytes, at, date)) {
        at = date->span.end;
        date->span = span_move(date->span, near.start);
        if (span_touches(date->span, answer->question->offset))
            return date_is_certain(date);
    }
    return false;
}

void hover_distance(struct answer *answer, const struct date *date)
{
    struct buffer words = {0};

    date_add(&words, date->days);
    prose_title(&answer->prose, words.bytes, "");
    buffer_drop(&words, words.length);
    days_add(&words, date->days - answer->question->today);
    prose_more(&answer->prose, "is");
    prose_more(&answer->prose, words.bytes);
    buffer_add_char(&answer->prose.words, '.');
    buffer_free(&words);
    answer->span = date->span;
}
