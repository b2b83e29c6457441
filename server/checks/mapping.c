/* The part Root causes: does each have an action item, and the other way? */
#include "facts.h"

#include <string.h>

#include "answer.h"
#include "memory.h"
#include "placeholder.h"

/* As many places are offered to choose from. */
#define FIXES_MOST 8
/* No report has more references; a text that does is left alone. */
#define REFERENCES_MOST 2000

/* One action item, and its references. */
struct item {
    const struct action *action;
    const struct reference *references;
    size_t count;
};

struct mapping {
    const struct check *check;
    const struct report_section *causes;
    const struct action_items *items;
};

static struct span cell_of(const struct item *item)
{
    return item->action->cells[COLUMN_ROOT_CAUSES];
}

static struct item item_at(const struct mapping *mapping, size_t index)
{
    const struct action_items *items = mapping->items;
    size_t first = items->firsts[index];

    return (struct item){&items->actions.items[index],
                         &items->references.items[first],
                         items->firsts[index + 1] - first};
}

/* Words that begin alike may be of one stem: "linting", "no linter". */
#define STEM 4

static bool has_stem(const char *text, const char *stem)
{
    for (const char *at = text; *at; at++) {
        if ((at == text || !byte_is_alphanumeric(at[-1])) &&
            !strncmp(at, stem, STEM))
            return true;
    }
    return false;
}

/* Does a word of TEXT, long enough to mean something, stand in HEADING too, or
 * one of its stem? */
static bool shares_word(const char *text, const char *heading)
{
    for (const char *at = text; *at; at += *at != '\0') {
        size_t length = 0;

        while (byte_is_alphanumeric(at[length]))
            length++;
        if (length >= STEM && has_stem(heading, at))
            return true;
        at += length;
    }
    return false;
}

/* May REFERENCE, which is in words of its own, mean one of the factors? */
static bool may_mean_factor(const struct mapping *mapping,
                            const struct reference *reference)
{
    char *text = answer_fold(mapping->check, reference->span);
    bool may = false;

    for (size_t i = 0; !may && i < mapping->causes->factor_count; i++) {
        char *heading = answer_fold(mapping->check,
                                    mapping->causes->factors[i].heading);

        may = shares_word(text, heading);
        memory_free(heading);
    }
    memory_free(text);
    return may;
}

/* What stands beside the number of a factor, in other words than the factors',
 * is a lesson. */
static bool is_clear(const struct mapping *mapping, const struct item *item)
{
    bool numbered = false;

    for (size_t index = 0; index < item->count; index++) {
        numbered |= item->references[index].kind == REFERENCE_NUMBER;
        if (item->references[index].kind == REFERENCE_UNCLEAR &&
            (!numbered || may_mean_factor(mapping, &item->references[index])))
            return false;
    }
    return action_has(item->action, COLUMN_ROOT_CAUSES) &&
           !item_is_example(mapping->check, item->action) &&
           !placeholder_is_part(mapping->check, item->action->element,
                                cell_of(item));
}

/* Are there action items, and all of their references understood? */
static bool all_clear(const struct mapping *mapping)
{
    size_t count = mapping->items->actions.count;

    if (mapping->items->references.count > REFERENCES_MOST)
        return false;
    for (size_t index = 0; index < count; index++) {
        struct item item = item_at(mapping, index);

        if (!is_clear(mapping, &item))
            return false;
    }
    return count > 0;
}

/* Adds what stands before a number in REFERENCE ("Root Cause # "), or in the
 * template if it has none (or there is no REFERENCE), and NUMBER. */
static struct slice write_reference(const struct mapping *mapping,
                                    const struct reference *reference,
                                    uint64_t number, struct buffer *text)
{
    const char *form = rule_columns[COLUMN_ROOT_CAUSES].placeholder;
    struct slice lead = {form, strcspn(form, "0123456789")};

    if (reference && reference->kind == REFERENCE_NUMBER)
        lead = check_slice(mapping->check,
                           (struct span){reference->span.start,
                                         reference->first_digits.start});
    buffer_add_slice(text, lead);
    buffer_add_number(text, number);
    return buffer_slice(text);
}

static void offer_number(const struct mapping *mapping,
                         struct finding *finding,
                         const struct reference *reference,
                         uint64_t number)
{
    struct buffer text = {NULL, 0, 0};
    struct buffer digits = {NULL, 0, 0};
    struct finding_words words = {
        .expected = write_reference(mapping, reference, number, &text)};

    buffer_add_number(&digits, number);
    fix_edit(finding_fix(finding, FIX_REPLACE, &words), reference->first_digits,
             buffer_slice(&digits));
    buffer_free(&digits);
    buffer_free(&text);
}

/* Where there are several, only the author knows which is right. */
static void prefer_only(struct finding *finding)
{
    if (finding && finding->fix_count > 1)
        finding->fixes[0].preferred = false;
}

static void check_reference(const struct mapping *mapping,
                            const struct reference *reference)
{
    struct buffer digits = {NULL, 0, 0};
    struct finding_words words = {0};
    struct finding *finding;
    uint64_t number;

    if (!reference_unknown(reference, mapping->causes, &number))
        return;
    buffer_add_number(&digits, number);
    words.value = buffer_slice(&digits);
    finding = check_add(mapping->check, CASE_UNKNOWN_ROOT_CAUSE,
                        reference->span, &words);
    buffer_free(&digits);
    for (size_t index = 0; index < mapping->causes->factor_count &&
                           index < FIXES_MOST &&
                           reference->first == reference->last; index++) {
        number = mapping->causes->factors[index].number;
        if (number)
            offer_number(mapping, finding, reference, number);
    }
    prefer_only(finding);
}

static void check_unknown(const struct mapping *mapping)
{
    for (size_t index = 0; index < mapping->items->actions.count; index++) {
        struct item item = item_at(mapping, index);

        for (size_t at = 0; at < item.count; at++) {
            if (!item_is_example(mapping->check, item.action))
                check_reference(mapping, &item.references[at]);
        }
    }
}

static void offer_item(const struct mapping *mapping, struct finding *finding,
                       const struct item *item, uint64_t number)
{
    const struct reference *first = item->count ? item->references : NULL;
    struct span cell = cell_of(item);
    struct buffer text = {NULL, 0, 0};
    struct slice reference;
    struct finding_words words = {0};
    struct fix *fix;

    if (item->count) {
        buffer_add_string(&text, ", ");
        cell.start = cell.end;
    }
    reference = write_reference(mapping, first, number, &text);
    words.value = check_slice(mapping->check,
                              item->action->cells[COLUMN_ACTION]);
    fix = finding_fix(finding, FIX_ADD_REFERENCE, &words);
    fix_edit(fix, cell, reference);
    buffer_free(&text);
}

/* Items that name no factor yet come first. */
static void offer_items(const struct mapping *mapping,
                        struct finding *finding, uint64_t number)
{
    size_t offered = 0;

    for (int pass = 0; finding && pass < 2; pass++) {
        for (size_t index = 0; index < mapping->items->actions.count;
             index++) {
            struct item item = item_at(mapping, index);

            if ((item.count > 0) == (pass > 0) && offered < FIXES_MOST &&
                action_has(item.action, COLUMN_ACTION)) {
                offer_item(mapping, finding, &item, number);
                offered++;
            }
        }
    }
    prefer_only(finding);
}

static bool is_named(const struct mapping *mapping, size_t factor)
{
    const struct references *references = &mapping->items->references;

    for (size_t index = 0; index < references->count; index++) {
        if (reference_names(&references->items[index], mapping->causes,
                            factor))
            return true;
    }
    return false;
}

static void check_unmapped(const struct mapping *mapping)
{
    for (size_t index = 0; index < mapping->causes->factor_count; index++) {
        const struct report_factor *factor = &mapping->causes->factors[index];
        struct buffer digits = {NULL, 0, 0};
        struct finding_words words = {0};
        struct finding *finding;

        if (!factor->number || is_named(mapping, index))
            continue;
        buffer_add_number(&digits, factor->number);
        words.value = buffer_slice(&digits);
        finding = check_add(mapping->check, CASE_UNMAPPED_ROOT_CAUSE,
                            factor->heading, &words);
        check_relate(finding,
                     mapping->items->actions.items[0].section->heading,
                     &words);
        offer_items(mapping, finding, factor->number);
        buffer_free(&digits);
    }
}

/* Is the analysis written, as far as its factors tell? */
static bool is_written(const struct mapping *mapping)
{
    const struct report_section *causes = mapping->causes;

    for (size_t index = 0; causes && index < causes->factor_count; index++) {
        if (factor_is_example(mapping->check, &causes->factors[index]))
            return false;
    }
    return causes != NULL;
}

void check_mapping(const struct check *check)
{
    const struct mapping mapping = {.check = check,
                                    .causes = items_causes(check),
                                    .items = &check->facts->items};

    if (!mapping.causes)
        return;
    if (is_written(&mapping))
        check_unknown(&mapping);
    if (check->report->rule->id != REPORT_PRELIMINARY && all_clear(&mapping))
        check_unmapped(&mapping);
}
