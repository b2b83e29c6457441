/* Keeps what the stretches of a report come to. */
#include "facts.h"

#include "check.h"
#include "memory.h"
#include "replaced.h"

void facts_move(struct facts *facts, ptrdiff_t by)
{
    struct wraps *wraps = &facts->wraps;

    facts->times.span = replaced_move(facts->times.span, by);
    wraps->first = replaced_move(wraps->first, by);
    for (size_t index = 0; index < wraps->count; index++)
        wraps->joints[index] = replaced_move(wraps->joints[index], by);
}

void facts_free(struct facts *facts)
{
    memory_free(facts->wraps.joints);
    *facts = (struct facts){0};
}

const struct zone *facts_zone(const struct check *check,
                              const struct report_section *section)
{
    for (size_t index = 0; index < check->facts_count; index++) {
        const struct facts *facts = &check->facts[index];

        if (facts->section == section)
            break;
        if (facts->times.kind != ZONE_NONE)
            return &facts->times;
    }
    return NULL;
}
