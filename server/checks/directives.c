/* The part Where it will be posted: directives that can't be understood. */
#include "directives.h"

#include <string.h>
#include <strings.h>

#include "inline.h"
#include "memory.h"
#include "quiet.h"

static struct span span_of(const struct directive_place *place,
                           struct slice slice)
{
    size_t start = place->start + (size_t)(slice.bytes - place->base.bytes);

    return (struct span){start, start + slice.length};
}

/* Adds the phrases of LIST to CLAUSE: a, b or c. */
static void name_all(enum phrases_id list, struct buffer *clause)
{
    const struct rule_phrases *phrases = &rule_phrase_lists[list];

    for (size_t index = 0; index < phrases->count; index++) {
        if (index)
            buffer_add_string(clause,
                              index + 1 < phrases->count ? ", " : " or ");
        buffer_add_string(clause, phrases->phrases[index].folded);
    }
}

void directives_add(const struct directive_place *place, enum case_id which,
                    struct slice where, const struct finding_words *words)
{
    check_add(place->check, which, span_of(place, where), words);
}

/* Says that VALUE isn't known, and which of KNOWN it is near to, or else what
 * WHICH says. KNOWN ends with NULL. */
void directives_unknown(const struct directive_place *place, enum case_id which,
                        const char *const *known, struct finding_words *words)
{
    char folded[LABEL_ROOM];
    const char *near;
    struct finding *finding;
    struct span span = span_of(place, words->value);

    fold(words->value, folded, sizeof folded);
    near = rule_nearest(folded, known);
    if (!near) {
        check_add(place->check, which, span, words);
        return;
    }
    words->expected = check_word(near);
    finding = check_add(place->check, CASE_BAD_DIRECTIVE_NEAR, span, words);
    fix_edit(finding_fix(finding, FIX_REPLACE, words), span, words->expected);
}

/* Says that VALUE is none of the phrases of LIST. */
void directives_unlisted(const struct directive_place *place,
                         enum case_id which, enum phrases_id list,
                         struct finding_words *words)
{
    const struct rule_phrases *phrases = &rule_phrase_lists[list];
    const char **known = memory_new_zeroed(phrases->count + 1, sizeof *known);
    struct buffer clause = {NULL, 0, 0};

    for (size_t index = 0; index < phrases->count; index++)
        known[index] = phrases->phrases[index].folded;
    name_all(list, &clause);
    words->expected = (struct slice){clause.bytes, clause.length};
    directives_unknown(place, which, known, words);
    buffer_free(&clause);
    memory_free(known);
}

const struct rule_phrase *directives_phrase(enum phrases_id list,
                                            struct slice word)
{
    char folded[LABEL_ROOM];

    fold(word, folded, sizeof folded);
    return rule_phrase_is(list, folded);
}

static void check_rule(const struct directive_place *place,
                       const struct directive_entry *entry)
{
    const char *ids[RULE_COUNT + 1];
    struct finding_words words = {.value = entry->key};

    if (rule_find(entry->key) >= 0)
        return;
    for (size_t index = 0; index < RULE_COUNT; index++)
        ids[index] = rules[index].id;
    ids[RULE_COUNT] = NULL;
    directives_unknown(place, CASE_BAD_DIRECTIVE_RULE, ids, &words);
}

static void check_directive(const struct directive_place *place,
                            const struct directive *directive)
{
    const struct rule_phrase *name =
        directives_phrase(PHRASES_DIRECTIVE, directive->name);
    struct finding_words words = {.value = directive->name};
    struct slice title = directive->title;
    struct directive_entry entry;
    bool facts = name && !strcmp(name->means, "facts");

    if (!name) {
        directives_unlisted(place, CASE_BAD_DIRECTIVE_NAME, PHRASES_DIRECTIVE,
                            &words);
        return;
    }
    if (!directive->formed || (facts && !title.length))
        directives_add(place, CASE_BAD_DIRECTIVE_FORM, directive->name, &words);
    while (directive->formed && directive_entry_next(&title, &entry)) {
        if (entry.key.length && facts)
            directives_fact(place, &entry);
        else if (entry.key.length)
            check_rule(place, &entry);
    }
}

static void check_definitions(const struct check *check, struct span span)
{
    struct directive_place place = {
        .check = check, .base = check_slice(check, span), .start = span.start};
    struct directive directive;
    size_t at = 0;

    while (directive_next(place.base, &at, &directive))
        check_directive(&place, &directive);
}

/* Would LINE be a directive if it stood alone? With no blank before its title
 * that would have to be a part of what the link goes to. */
static bool is_whole(struct slice line)
{
    struct directive directive;
    size_t at = 0;

    return directive_next(line, &at, &directive) && directive.formed &&
           directive.title.length && directive.title.bytes[-2] != '#' &&
           directive.span.end == line.length;
}

/* One that a paragraph above, or a slip in it, keeps from being a definition
 * is a line of text. */
static void check_line(const struct check *check, size_t at)
{
    const struct element *element = &check->reports->elements.items[at];
    struct slice line = check_slice(check, element->span);
    struct finding *finding;
    bool whole;
    struct fix *fix;

    if (!directive_begins(line)) {
        quiet_add(check, at, QUIET_DIRECTIVE);
        return;
    }
    whole = is_whole(line);
    finding =
        check_add(check, CASE_BAD_DIRECTIVE_PARAGRAPH, element->span, NULL);
    if (element->first || !whole)
        return;
    fix = finding_fix(finding, FIX_PART_LINES, NULL);
    fix_edit(fix, (struct span){element->span.start, element->span.start},
             (struct slice){"\n", 1});
}

bool directives_comment(const struct check *check, struct span span,
                        struct slice words)
{
    size_t length = strlen(DIRECTIVE_NAME);

    while (words.length && strchr(" \t\r\n[", *words.bytes)) {
        words.bytes++;
        words.length--;
    }
    if (words.length < length ||
        strncasecmp(words.bytes, DIRECTIVE_NAME, length))
        return false;
    check_add(check, CASE_BAD_DIRECTIVE_COMMENT, span, NULL);
    return true;
}

/* Above the first report nothing but directives is looked for in comments. */
static void check_comments(const struct check *check, struct span span)
{
    struct slice text = check_slice(check, span);
    struct inlines inlines;

    inlines_read(&inlines, text);
    for (size_t index = 0; index < inlines.count; index++) {
        const struct inline_item *item = &inlines.items[index];

        if (item->kind == INLINE_COMMENT)
            directives_comment(
                check,
                (struct span){span.start + item->span.start,
                              span.start + item->span.end},
                (struct slice){text.bytes + item->text.start,
                               item->text.end - item->text.start});
    }
    inlines_free(&inlines);
}

void check_directives(const struct check *check,
                      const struct stretch *stretch)
{
    const struct element *items = check->reports->elements.items;

    for (size_t index = stretch->first; index < stretch->end; index++) {
        const struct element *element = &items[index];

        if (element->kind == ELEMENT_DEFINITION)
            check_definitions(check, element->span);
        else if (element->kind == ELEMENT_LINE &&
                 !quiet_is(check, index, QUIET_DIRECTIVE))
            check_line(check, index);
        if (index < check->report->first_element && !element->code &&
            (element->kind == ELEMENT_LINE || element->kind == ELEMENT_OPAQUE))
            check_comments(check, element->span);
    }
}
