/* Numbers contributing factors from 1, and what refers to them. */
#include "renumbering.h"

#include <string.h>

#include "report.h"
#include "items.h"
#include "memory.h"

/* The most of each that are renumbered; with more, it is left to the author. */
#define FACTORS_MOST 30
#define REFERENCES_MOST 100

/* Where a number belongs that TEXT lacks: after its '#', else its words. */
static size_t number_place(struct slice text)
{
    size_t words;
    size_t at = text.length;

    while (at && strchr(" \t:-*_", text.bytes[at - 1]))
        at--;
    words = at;
    while (at && text.bytes[at - 1] != '#' &&
           !byte_is_letter(text.bytes[at - 1]))
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

static void renumber_factor(const struct renumbering *renumbering,
                            struct fix *fix, size_t index)
{
    const struct report_factor *factor = &renumbering->causes->factors[index];
    struct span span = number_span(renumbering->check, factor);
    struct slice before;
    struct buffer text = {NULL, 0, 0};

    if (factor->number == index + 1 ||
        factor_is_example(renumbering->check, factor))
        return;
    before = check_slice(renumbering->check,
                         (struct span){span.start - 1, span.start});
    if (!factor->number && *before.bytes != '#')
        buffer_add_string(&text, " #");
    buffer_add_number(&text, index + 1);
    fix_edit(fix, span, buffer_slice(&text));
    buffer_free(&text);
}

/* Does a reference name factor INDEX by its place, whatever its number? */
static bool is_placed(const struct renumbering *renumbering, size_t index)
{
    for (size_t at = 0; at < renumbering->items->count; at++) {
        const struct reference *reference = &renumbering->items->items[at];

        if (reference->kind == REFERENCE_NUMBER &&
            reference->first <= index + 1 && reference->last >= index + 1)
            return true;
    }
    return false;
}

/* The new numbers of the factors that were NUMBER, into TEXT; more than one
 * only where nothing else would name the others. */
static void add_numbers(const struct renumbering *renumbering,
                        uint64_t number, struct buffer *text)
{
    for (size_t index = 0; index < renumbering->causes->factor_count; index++) {
        if (renumbering->causes->factors[index].number != number ||
            (text->length && number != index + 1 &&
             is_placed(renumbering, index)))
            continue;
        if (text->length)
            buffer_add_string(text, ", ");
        buffer_add_number(text, index + 1);
    }
}

static void renumber_digits(const struct renumbering *renumbering,
                            struct fix *fix, uint64_t number,
                            struct span digits)
{
    struct buffer text = {NULL, 0, 0};
    struct slice was = check_slice(renumbering->check, digits);

    add_numbers(renumbering, number, &text);
    if (text.length && (text.length != was.length ||
                        memcmp(text.bytes, was.bytes, was.length)))
        fix_edit(fix, digits, buffer_slice(&text));
    buffer_free(&text);
}

/* Two factors have one number: only the author knows which a sentence means. */
static bool is_repeated(const struct renumbering *renumbering,
                        uint64_t number)
{
    size_t count = 0;

    for (size_t index = 0; index < renumbering->causes->factor_count; index++)
        count += renumbering->causes->factors[index].number == number;
    return count > 1;
}

static void renumber_reference(const struct renumbering *renumbering,
                               struct fix *fix,
                               const struct reference *reference)
{
    if (reference->kind != REFERENCE_NUMBER)
        return;
    renumber_digits(renumbering, fix, reference->first,
                    reference->first_digits);
    if (reference->last != reference->first)
        renumber_digits(renumbering, fix, reference->last,
                        reference->last_digits);
}

static void renumber_sentence(const struct renumbering *renumbering,
                              struct fix *fix,
                              const struct reference *reference)
{
    if (!is_repeated(renumbering, reference->first) &&
        !is_repeated(renumbering, reference->last))
        renumber_reference(renumbering, fix, reference);
}

static bool is_misnumbered(const struct check *check,
                           const struct report_section *causes)
{
    for (size_t index = 0; index < causes->factor_count; index++) {
        if (causes->factors[index].number != index + 1 &&
            !factor_is_example(check, &causes->factors[index]))
            return true;
    }
    return false;
}

void renumbering_read(struct renumbering *renumbering,
                      const struct check *check,
                      const struct report_section *causes,
                      const struct action_items *items)
{
    *renumbering = (struct renumbering){
        .check = check, .causes = causes, .items = &items->references};
    if (causes->factor_count > FACTORS_MOST || !is_misnumbered(check, causes))
        return;
    references_read_prose(check->reports, check->report, causes,
                          &renumbering->sentences);
    renumbering->possible = renumbering->items->count <= REFERENCES_MOST &&
                            renumbering->sentences.count <= REFERENCES_MOST;
}

void renumbering_edit(const struct renumbering *renumbering, struct fix *fix)
{
    for (size_t index = 0; index < renumbering->causes->factor_count; index++)
        renumber_factor(renumbering, fix, index);
    for (size_t index = 0; index < renumbering->items->count; index++)
        renumber_reference(renumbering, fix, &renumbering->items->items[index]);
    for (size_t index = 0; index < renumbering->sentences.count; index++)
        renumber_sentence(renumbering, fix,
                          &renumbering->sentences.items[index]);
}

void renumbering_free(struct renumbering *renumbering)
{
    references_free(&renumbering->sentences);
}
