/* Holds findings, and fills in their messages. */
#include "finding.h"

#include <stdlib.h>
#include <string.h>

#include "memory.h"

/* Longer words are cut: a message is one sentence, not a quotation. */
#define WORD_MOST 80

struct place {
    const char *name;
    size_t length;
    struct slice word;
};

/* The first LENGTH bytes, or fewer: up to a character's start. */
static size_t cut(struct slice word, size_t length)
{
    if (length >= word.length)
        return word.length;
    while (length && ((unsigned char)word.bytes[length] & 0xc0) == 0x80)
        length--;
    return length;
}

static void add_word(struct buffer *message, struct slice word)
{
    size_t length = cut(word, WORD_MOST);

    for (size_t at = 0; at < length; at++) {
        unsigned char byte = (unsigned char)word.bytes[at];

        buffer_add_char(message, byte < ' ' ? ' ' : (char)byte);
    }
    if (length < word.length)
        buffer_add_string(message, "\xe2\x80\xa6");
}

/* Adds what stands for the place at the front of TEXT ("{label}"); returns
 * how long the place is, 0 if it is none. */
static size_t add_place(struct buffer *message, const char *text,
                        const struct finding_words *words)
{
    const struct place places[] = {
        {"{value}", 7, words->value},       {"{label}", 7, words->label},
        {"{section}", 9, words->section},   {"{report}", 8, words->report},
        {"{other}", 7, words->other},
    };

    for (size_t index = 0; index < sizeof places / sizeof *places; index++) {
        if (!strncmp(text, places[index].name, places[index].length)) {
            add_word(message, places[index].word);
            return places[index].length;
        }
    }
    if (!strncmp(text, "{expected}", 10)) {     /* ours, so never cut */
        buffer_add(message, words->expected.bytes, words->expected.length);
        return 10;
    }
    if (!strncmp(text, "{count}", 7)) {
        buffer_add_number(message, words->count);
        return 7;
    }
    return 0;
}

static char *fill_in(const char *text, const struct finding_words *words)
{
    static const struct finding_words none;
    struct buffer message = {NULL, 0, 0};

    while (*text) {
        size_t length = 0;

        if (*text == '{')
            length = add_place(&message, text, words ? words : &none);
        if (!length)
            buffer_add_char(&message, *text++);
        text += length;
    }
    return buffer_take(&message);
}

struct finding *findings_add(struct findings *findings, enum case_id which,
                             struct span span,
                             const struct finding_words *words)
{
    struct finding *finding;

    findings->items = memory_grow(findings->items, &findings->room,
                                  findings->count + 1, sizeof *finding);
    finding = &findings->items[findings->count++];
    *finding = (struct finding){
        .which = which, .severity = rule_cases[which].severity, .span = span,
        .message = fill_in(rule_cases[which].message, words),
        .number = findings->count};
    return finding;
}

void finding_relate(struct finding *finding, struct span span,
                    const char *message, const struct finding_words *words)
{
    struct finding_related *related;

    if (!finding)
        return;
    finding->related = memory_resize(
        finding->related, (finding->related_count + 1) * sizeof *related);
    related = &finding->related[finding->related_count++];
    related->span = span;
    related->message = fill_in(message, words);
}

struct fix *finding_fix(struct finding *finding, enum fix_id which,
                        const struct finding_words *words)
{
    struct fix *fix;

    if (!finding)
        return NULL;
    finding->fixes = memory_resize(finding->fixes, (finding->fix_count + 1) *
                                                       sizeof *fix);
    fix = &finding->fixes[finding->fix_count++];
    *fix = (struct fix){.which = which,
                        .title = fill_in(rule_fixes[which].title, words),
                        .preferred = finding->fix_count == 1};
    return fix;
}

void fix_edit(struct fix *fix, struct span span, struct slice text)
{
    struct edit *edit;

    if (!fix)
        return;
    fix->edits = memory_resize(fix->edits,
                               (fix->edit_count + 1) * sizeof *edit);
    edit = &fix->edits[fix->edit_count++];
    edit->span = span;
    edit->text = memory_copy(text.bytes, text.length);
}

static int compare(const void *left, const void *right)
{
    const struct finding *a = left;
    const struct finding *b = right;

    if (a->span.start != b->span.start)
        return a->span.start < b->span.start ? -1 : 1;
    if (a->which != b->which)
        return a->which < b->which ? -1 : 1;
    return a->number < b->number ? -1 : 1;
}

void findings_sort(struct findings *findings)
{
    if (findings->count)
        qsort(findings->items, findings->count, sizeof *findings->items,
              compare);
}

void finding_href(const struct rule *rule,
                  const struct rule_guideline *guideline, struct buffer *href)
{
    buffer_add_string(href, guideline->url);
    if (rule->anchor[0] != '\0') {
        buffer_add_char(href, '#');
        buffer_add_string(href, rule->anchor);
    }
}

static void fix_free(struct fix *fix)
{
    for (size_t index = 0; index < fix->edit_count; index++)
        memory_free(fix->edits[index].text);
    memory_free(fix->edits);
    memory_free(fix->title);
}

void findings_free(struct findings *findings)
{
    for (size_t index = 0; index < findings->count; index++) {
        struct finding *finding = &findings->items[index];

        for (size_t which = 0; which < finding->related_count; which++)
            memory_free(finding->related[which].message);
        memory_free(finding->related);
        for (size_t which = 0; which < finding->fix_count; which++)
            fix_free(&finding->fixes[which]);
        memory_free(finding->fixes);
        memory_free(finding->message);
    }
    memory_free(findings->items);
    *findings = (struct findings){NULL, 0, 0};
}
