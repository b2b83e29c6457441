/* Reads the directives by which an author says more than the report does. */
#include "report_facts.h"

#include "array.h"
#include "date.h"
#include "directive.h"
#include "name.h"
#include "report.h"

static bool delays_revocation(struct slice tags)
{
    char folded[LABEL_ROOM];

    fold(tags, folded, sizeof folded);
    return rule_phrase_in(PHRASES_REVOCATION_DELAY, folded);
}

/* The members that hold a moment, by the key that gives it. */
static const struct {
    enum key_id key;
    size_t offset;
} moments[] = {
    {KEY_AWARE, offsetof(struct report_facts, aware)},
    {KEY_DISCLOSED, offsetof(struct report_facts, disclosed)},
    {KEY_POSTED, offsetof(struct report_facts, posted)},
    {KEY_UPDATED, offsetof(struct report_facts, updated)},
    {KEY_QUESTION, offsetof(struct report_facts, question)},
    {KEY_NEXT_UPDATE, offsetof(struct report_facts, next_update)},
    {KEY_CLOSED, offsetof(struct report_facts, closed)},
};

/* "[ca-compliance] Next update 2026-12-01": the key next-update takes
 * precedence. VALUE's first byte is at START of the text. */
static void read_next_update(struct slice value, size_t start,
                             struct report_facts *facts)
{
    const struct rule_phrases *list = &rule_phrase_lists[PHRASES_NEXT_UPDATE];
    struct date date;

    for (size_t at = 0; at < value.length; at++) {
        size_t length = 0;

        for (size_t i = 0; i < list->count && !length; i++)
            length = name_begins(slice_from(value, at),
                                 list->phrases[i].folded);
        if (!length || facts->next_update.given)
            continue;
        if (date_find(value, at + length, &date) && date.valid)
            report_moment_find(slice_from(value, date.span.start),
                               span_move(date.span, start),
                               &facts->next_update);
    }
}

static void note_moment(struct report_facts *facts, enum key_id key,
                        struct slice value, struct span span)
{
    struct report_moment moment;
    bool zoned;

    for (size_t i = 0; i < LENGTH_OF(moments); i++) {
        if (moments[i].key != key)
            continue;
        report_moment_find(value, span,
                           (struct report_moment *)((char *)facts +
                                                    moments[i].offset));
        if (value.length && !report_moment_read(value, &moment, &zoned))
            facts->unread = span;
    }
}

/* SPAN is where the value stands. */
static void note_fact(struct report_facts *facts, enum key_id key,
                      struct slice value, struct span span)
{
    switch (key) {
    case KEY_DRAFT:
        facts->draft = true;
        break;
    case KEY_REPORTER:
        facts->third_party = slice_is_word(value, "third-party");
        break;
    case KEY_GUIDELINES:
        facts->guideline = rule_guideline_find(value);
        break;
    case KEY_WHITEBOARD:
        facts->revocation_delay |= delays_revocation(value);
        read_next_update(value, span.start, facts);
        break;
    case KEY_TITLE:
        facts->title = span;
        break;
    case KEY_BUG:
        facts->bug = span;
        break;
    case KEY_CLOSED:
        facts->closed = (struct report_moment){.given = true, .span = span};
        note_moment(facts, key, value, span);
        break;
    default:
        note_moment(facts, key, value, span);
    }
}

static void note_entry(struct report_facts *facts,
                       const struct directive_entry *entry, struct span span)
{
    const struct rule_key *key = rule_key_find(entry->key);

    if (key)
        note_fact(facts, (enum key_id)(key - rule_keys), entry->value, span);
}

/* Adds what the directives in the definitions of SPAN say. */
static void read_definitions(struct report_facts *facts,
                             const struct reports *reports, struct span span)
{
    struct slice text = text_slice(reports->text, span);
    struct directive directive;
    struct directive_entry entry;
    size_t at = 0;

    while (directive_next(text, &at, &directive)) {
        if (!directive_is(&directive, DIRECTIVE_NAME))
            continue;
        while (directive_entry_next(&directive.title, &entry)) {
            struct slice place = entry.value.bytes ? entry.value : entry.key;
            size_t start = span.start + (size_t)(place.bytes - text.bytes);

            note_entry(facts, &entry,
                       (struct span){start, start + place.length});
        }
    }
}

void report_facts_read(struct report_facts *facts,
                       const struct reports *reports, size_t first, size_t end)
{
    const struct elements *elements = &reports->elements;

    for (size_t at = first; elements_mark(elements, &at, end); at++) {
        if (elements->items[at].kind == ELEMENT_DEFINITION)
            read_definitions(facts, reports, elements->items[at].span);
    }
}
