/* Finds each "<" that begins no markup in Bugzilla. */
#include "angle.h"

#include <string.h>

size_t angle_find(struct slice text, size_t at)
{
    const char *found;

    while (at < text.length &&
           (found = memchr(text.bytes + at, '<', text.length - at))) {
        at = (size_t)(found - text.bytes);
        if (!slice_has(text, at, "<http://") &&
            !slice_has(text, at, "<https://"))
            return at;
        at++;
    }
    return text.length;
}

void angle_add(struct buffer *buffer, struct slice text, const char *stand_in)
{
    size_t done = 0;
    size_t at;

    while ((at = angle_find(text, done)) < text.length) {
        buffer_add_slice(buffer, slice_part(text, done, at));
        buffer_add_string(buffer, stand_in);
        done = at + 1;
    }
    buffer_add_slice(buffer, slice_from(text, done));
}
