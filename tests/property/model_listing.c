/* Writes down the model of a text. */
#include "model_listing.h"

#include <stdarg.h>

static void __attribute__((format(printf, 2, 3)))
add(struct buffer *listed, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    buffer_add_format(listed, format, arguments);
    va_end(arguments);
}

static void add_span(struct buffer *listed, struct span span)
{
    add(listed, " %zu-%zu", span.start, span.end);
}

static void add_element(struct buffer *listed, const struct element *element)
{
    add(listed, "element %d, %d%d%d%d%d%d, level %d, depth %d, group %d:",
        (int)element->kind, element->first, element->last, element->item,
        element->code, element->begins, element->divides, element->level,
        element->depth, (int)element->group);
    add_span(listed, element->span);
    buffer_add_char(listed, '\n');
}

static void add_field(struct buffer *listed, const struct report_field *field)
{
    add(listed, "    %s, near %s, %d %d %d %d, depth %u, %zu to %zu:",
        field->rule ? field->rule->label : "-",
        field->near ? field->near->label : "-", field->mistaken,
        (int)field->form, field->item, field->inline_value, field->depth,
        field->element, field->last_element);
    add_span(listed, field->label);
    add_span(listed, field->whole);
    add_span(listed, field->value);
    add_span(listed, field->answer);
    buffer_add_char(listed, '\n');
}

static void add_factor(struct buffer *listed,
                       const struct report_factor *factor)
{
    add(listed, "    factor %lu, %zu, %zu and %zu:", factor->number,
        factor->element, factor->first_field, factor->field_count);
    add_span(listed, factor->heading);
    add_span(listed, factor->title);
    buffer_add_char(listed, '\n');
}

static void add_section(struct buffer *listed,
                        const struct report_section *section)
{
    add(listed, "  %s, near %s, %d %d %d %d %d, %zu and %zu:",
        section->rule ? section->rule->name : "-",
        section->near ? section->near->name : "-", section->mistaken,
        (int)section->form, section->level, section->in_list, section->empty,
        section->first_element, section->element_count);
    add_span(listed, section->heading);
    buffer_add_char(listed, '\n');
    for (size_t index = 0; index < section->field_count; index++)
        add_field(listed, &section->fields[index]);
    for (size_t index = 0; index < section->factor_count; index++)
        add_factor(listed, &section->factors[index]);
}

static void add_report(struct buffer *listed, const struct report *report)
{
    add(listed, "%s, %d %d, %zu and %zu:", report->rule->name,
        (int)report->form, report->level, report->first_element,
        report->element_count);
    add_span(listed, report->heading);
    buffer_add_char(listed, '\n');
    for (size_t index = 0; index < report->section_count; index++)
        add_section(listed, &report->sections[index]);
}

void model_listing_add(struct buffer *listed, const struct reports *reports)
{
    const struct elements *elements = &reports->elements;

    for (size_t index = 0; index < elements->count; index++)
        add_element(listed, &elements->items[index]);
    for (size_t at = 0; elements_mark(elements, &at, elements->count); at++)
        add(listed, "mark %zu\n", at);
    for (size_t index = 0; index < reports->count; index++)
        add_report(listed, &reports->items[index]);
}
