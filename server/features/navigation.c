/* Finds the contributing factors that words name, and the words that do. */
#include "navigation.h"

#include "action.h"
#include "report.h"
#include "memory.h"
#include "spot.h"

/* No reference has a higher number. */
#define NUMBER_MOST 999

static bool holds(struct span span, size_t offset)
{
    return span.start < span.end && span_touches(span, offset);
}

static const struct report_section *causes_of(const struct report *report)
{
    for (size_t index = 0; index < report->section_count; index++) {
        const struct report_section *section = &report->sections[index];

        if (section->factor_count)
            return section->factor_count <= ITEMS_FACTORS_MOST ? section
                                                               : NULL;
    }
    return NULL;
}

static bool name(struct naming *naming, enum naming_kind kind,
                 struct span span)
{
    naming->kind = kind;
    naming->span = span;
    return true;
}

static bool at_heading(const struct reports *reports, const struct spot *spot,
                       size_t offset, struct naming *naming)
{
    const struct report_factor *factor = spot->factor;

    if (spot->section != naming->causes)
        return false;
    naming->factor = (size_t)(factor - naming->causes->factors);
    naming->named[naming->factor] = true;
    if (factor->number && holds(factor_digits(reports, factor), offset))
        return name(naming, NAMING_NUMBER, factor_digits(reports, factor));
    if (holds(factor->title, offset))
        return name(naming, NAMING_TITLE, factor->title);
    if (factor->number)     /* the words before the number stand for it */
        return name(naming, NAMING_NUMBER, factor_digits(reports, factor));
    return name(naming, NAMING_OTHERWISE, factor->heading);
}

/* How many factors REFERENCE names; they are noted in NAMING. */
static size_t note_named(struct naming *naming,
                         const struct reference *reference)
{
    size_t count = 0;

    for (size_t index = 0; index < naming->causes->factor_count; index++) {
        naming->named[index] =
            reference_names(reference, naming->causes, index);
        if (naming->named[index] && !count++)
            naming->factor = index;
    }
    return count;
}

/* REFERENCE, of a range only the number that OFFSET is in, if any. */
static struct reference part_at(const struct reference *reference,
                                size_t offset)
{
    struct reference part = *reference;

    if (reference->kind != REFERENCE_NUMBER)
        return part;
    if (holds(reference->first_digits, offset))
        part.last = part.first;
    else if (holds(reference->last_digits, offset))
        part.first = part.last;
    return part;
}

static bool name_by(const struct reports *reports, struct naming *naming,
                    const struct reference *whole, size_t offset)
{
    struct reference part = part_at(whole, offset);
    size_t count = note_named(naming, &part);

    if (!count)
        return false;
    if (part.kind == REFERENCE_TITLE)
        return name(naming, NAMING_TITLE, naming_words(reports, whole));
    if (count == 1 && part.kind == REFERENCE_NUMBER &&
        part.first == part.last &&
        naming->causes->factors[naming->factor].number == part.first)
        return name(naming, NAMING_NUMBER,
                    part.first == whole->first ? whole->first_digits
                                               : whole->last_digits);
    return name(naming, NAMING_OTHERWISE, naming_words(reports, whole));
}

/* Is one of REFERENCES, which are given up, at OFFSET? */
static bool at_one_of(const struct reports *reports,
                      struct references *references,
                      size_t offset, struct naming *naming)
{
    bool found = false;

    for (size_t index = 0; !found && index < references->count; index++) {
        const struct reference *reference = &references->items[index];

        found = holds(reference->span, offset) &&
                name_by(reports, naming, reference, offset);
    }
    references_free(references);
    return found;
}

/* CELL is what action items have for the causes. */
static bool at_cell(const struct reports *reports, struct span cell,
                    size_t offset,
                    struct naming *naming)
{
    struct references references = {NULL, 0, 0};

    references_read(reports, naming->causes, cell, &references);
    return at_one_of(reports, &references, offset, naming);
}

static bool at_sentence(const struct reports *reports, size_t offset,
                        struct naming *naming)
{
    struct references references = {NULL, 0, 0};

    references_read_prose(reports, naming->report, naming->causes,
                          &references);
    return at_one_of(reports, &references, offset, naming);
}

static bool at_item(const struct reports *reports, const struct spot *spot,
                    size_t offset, struct naming *naming)
{
    struct actions actions;
    bool found = false;

    actions_read(reports, spot->report, &actions);
    for (size_t index = 0; !found && index < actions.count; index++) {
        const struct action *action = &actions.items[index];

        if (action->element == spot->element)
            found = at_cell(reports, action->cells[COLUMN_ROOT_CAUSES],
                            offset, naming);
    }
    actions_free(&actions);
    return found;
}

bool naming_at(const struct reports *reports, size_t offset,
               struct naming *naming)
{
    struct spot spot;

    *naming = (struct naming){0};
    spot_at(reports, offset, &spot);
    naming->report = spot.report;
    naming->causes = spot.report ? causes_of(spot.report) : NULL;
    if (!naming->causes)
        return false;
    if (spot.kind == SPOT_FACTOR)
        return at_heading(reports, &spot, offset, naming);
    if (spot.kind == SPOT_CELL && spot.column &&
        spot.column->id == COLUMN_ROOT_CAUSES)
        return at_item(reports, &spot, offset, naming);
    return at_sentence(reports, offset, naming);
}

void mentions_add(struct mentions *mentions, struct span span, bool declares)
{
    *memory_add(mentions) = (struct mention){span, declares};
}

/* The part of FACTOR's heading that NAMING is about. */
static struct span heading_of(const struct reports *reports,
                              const struct naming *naming,
                              const struct report_factor *factor)
{
    if (naming->kind == NAMING_TITLE && factor->title.end > factor->title.start)
        return factor->title;
    return factor->number ? factor_digits(reports, factor) : factor->heading;
}

void mentions_headings(const struct reports *reports,
                       const struct naming *naming, struct mentions *mentions)
{
    *mentions = (struct mentions){NULL, 0, 0};
    for (size_t index = 0; index < naming->causes->factor_count; index++) {
        if (naming->named[index])
            mentions_add(mentions,
                         heading_of(reports, naming,
                                    &naming->causes->factors[index]),
                         true);
    }
}

void naming_references(const struct reports *reports,
                       const struct naming *naming,
                       struct references *references)
{
    struct actions actions;

    *references = (struct references){NULL, 0, 0};
    actions_read(reports, naming->report, &actions);
    for (size_t index = 0; index < actions.count; index++)
        references_read(reports, naming->causes,
                        actions.items[index].cells[COLUMN_ROOT_CAUSES],
                        references);
    actions_free(&actions);
    references_read_prose(reports, naming->report, naming->causes, references);
}

/* Fills BELOW: for each number, how many smaller ones name what NAMING does, so
 * that a range need not be gone through. */
static void count_numbers(const struct naming *naming,
                          size_t below[NUMBER_MOST + 2])
{
    struct reference one = {.kind = REFERENCE_NUMBER};

    below[0] = below[1] = 0;
    for (size_t number = 1; number <= NUMBER_MOST; number++) {
        bool any = false;

        one.first = one.last = number;
        for (size_t index = 0; !any && index < naming->causes->factor_count;
             index++)
            any = naming->named[index] &&
                  reference_names(&one, naming->causes, index);
        below[number + 1] = below[number] + any;
    }
}

static bool names_same(const struct naming *naming,
                       const struct reference *reference, const size_t *below)
{
    if (reference->kind == REFERENCE_TITLE)
        return naming->named[reference->factor];
    if (reference->kind == REFERENCE_NUMBER)
        return below[reference->last + 1] > below[reference->first];
    return reference->kind == REFERENCE_ALL;
}

void mentions_references(const struct reports *reports,
                         const struct naming *naming,
                         struct mentions *mentions)
{
    size_t below[NUMBER_MOST + 2];
    struct references references;

    count_numbers(naming, below);
    naming_references(reports, naming, &references);
    for (size_t index = 0; index < references.count; index++) {
        const struct reference *reference = &references.items[index];

        if (names_same(naming, reference, below))
            mentions_add(mentions, naming_words(reports, reference), false);
    }
    references_free(&references);
}

void mentions_free(struct mentions *mentions)
{
    memory_free(mentions->items);
    *mentions = (struct mentions){NULL, 0, 0};
}

struct span naming_words(const struct reports *reports,
                         const struct reference *reference)
{
    struct span span = reference->span;
    struct slice words =
        slice_trim_end(text_slice(reports->text, span), " \t*_`\"'.");

    return (struct span){span.start, span.start + words.length};
}
