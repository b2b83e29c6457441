/* The part Root causes: are there factors, numbered 1, 2, 3, with titles? */
#include "items.h"

#include <ctype.h>
#include <string.h>

#include "factor.h"
#include "memory.h"
#include "reference.h"
#include "skeleton.h"

/* Beyond that the renumbering is left to the author. */
#define RENUMBERED_MOST 30
#define REFERENCES_MOST 100

/* The factors of a report, and what refers to them. */
struct numbering {
    const struct check *check;
    const struct report_section *causes;
    struct references references;
};

/* The first factor before INDEX that has its number; INDEX if none has. */
static size_t first_so_numbered(const struct report_section *causes,
                                size_t index)
{
    size_t first = 0;

    while (causes->factors[first].number != causes->factors[index].number)
        first++;
    return first;
}

/* Is factor INDEX the next one, as it stands? */
static bool is_next(const struct report_section *causes, size_t index)
{
    unsigned long number = causes->factors[index].number;

    return number == index + 1 ||
           (index && number == causes->factors[index - 1].number + 1);
}

/* Where a number belongs that TEXT lacks: behind its '#', else its words. */
static size_t number_place(struct slice text)
{
    size_t words;
    size_t at = text.length;

    while (at && strchr(" \t:-*_", text.bytes[at - 1]))
        at--;
    words = at;
    while (at && text.bytes[at - 1] != '#' &&
           !isalpha((unsigned char)text.bytes[at - 1]))
        at--;
    return at && text.bytes[at - 1] == '#' ? at : words;
}

/* The digits of FACTOR's number; where they belong, if it has none. */
static struct span number_span(const struct check *check,
                               const struct report_factor *factor)
{
    struct span before = {factor->heading.start, factor->title.start};
    size_t place;

    if (factor->number)
        return factor_digits(check->reports, factor);
    place = before.start + number_place(check_slice(check, before));
    return (struct span){place, place};
}

static void renumber_factor(const struct numbering *numbering, struct fix *fix,
                            size_t index)
{
    const struct report_factor *factor = &numbering->causes->factors[index];
    struct span span = number_span(numbering->check, factor);
    struct slice before;
    struct buffer text = {NULL, 0, 0};

    if (factor->number == index + 1 ||
        factor_is_example(numbering->check, factor))
        return;
    before = check_slice(numbering->check,
                         (struct span){span.start - 1, span.start});
    if (!factor->number && *before.bytes != '#')
        buffer_add_string(&text, " #");
    buffer_add_number(&text, index + 1);
    fix_edit(fix, span, (struct slice){text.bytes, text.length});
    buffer_free(&text);
}

/* Does a reference name factor INDEX by its place, whatever its number? */
static bool is_placed(const struct numbering *numbering, size_t index)
{
    for (size_t at = 0; at < numbering->references.count; at++) {
        const struct reference *reference = &numbering->references.items[at];

        if (reference->kind == REFERENCE_NUMBER &&
            reference->first <= index + 1 && reference->last >= index + 1)
            return true;
    }
    return false;
}

/* The new numbers of the factors that were NUMBER, into TEXT; more than one
 * only where nothing else would name the others. */
static void add_numbers(const struct numbering *numbering,
                        unsigned long number, struct buffer *text)
{
    for (size_t index = 0; index < numbering->causes->factor_count; index++) {
        if (numbering->causes->factors[index].number != number ||
            (text->length && number != index + 1 &&
             is_placed(numbering, index)))
            continue;
        if (text->length)
            buffer_add_string(text, ", ");
        buffer_add_number(text, index + 1);
    }
}

static void renumber_digits(const struct numbering *numbering,
                            struct fix *fix, unsigned long number,
                            struct span digits)
{
    struct buffer text = {NULL, 0, 0};
    struct slice was = check_slice(numbering->check, digits);

    add_numbers(numbering, number, &text);
    if (text.length && (text.length != was.length ||
                        memcmp(text.bytes, was.bytes, was.length)))
        fix_edit(fix, digits, (struct slice){text.bytes, text.length});
    buffer_free(&text);
}

static void renumber_reference(const struct numbering *numbering,
                               struct fix *fix,
                               const struct reference *reference)
{
    if (reference->kind != REFERENCE_NUMBER)
        return;
    renumber_digits(numbering, fix, reference->first,
                    reference->first_digits);
    if (reference->last != reference->first)
        renumber_digits(numbering, fix, reference->last,
                        reference->last_digits);
}

/* All of them at once: one factor's number is another one's finding. */
static void offer_renumbering(const struct numbering *numbering,
                              struct finding *finding)
{
    struct fix *fix;

    if (!finding || numbering->causes->factor_count > RENUMBERED_MOST ||
        numbering->references.count > REFERENCES_MOST)
        return;
    fix = finding_fix(finding, FIX_RENUMBER, NULL);
    for (size_t index = 0; index < numbering->causes->factor_count; index++)
        renumber_factor(numbering, fix, index);
    for (size_t index = 0; index < numbering->references.count; index++)
        renumber_reference(numbering, fix,
                           &numbering->references.items[index]);
}

static struct slice number_word(struct buffer *digits, unsigned long number)
{
    buffer_add_number(digits, number);
    return (struct slice){digits->bytes, digits->length};
}

static void check_number(const struct numbering *numbering, size_t index)
{
    const struct report_section *causes = numbering->causes;
    const struct report_factor *factor = &causes->factors[index];
    size_t first = first_so_numbered(causes, index);
    struct buffer is = {NULL, 0, 0};
    struct buffer wanted = {NULL, 0, 0};
    struct finding_words words = {
        .value = number_word(&is, factor->number),
        .expected = number_word(&wanted, index + 1)};
    struct finding *finding = NULL;

    if (!factor->number) {
        finding = check_add(numbering->check, CASE_FACTOR_NUMBERING_UNNUMBERED,
                            factor->heading, &words);
    } else if (first != index) {
        finding = check_add(numbering->check, CASE_FACTOR_NUMBERING_DUPLICATE,
                            factor->heading, &words);
        check_relate(finding, causes->factors[first].heading, &words);
    } else if (!is_next(causes, index)) {
        finding = check_add(numbering->check, CASE_FACTOR_NUMBERING,
                            factor->heading, &words);
    }
    offer_renumbering(numbering, finding);
    if (factor->number && factor->title.start == factor->title.end)
        check_add(numbering->check, CASE_FACTOR_NUMBERING_TITLE,
                  factor->heading, &words);
    buffer_free(&is);
    buffer_free(&wanted);
}

static void read_references(struct numbering *numbering)
{
    struct reports *reports = numbering->check->reports;
    struct actions items;

    items_read(numbering->check, numbering->check->report, &items);
    for (size_t index = 0; index < items.count; index++)
        references_read(reports, numbering->causes,
                        items.items[index].cells[COLUMN_ROOT_CAUSES],
                        &numbering->references);
    actions_free(&items);
}

static void check_numbering(const struct check *check)
{
    struct numbering numbering = {.check = check,
                                  .causes = items_causes(check)};

    if (!numbering.causes)
        return;
    read_references(&numbering);
    for (size_t index = 0; index < numbering.causes->factor_count; index++) {
        if (!factor_is_example(check, &numbering.causes->factors[index]))
            check_number(&numbering, index);
    }
    references_free(&numbering.references);
}

/* The template's factor, below whatever the section holds. */
static void offer_factor(const struct check *check,
                         const struct report_section *causes,
                         struct finding *finding)
{
    struct slice body = skeleton_body(check->report->rule, causes->rule);
    struct insertion insertion = {
        .at = layout_element(check, layout_section_end(causes)),
        .above = true, .below = true};
    size_t last = causes->first_element + causes->element_count;

    if (!body.length || layout_is_open(check, last - 1))
        return;
    buffer_add(&insertion.lines, body.bytes, body.length);
    layout_insert(check, finding_fix(finding, FIX_INSERT_FACTOR, NULL),
                  &insertion);
    buffer_free(&insertion.lines);
}

static void check_presence(const struct check *check)
{
    const struct report_section *causes =
        report_section_find(check->report, SECTION_ROOT_CAUSE_ANALYSIS);

    if (check->report->rule->id == REPORT_PRELIMINARY || !causes ||
        causes->empty || causes->factor_count || items_causes(check))
        return;
    offer_factor(check, causes,
                 check_add(check, CASE_MISSING_CONTRIBUTING_FACTOR,
                           causes->heading, NULL));
}

void check_factors(const struct check *check)
{
    check_presence(check);
    check_numbering(check);
}
