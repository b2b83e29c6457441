/* Keeps the fields of sections that an edit has left alone. */
#include "section.h"

#include "memory.h"
#include "replaced.h"

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

static void move_fields(struct report_section *section, ptrdiff_t elements,
                        ptrdiff_t by)
{
    for (size_t index = 0; index < section->field_count; index++) {
        struct report_field *field = &section->fields[index];

        field->label = replaced_move(field->label, by);
        field->whole = replaced_move(field->whole, by);
        field->value = replaced_move(field->value, by);
        field->answer = replaced_move(field->answer, by);
        field->element += (size_t)elements;
        field->last_element += (size_t)elements;
    }
    for (size_t index = 0; index < section->factor_count; index++) {
        struct report_factor *factor = &section->factors[index];

        factor->heading = replaced_move(factor->heading, by);
        factor->title = replaced_move(factor->title, by);
    }
}

bool fields_keep(const struct earlier *earlier, struct report_section *section)
{
    const struct elements_change *change = &earlier->change;
    bool above = section->first_element + section->element_count <=
                 change->first;
    ptrdiff_t elements =
        above ? 0 : (ptrdiff_t)change->is - (ptrdiff_t)change->was;
    struct report_section *was;

    if (!above && section->first_element <= change->is)
        return false;
    was = find(earlier, section->first_element - (size_t)elements);
    if (!was || was->rule != section->rule ||
        was->element_count != section->element_count)
        return false;
    section->fields = was->fields;
    section->field_count = was->field_count;
    section->field_room = was->field_room;
    section->factors = was->factors;
    section->factor_count = was->factor_count;
    section->factor_room = was->factor_room;
    was->fields = NULL;
    was->factors = NULL;
    was->rule = NULL;
    if (!above)
        move_fields(section, elements, change->by);
    return true;
}
