/* What the parts of formatting share: the list of edits. */
#include "formatting_parts.h"

#include "memory.h"

#define EDITS_MOST 20000

bool formatting_is_too_much(const struct formatting *formatting)
{
    return formatting->count > EDITS_MOST;
}

void formatting_add(struct formatting *formatting, struct span span,
                    struct slice text)
{
    if (formatting_is_too_much(formatting))
        return;
    *memory_append(formatting->edits, formatting->count, formatting->room) =
        (struct edit){span, memory_copy(text.bytes, text.length)};
}
