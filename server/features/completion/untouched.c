/* Finds what a template put in and nobody has written in yet. */
#include "untouched.h"

#include "memory.h"
#include "placeholder.h"
#include "template.h"

static bool is_untouched(const struct reports *reports, struct span span,
                         const char *placeholder)
{
    const struct check check = {.reports = reports};
    struct slice words = text_slice(reports->text, span);

    return slice_is_blank(words) || slice_is(words, placeholder) ||
           placeholder_is(&check, span);
}

static bool is_row(const struct reports *reports, const struct table *table,
                   size_t element)
{
    for (size_t index = 0; index < table->column_count; index++) {
        const struct rule_column *column = table->columns[index];

        if (!is_untouched(reports, table_cell(reports, table, element, index),
                          column ? template_cell(column) : ""))
            return false;
    }
    return !table_is_torn(reports, table, element);
}

bool untouched_row(const struct reports *reports, const struct table *table,
                   struct span *span)
{
    size_t last = table->header + table->row_count;

    for (size_t row = table->header + 1; row <= last; row++) {
        if (is_row(reports, table, row)) {
            *span = reports->elements.items[row].span;
            return true;
        }
    }
    return false;
}

/* What an entry of SECTION holds until it is written; new. */
static char *entry_form(const struct report_section *section)
{
    struct snippet form = {.skill = SNIPPET_NONE};
    const struct template_facts none = {0};

    template_add_moment(&form, &none);
    snippet_add_string(&form, " ");
    snippet_add_string(&form, template_prompt(section->rule));
    return buffer_take(&form.text);
}

bool untouched_entry(const struct reports *reports,
                     const struct report_section *section,
                     const struct timeline *timeline, struct span *span)
{
    char *form = entry_form(section);
    bool found = false;

    for (size_t index = 0; index < timeline->count && !found; index++) {
        const struct timeline_entry *entry = &timeline->entries[index];

        found = !entry->row &&
                slice_is(text_slice(reports->text, entry->span), form);
        if (found)
            *span = entry->span;
    }
    memory_free(form);
    return found;
}

static bool is_factor(const struct reports *reports,
                      const struct report_section *section,
                      const struct report_factor *factor)
{
    const struct report_field *fields = section->fields + factor->first_field;

    if (!factor->number || !factor->field_count ||
        !is_untouched(reports, factor->title, ""))
        return false;
    for (size_t index = 0; index < factor->field_count; index++) {
        if (!is_untouched(reports, fields[index].value,
                          fields[index].rule ? fields[index].rule->placeholder
                                             : ""))
            return false;
    }
    return true;
}

bool untouched_factor(const struct reports *reports,
                      const struct report_section *section, size_t *number,
                      struct span *span)
{
    for (size_t index = 0; index < section->factor_count; index++) {
        const struct report_factor *factor = &section->factors[index];
        const struct report_field *last;

        if (!is_factor(reports, section, factor))
            continue;
        last = &section->fields[factor->first_field +
                                factor->field_count - 1];
        *number = (size_t)factor->number;
        *span = (struct span){
            factor->heading.start,
            reports->elements.items[last->last_element].span.end};
        return true;
    }
    return false;
}
