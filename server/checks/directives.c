/* The part Where it will be posted: directives that can't be understood. */
#include "check.h"

#include <string.h>

#include "date.h"
#include "directive.h"
#include "memory.h"

/* An entry of a directive; spans in the text are told from BASE, a slice that
 * begins at START. */
struct place {
    const struct check *check;
    struct slice base;
    size_t start;
};

static struct span span_of(const struct place *place, struct slice slice)
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
            buffer_add_string(clause, index + 1 < phrases->count ? ", "
                                                                 : " or ");
        buffer_add_string(clause, phrases->phrases[index].folded);
    }
}

static void add(const struct place *place, enum case_id which,
                struct slice where, const struct finding_words *words)
{
    check_add(place->check, which, span_of(place, where), words);
}

/* Says that VALUE isn't known, and which of KNOWN it is near to, or else what
 * WHICH says. KNOWN ends with NULL. */
static void add_unknown(const struct place *place, enum case_id which,
                        const char *const *known,
                        struct finding_words *words)
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
static void add_unlisted(const struct place *place, enum case_id which,
                         enum phrases_id list, struct finding_words *words)
{
    const struct rule_phrases *phrases = &rule_phrase_lists[list];
    const char **known = memory_new_zeroed(phrases->count + 1, sizeof *known);
    struct buffer clause = {NULL, 0, 0};

    for (size_t index = 0; index < phrases->count; index++)
        known[index] = phrases->phrases[index].folded;
    name_all(list, &clause);
    words->expected = (struct slice){clause.bytes, clause.length};
    add_unknown(place, which, known, words);
    buffer_free(&clause);
    memory_free(known);
}

static const struct rule_phrase *phrase_for(enum phrases_id list,
                                            struct slice word)
{
    char folded[LABEL_ROOM];

    fold(word, folded, sizeof folded);
    return rule_phrase_is(list, folded);
}

static void check_flag(const struct place *place,
                       const struct directive_entry *entry)
{
    struct finding_words words = {.label = entry->key, .value = entry->value};

    if (entry->value.length)
        add(place, CASE_BAD_DIRECTIVE_FLAG, entry->value, &words);
}

static void check_reporter(const struct place *place,
                           const struct directive_entry *entry)
{
    struct finding_words words = {.label = entry->key, .value = entry->value};

    if (!phrase_for(PHRASES_REPORTER, entry->value))
        add_unlisted(place, CASE_BAD_DIRECTIVE_CHOICE, PHRASES_REPORTER,
                     &words);
}

static void check_version(const struct place *place,
                          const struct directive_entry *entry)
{
    struct finding_words words = {.label = entry->key, .value = entry->value};
    struct buffer clause = {NULL, 0, 0};

    if (rule_guideline_find(entry->value))
        return;
    for (size_t index = 0; index < rule_guideline_count; index++) {
        if (index)
            buffer_add_string(&clause, index + 1 < rule_guideline_count
                                           ? ", "
                                           : " or ");
        buffer_add_string(&clause, rule_guidelines[index].number);
    }
    words.expected = (struct slice){clause.bytes, clause.length};
    add(place, CASE_BAD_DIRECTIVE_CHOICE,
        entry->value.length ? entry->value : entry->key, &words);
    buffer_free(&clause);
}

/* A day, or a day and a time of day, and nothing else. */
static bool is_moment(struct slice value)
{
    struct date date;
    struct time time;
    size_t end;

    if (!date_find(value, 0, &date) || !date.valid || date.span.start ||
        date.form == DATE_AMBIGUOUS)
        return false;
    end = date.span.end;
    if (end == value.length)
        return true;
    return time_find(value, end, &time) && time.valid &&
           time.span.start <= end + 1;
}

static void check_moment(const struct place *place,
                         const struct directive_entry *entry)
{
    struct finding_words words = {.label = entry->key, .value = entry->value};

    if (!is_moment(entry->value))
        add(place, CASE_BAD_DIRECTIVE_MOMENT,
            entry->value.length ? entry->value : entry->key, &words);
}

static bool is_tag(struct slice word)
{
    char folded[LABEL_ROOM];

    fold(word, folded, sizeof folded);
    for (size_t index = 0; index < rule_tag_count; index++) {
        const struct rule_tag *tag = &rule_tags[index];

        if (!strcmp(tag->tag, folded))
            return true;
        for (size_t alias = 0; tag->aliases[alias]; alias++) {
            if (!strcmp(tag->aliases[alias], folded))
                return true;
        }
    }
    return false;
}

static void check_tag(const struct place *place, struct slice word)
{
    struct finding_words words = {.value = word};
    const char **known;

    if (is_tag(word))
        return;
    known = memory_new_zeroed(rule_tag_count + 1, sizeof *known);
    for (size_t index = 0; index < rule_tag_count; index++)
        known[index] = rule_tags[index].tag;
    add_unknown(place, CASE_BAD_DIRECTIVE_TAG, known, &words);
    memory_free(known);
}

static bool parts_tags(char byte)
{
    return strchr(" \t\r\n[];", byte) != NULL;
}

/* A whiteboard copied whole has its tags in brackets, and other words beside
 * them. */
static void check_tags(const struct place *place,
                       const struct directive_entry *entry)
{
    struct slice value = entry->value;
    bool bracketed = value.length && memchr(value.bytes, '[', value.length);

    for (size_t start = 0; start < value.length;) {
        size_t end = start;

        while (end < value.length && !parts_tags(value.bytes[end]))
            end++;
        if (end > start &&
            (!bracketed || (start && value.bytes[start - 1] == '[' &&
                            end < value.length && value.bytes[end] == ']')))
            check_tag(place, (struct slice){value.bytes + start,
                                            end - start});
        start = end + 1;
    }
}

static void check_text(const struct place *place,
                       const struct directive_entry *entry)
{
    (void)place;
    (void)entry;
}

static const struct {
    const char *type;       /* as the list of facts calls it */
    void (*check)(const struct place *place,
                  const struct directive_entry *entry);
} types[] = {
    {"flag", check_flag},       {"reporter", check_reporter},
    {"tags", check_tags},       {"version", check_version},
    {"moment", check_moment},   {"text", check_text},
};

static void check_fact(const struct place *place,
                       const struct directive_entry *entry)
{
    const struct rule_phrase *fact = phrase_for(PHRASES_DIRECTIVE_FACT,
                                                entry->key);
    struct finding_words words = {.value = entry->key};

    if (!fact) {
        add_unlisted(place, CASE_BAD_DIRECTIVE, PHRASES_DIRECTIVE_FACT,
                     &words);
        return;
    }
    for (size_t index = 0; index < sizeof types / sizeof *types; index++) {
        if (!strcmp(types[index].type, fact->means))
            types[index].check(place, entry);
    }
}

static void check_rule(const struct place *place,
                       const struct directive_entry *entry)
{
    const char *ids[RULE_COUNT + 1];
    struct finding_words words = {.value = entry->key};

    if (rule_find(entry->key) >= 0)
        return;
    for (size_t index = 0; index < RULE_COUNT; index++)
        ids[index] = rules[index].id;
    ids[RULE_COUNT] = NULL;
    add_unknown(place, CASE_BAD_DIRECTIVE_RULE, ids, &words);
}

static void check_directive(const struct place *place,
                            const struct directive *directive)
{
    const struct rule_phrase *name = phrase_for(PHRASES_DIRECTIVE,
                                                directive->name);
    struct finding_words words = {.value = directive->name};
    struct slice title = directive->title;
    struct directive_entry entry;
    bool facts = name && !strcmp(name->means, "facts");

    if (!name) {
        add_unlisted(place, CASE_BAD_DIRECTIVE_NAME, PHRASES_DIRECTIVE,
                     &words);
        return;
    }
    if (!directive->formed || (facts && !title.length))
        add(place, CASE_BAD_DIRECTIVE_FORM, directive->name, &words);
    while (directive->formed && directive_entry_next(&title, &entry)) {
        if (entry.key.length && facts)
            check_fact(place, &entry);
        else if (entry.key.length)
            check_rule(place, &entry);
    }
}

static void check_definitions(const struct check *check, struct span span)
{
    struct place place = {.check = check, .base = check_slice(check, span),
                          .start = span.start};
    struct directive directive;
    size_t at = 0;

    while (directive_next(place.base, &at, &directive))
        check_directive(&place, &directive);
}

/* One that a paragraph above, or a slip in it, keeps from being a definition
 * is a line of text. */
static void check_line(const struct check *check,
                       const struct element *element)
{
    struct finding *finding;
    struct fix *fix;

    if (!directive_begins(check_slice(check, element->span)))
        return;
    finding = check_add(check, CASE_BAD_DIRECTIVE_PARAGRAPH, element->span,
                        NULL);
    if (element->first)
        return;
    fix = finding_fix(finding, FIX_PART_LINES, NULL);
    fix_edit(fix, (struct span){element->span.start, element->span.start},
             (struct slice){"\n", 1});
}

void check_directives(const struct check *check)
{
    const struct elements *elements = &check->reports->elements;

    for (size_t index = 0; index < elements->count; index++) {
        const struct element *element = &elements->items[index];

        if (element->kind == ELEMENT_DEFINITION)
            check_definitions(check, element->span);
        else if (element->kind == ELEMENT_LINE)
            check_line(check, element);
    }
}
