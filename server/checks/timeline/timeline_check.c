/* What the checks of a Timeline section share. */
#include "timeline_check.h"

bool timeline_has_day(const struct timeline_entry *entry)
{
    return (entry->dated || entry->inherits) && entry->date.valid &&
           entry->date.form != DATE_AMBIGUOUS;
}

int timeline_last_day(const struct check *check)
{
    const struct report_moment *posted = &check->report->facts.posted;
    int today = check->options->today;

    return posted->given && posted->day < today ? posted->day : today;
}
