/* Says how far off a day is. */
#include "days.h"

#include <stdbool.h>

void days_add(struct buffer *words, int distance)
{
    bool past = distance < 0;
    size_t days = (size_t)(past ? -(long long)distance : distance);

    if (days == 0) {
        buffer_add_string(words, "today");
    } else if (days == 1) {
        buffer_add_string(words, past ? "yesterday" : "tomorrow");
    } else {
        buffer_addf(words, past ? "%zu days ago" : "in %zu days", days);
    }
}
