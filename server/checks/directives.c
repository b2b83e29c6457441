/* The part Where it will be posted: directives that can't be understood. */
#include "directives.h"

#include <string.h>

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

/* One that a paragraph above, or a slip in it, keeps from being a definition
 * is a line of text. */
static void check_line(const struct check *check, size_t at)
{
    const struct element *element = &check->reports->elements.items[at];
    struct slice line = check_slice(check, element->span);
    struct finding *finding;
    struct fix *fix;

    if (!directive_begins(line))
        return;
    finding =
        check_add(check, CASE_BAD_DIRECTIVE_PARAGRAPH, element->span, NULL);
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
            check_line(check, index);
    }
}
