/* The part Timeline: its entries, their times, their order, what they tell. */
#include "timeline_check.h"

/* A Timeline is welcome in a preliminary report, but needs not be complete
 * there. */
static bool is_of_template(const struct check *check,
                           const struct rule_section *section)
{
    const struct rule_report *rule = check->report->rule;

    for (size_t index = 0; index < rule->section_count; index++) {
        if (rule->sections[index] == section)
            return true;
    }
    return false;
}

static struct timeline_check begin(const struct check *check,
                                   const struct report_section *section)
{
    const struct timeline_section *read =
        timelines_find(check->timelines, section);

    return (struct timeline_check){.check = check, .section = section,
                                   .timeline = &read->timeline,
                                   .stated = read->stated};
}

void check_timeline(const struct check *check,
                    const struct report_section *section)
{
    struct timeline_check checking;

    if (section->rule->content != CONTENT_TIMELINE)
        return;
    checking = begin(check, section);
    timeline_check_zone(&checking);
    timeline_check_granularity(&checking);
    timeline_check_order(&checking);
    if (is_of_template(check, section->rule))
        timeline_check_undated(&checking);
}

static void check_tale(const struct check *check,
                       const struct report_section *section)
{
    struct timeline_check checking = begin(check, section);

    timeline_check_coverage(&checking);
}

/* Where there are two Timelines, neither needs to tell everything. */
void check_coverage(const struct check *check)
{
    const struct report_section *section;

    if (check->timelines->count != 1)
        return;
    section = check->timelines->items->section;
    if (is_of_template(check, section->rule))
        check_tale(check, section);
}
