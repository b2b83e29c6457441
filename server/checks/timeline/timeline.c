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

/* Where there are two Timelines, neither needs to tell everything. */
static bool is_only_one(const struct check *check,
                        const struct rule_section *section)
{
    size_t count = 0;

    for (size_t index = 0; index < check->report->section_count; index++)
        count += check->report->sections[index].rule == section;
    return count == 1;
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

void check_coverage(const struct check *check)
{
    for (size_t index = 0; index < check->report->section_count; index++) {
        const struct report_section *section =
            &check->report->sections[index];

        if (section->rule && section->rule->content == CONTENT_TIMELINE &&
            is_of_template(check, section->rule) &&
            is_only_one(check, section->rule))
            check_tale(check, section);
    }
}
