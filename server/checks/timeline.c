/* The part Timeline: its entries, their times, their order, what they tell. */
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

static void check_section(const struct check *check,
                          const struct report_section *section)
{
    struct timeline timeline;
    struct timeline_check checking = {check, section, &timeline,
                                      {.kind = ZONE_NONE}};

    timeline_read(check->reports, section, &timeline);
    timeline_zone(check->reports, check->report, section, &checking.stated);
    timeline_check_zone(&checking);
    timeline_check_granularity(&checking);
    timeline_check_order(&checking);
    if (is_of_template(check, section->rule)) {
        timeline_check_undated(&checking);
        if (is_only_one(check, section->rule)) {
            timeline_check_coverage(&checking);
            timeline_check_events(&checking);
        }
    }
    timeline_free(&timeline);
}

void check_timeline(const struct check *check)
{
    for (size_t index = 0; index < check->report->section_count; index++) {
        const struct report_section *section =
            &check->report->sections[index];

        if (section->rule && section->rule->content == CONTENT_TIMELINE)
            check_section(check, section);
    }
}
