/*
 * Keeps the fields of sections that an edit has left alone, and of those it has
 * touched the fields above and below.
 *
 * Fields are read line by line, each from what stands above it. What is read of
 * the lines above an edit is what it was; and so is what is read from a line on
 * that begins a factor, or a field that is sure, below it: what stands above
 * such a line means nothing to it.
 */
#include "section.h"

#include <string.h>

#include "memory.h"
#include "replaced.h"

/* How far something has moved. */
struct shift {
    ptrdiff_t elements, by;     /* by so many elements, and bytes */
};

/* Which elements of a section are read anew, and what of it that replaces:
 * all up to FIRST..END-1. */
struct gap {
    struct extent {
        size_t element, field, factor;
    } first, end;               /* END as it was before the edit */
};

/* The earlier section that begins with that element, or NULL. */
static struct report_section *find(const struct earlier *earlier, size_t first)
{
    size_t low = 0;
    size_t high = earlier->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (earlier->sections[middle]->first_element < first)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == earlier->count ||
        earlier->sections[low]->first_element != first)
        return NULL;
    return earlier->sections[low];
}

static void move_fields(struct report_section *section, size_t first,
                        struct shift shift)
{
    for (size_t index = first; index < section->field_count; index++) {
        struct report_field *field = &section->fields[index];

        field->label = replaced_move(field->label, shift.by);
        field->whole = replaced_move(field->whole, shift.by);
        field->value = replaced_move(field->value, shift.by);
        field->answer = replaced_move(field->answer, shift.by);
        field->element += (size_t)shift.elements;
        field->last_element += (size_t)shift.elements;
    }
}

static void move_factors(struct report_section *section, size_t first,
                         struct shift shift)
{
    for (size_t index = first; index < section->factor_count; index++) {
        struct report_factor *factor = &section->factors[index];

        factor->heading = replaced_move(factor->heading, shift.by);
        factor->title = replaced_move(factor->title, shift.by);
        factor->element += (size_t)shift.elements;
    }
}

/* The fields and factors of WAS are SECTION's now. */
static void take(struct report_section *section, struct report_section *was)
{
    section->fields = was->fields;
    section->field_count = was->field_count;
    section->field_room = was->field_room;
    section->factors = was->factors;
    section->factor_count = was->factor_count;
    section->factor_room = was->factor_room;
    was->fields = NULL;
    was->factors = NULL;
    was->rule = NULL;
}

/* The first field or factor of SECTION that begins with ELEMENT or below. */
static size_t first_field(const struct report_section *section, size_t element)
{
    size_t low = 0;
    size_t high = section->field_count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (section->fields[middle].element < element)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static size_t first_factor(const struct report_section *section,
                           size_t element)
{
    size_t low = 0;
    size_t high = section->factor_count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (section->factors[middle].element < element)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* What of SECTION begins above ELEMENT. */
static struct extent above(const struct report_section *section,
                           size_t element)
{
    return (struct extent){element, first_field(section, element),
                           first_factor(section, element)};
}

/* Reading begins with the last line above ELEMENT that is sure. */
static struct extent find_first(const struct report_section *section,
                                size_t element)
{
    struct extent first = above(section, element);

    element = section->first_element;
    if (first.factor)
        element = section->factors[first.factor - 1].element;
    while (first.field && !field_is_sure(&section->fields[first.field - 1]))
        first.field--;
    if (first.field && section->fields[first.field - 1].element > element)
        element = section->fields[first.field - 1].element;
    return above(section, element);
}

/* It ends with the first such line from ELEMENT on, or with the section. */
static struct extent find_end(const struct report_section *section,
                              size_t element)
{
    struct extent end = above(section, element);

    element = section->first_element + section->element_count;
    if (end.factor < section->factor_count)
        element = section->factors[end.factor].element;
    while (end.field < section->field_count &&
           !field_is_sure(&section->fields[end.field]))
        end.field++;
    if (end.field < section->field_count &&
        section->fields[end.field].element < element)
        element = section->fields[end.field].element;
    return above(section, element);
}

static void splice_fields(struct report_section *section,
                          const struct gap *gap,
                          const struct report_section *part)
{
    size_t rest = section->field_count - gap->end.field;
    size_t end = gap->first.field + part->field_count;

    section->fields = memory_grow(section->fields, &section->field_room,
                                  end + rest, sizeof *section->fields);
    if (rest)
        memmove(section->fields + end, section->fields + gap->end.field,
                rest * sizeof *section->fields);
    if (part->field_count)
        memcpy(section->fields + gap->first.field, part->fields,
               part->field_count * sizeof *section->fields);
    section->field_count = end + rest;
}

/* Factors count the fields before them. */
static void splice_factors(struct report_section *section,
                           const struct gap *gap,
                           const struct report_section *part)
{
    size_t rest = section->factor_count - gap->end.factor;
    size_t end = gap->first.factor + part->factor_count;

    section->factors = memory_grow(section->factors, &section->factor_room,
                                   end + rest, sizeof *section->factors);
    if (rest)
        memmove(section->factors + end, section->factors + gap->end.factor,
                rest * sizeof *section->factors);
    if (part->factor_count)
        memcpy(section->factors + gap->first.factor, part->factors,
               part->factor_count * sizeof *section->factors);
    section->factor_count = end + rest;
    for (size_t index = gap->first.factor; index < section->factor_count;
         index++) {
        struct report_factor *factor = &section->factors[index];

        factor->first_field += gap->first.field;
        if (index >= end)
            factor->first_field += part->field_count - gap->end.field;
    }
}

/* Reads the elements of GAP, which are SHIFTed behind it, and puts what they
 * hold in the place of what SECTION had there. */
static void read_gap(struct reports *reports, struct report_section *section,
                     const struct gap *gap, struct shift shift)
{
    struct report_section part = {.rule = section->rule};
    size_t first = gap->first.factor ? gap->first.factor - 1 : 0;
    size_t end;

    fields_read_part(reports, &part, gap->first.element,
                     gap->end.element + (size_t)shift.elements);
    splice_fields(section, gap, &part);
    splice_factors(section, gap, &part);
    end = gap->first.factor + part.factor_count;
    move_fields(section, gap->first.field + part.field_count, shift);
    move_factors(section, end, shift);
    fields_settle(section, first, end);
    memory_free(part.fields);
    memory_free(part.factors);
}

/* The edit lies in SECTION, which was WAS. */
static bool keep_around(struct reports *reports,
                        const struct elements_change *change,
                        struct report_section *section,
                        struct report_section *was)
{
    struct shift shift = {(ptrdiff_t)change->is - (ptrdiff_t)change->was,
                          change->by};
    size_t end = was->first_element + was->element_count;
    size_t count = section->element_count - (size_t)shift.elements;
    struct gap gap;

    if (was->element_count != count || change->was > end)
        return false;
    gap.first = find_first(was, change->first);
    gap.end = find_end(was, change->was);
    take(section, was);
    read_gap(reports, section, &gap, shift);
    return true;
}

bool fields_keep(struct reports *reports, const struct earlier *earlier,
                 struct report_section *section)
{
    const struct elements_change *change = &earlier->change;
    struct shift shift = {0, 0};
    struct report_section *was;

    if (section->first_element > change->first) {
        if (section->first_element <= change->is)
            return false;
        shift.elements = (ptrdiff_t)change->is - (ptrdiff_t)change->was;
        shift.by = change->by;
    }
    was = find(earlier, section->first_element - (size_t)shift.elements);
    if (!was || !was->rule || was->rule != section->rule)
        return false;
    if (section->first_element <= change->first &&
        section->first_element + section->element_count > change->first)
        return keep_around(reports, change, section, was);
    if (was->element_count != section->element_count)
        return false;
    take(section, was);
    move_fields(section, 0, shift);
    move_factors(section, 0, shift);
    return true;
}
