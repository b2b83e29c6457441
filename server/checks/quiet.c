/* Notes in which elements parts of the checks have found nothing. */
#include "quiet.h"

static struct element *element_at(const struct check *check, size_t element)
{
    return &check->reports->elements.items[element];
}

unsigned quiet_kinds(const struct check *check, size_t element)
{
    return element_at(check, element)->notes / QUIET_KINDS & KINDS_ALL;
}

bool quiet_is_factor(const struct report_section *section, size_t index)
{
    return section->factors[index].noted;
}

void quiet_note_factor(const struct check *check,
                       const struct report_section *section, size_t index,
                       size_t found)
{
    if (quiet_found(check) == found)
        section->factors[index].noted = true;
}

void quiet_add(const struct check *check, size_t element, unsigned what)
{
    element_at(check, element)->notes |= what;
}

void quiet_note(const struct check *check, size_t element, unsigned what,
                size_t found)
{
    if (quiet_found(check) == found)
        quiet_add(check, element, what);
}

void quiet_forget(struct reports *reports, size_t first, size_t end)
{
    for (size_t index = first; index < end; index++)
        reports->elements.items[index].notes = 0;
}

void quiet_forget_factors(struct reports *reports)
{
    for (size_t index = 0; index < reports->count; index++) {
        const struct report *report = &reports->items[index];

        for (size_t at = 0; at < report->section_count; at++) {
            const struct report_section *section = &report->sections[at];

            for (size_t which = 0; which < section->factor_count; which++)
                section->factors[which].noted = false;
        }
    }
}

void quiet_settle(struct reports *reports, size_t first, size_t end)
{
    bool settled = true;

    for (size_t index = first; index < end; index++) {
        struct element *element = &reports->elements.items[index];

        if (element->kind != ELEMENT_ROW)
            continue;
        if (element->first) {
            settled = element->notes & QUIET_HEADER;
            element->notes |= QUIET_HEADER;
        } else if (!settled) {
            element->notes = 0;
        }
    }
}
