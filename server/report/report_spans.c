/* Finds what a report has, and where that stands. */
#include "report.h"

#include "front_matter.h"

/* A heading on the line of OFFSET begins at or before the end of that line. */
const struct report *report_at(const struct reports *reports, size_t offset)
{
    size_t end = text_line_end(reports->text, offset);
    const struct report *report = NULL;

    for (size_t index = 0; index < reports->count; index++) {
        if (!report || reports->items[index].heading.start <= end)
            report = &reports->items[index];
    }
    return report;
}

const struct report_section *report_section_at(const struct reports *reports,
                                               size_t offset)
{
    size_t end = text_line_end(reports->text, offset);
    const struct report *report = report_at(reports, offset);
    const struct report_section *section = NULL;

    for (size_t index = 0; report && index < report->section_count; index++) {
        if (report->sections[index].heading.start <= end)
            section = &report->sections[index];
    }
    return section;
}

static size_t end_of(const struct reports *reports, struct span heading,
                     size_t first, size_t count)
{
    return count ? reports->elements.items[first + count - 1].span.end
                 : heading.end;
}

size_t report_end(const struct reports *reports, const struct report *report)
{
    return end_of(reports, report->heading, report->first_element,
                  report->element_count);
}

size_t report_section_end(const struct reports *reports,
                          const struct report_section *section)
{
    return end_of(reports, section->heading, section->first_element,
                  section->element_count);
}

size_t report_factor_end(const struct report_section *section,
                         const struct report_factor *factor)
{
    size_t last = factor->first_field + factor->field_count;

    return factor->field_count ? section->fields[last - 1].value.end
                               : factor->heading.end;
}

const struct rule_guideline *
report_guideline(const struct report *report,
                 const struct rule_guideline *otherwise)
{
    return report->facts.guideline ? report->facts.guideline : otherwise;
}

struct span report_comment(const struct reports *reports,
                           const struct report *report)
{
    const struct report *next = report + 1;
    const struct text *text = reports->text;
    struct span span = {front_matter(text_bytes(text)), text_length(text)};

    if (next < reports->items + reports->count)
        span.end = text_line_start(text, next->heading.start);
    if (report > reports->items)
        span.start = text_line_start(text, report->heading.start);
    return span;
}

const struct report_section *report_section_find(const struct report *report,
                                                 enum section_id section)
{
    return report->first_sections[section];
}

const struct report_field *report_field_find(
    const struct report_section *section, enum field_id field)
{
    for (size_t index = 0; section && index < section->field_count; index++) {
        const struct report_field *found = &section->fields[index];

        if (found->rule && found->rule->id == field)
            return found;
    }
    return NULL;
}
