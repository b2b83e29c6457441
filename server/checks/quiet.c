/* Notes in which elements parts of the checks have found nothing. */
#include "quiet.h"

static struct element *element_at(const struct check *check, size_t element)
{
    return &check->reports->elements.items[element];
}

bool quiet_is(const struct check *check, size_t element, unsigned what)
{
    return (element_at(check, element)->notes & what) == what;
}

unsigned quiet_kinds(const struct check *check, size_t element)
{
    return element_at(check, element)->notes / QUIET_KINDS & KINDS_ALL;
}

size_t quiet_found(const struct check *check)
{
    return check->findings->count + check->findings->more +
           check->own->wraps.count;
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
