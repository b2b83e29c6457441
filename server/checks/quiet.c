/* Notes in which elements parts of the checks have found nothing. */
#include "quiet.h"

/* The bits from QUIET_SECTION on. */
#define SECTION_MASK (~(uint32_t)0 / QUIET_SECTION * QUIET_SECTION)

_Static_assert(SECTION_COUNT < SECTION_MASK / QUIET_SECTION,
               "sections have a number in a note");

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

static void forget_factors(const struct report_section *section)
{
    for (size_t index = 0; index < section->factor_count; index++)
        section->factors[index].noted = false;
}

void quiet_forget(struct reports *reports)
{
    for (size_t index = 0; index < reports->elements.count; index++)
        reports->elements.items[index].notes = 0;
    for (size_t index = 0; index < reports->count; index++) {
        const struct report *report = &reports->items[index];

        for (size_t at = 0; at < report->section_count; at++)
            forget_factors(&report->sections[at]);
    }
}

/* The notes under the section that RULE is. */
static uint32_t notes_under(uint32_t notes, const struct rule_section *rule)
{
    uint32_t section = ((uint32_t)rule->id + 1) * QUIET_SECTION;

    if ((notes & SECTION_MASK) == section)
        return notes;
    return (notes & ~(uint32_t)(SECTION_MASK | QUIET_BY_SECTION)) | section;
}

void quiet_settle(struct reports *reports, const struct stretch *stretch)
{
    const struct report_section *section = stretch->section;
    bool settled = true;

    for (size_t index = stretch->first; index < stretch->end; index++) {
        struct element *element = &reports->elements.items[index];

        if (element->kind == ELEMENT_ROW) {
            if (element->first)
                settled = element->notes & QUIET_HEADER;
            else if (!settled)
                element->notes = 0;
            if (element->first)
                element->notes |= QUIET_HEADER;
        }
        if (section && section->rule)
            element->notes = notes_under(element->notes, section->rule);
    }
}
