/* Finds the fields that belong together. */
#include "scope.h"

#include <string.h>

#include "layout.h"

static struct scope with_firsts(struct scope scope)
{
    for (size_t index = 0; index < scope.count; index++) {
        const struct report_field *field = &scope.fields[index];

        if (field->rule && !scope.firsts[field->rule->id])
            scope.firsts[field->rule->id] = field;
    }
    return scope;
}

struct scope scope_of_section(const struct check *check,
                              const struct report_section *section)
{
    return with_firsts((struct scope){
        .check = check,
        .section = section,
        .fields = section->fields,
        .count = section->field_count,
        .heading = section->heading,
        .heading_element = layout_heading(section),
        .end_element = layout_section_end(section),
        .whole = check_is_first(check, section) &&
                 section->rule->content == CONTENT_FIELDS});
}

struct scope scope_of_factor(const struct check *check,
                             const struct report_section *section, size_t index)
{
    const struct report_factor *factor = &section->factors[index];
    bool last = index + 1 == section->factor_count;

    return with_firsts((struct scope){
        .check = check,
        .section = section,
        .fields = factor->field_count ? &section->fields[factor->first_field]
                                      : NULL,
        .count = factor->field_count,
        .heading = factor->heading,
        .heading_element = factor->element,
        .end_element = last ? layout_section_end(section) : factor[1].element,
        .factor = true,
        .whole = true});
}

const struct element *scope_element(const struct scope *scope, size_t at)
{
    return &scope->check->reports->elements.items[at];
}

/* A factor is called what its line says, without marks around it. */
struct slice scope_name(const struct scope *scope)
{
    struct slice name;

    if (!scope->factor)
        return check_word(scope->section->rule->name);
    name = check_slice(scope->check, scope->heading);
    name = slice_trim_end(name, "*_# ");
    while (name.length && strchr("*_# ", *name.bytes)) {
        name.bytes++;
        name.length--;
    }
    return name;
}

const struct report_field *scope_find(const struct scope *scope,
                                      const struct rule_field *rule)
{
    return scope->firsts[rule->id];
}

const struct report_field *scope_find_anywhere(const struct scope *scope,
                                               const struct rule_field *rule)
{
    const struct report_field *found = scope_find(scope, rule);

    return found || scope->section->factor_count
               ? found
               : scope->check->report->firsts[rule->id];
}

const struct report_field *scope_above(const struct scope *scope,
                                       const struct rule_field *rule)
{
    const struct report_field *found = NULL;

    while (!found && rule > scope->section->rule->fields)
        found = scope_find(scope, --rule);
    return found;
}
