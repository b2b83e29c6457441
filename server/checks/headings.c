/* The part Structure: are the headings what the template has? */
#include "check.h"

/* The level that the headings of this report's sections should have. */
static int wanted_level(const struct report *report)
{
    if (report->form == HEADING_MARKED)
        return report->level + 1;
    if (report->form == HEADING_ABSENT && report->section_count)
        return report->sections[0].level;
    return report->rule->level + 1;
}

/* One finding for all of them: the author has one habit. */
static void check_levels(const struct check *check)
{
    int wanted = wanted_level(check->report);
    const struct report_section *first = NULL;
    struct finding_words words = {NULL};
    char level[] = "######";

    for (size_t index = 0; index < check->report->section_count; index++) {
        const struct report_section *section =
            &check->report->sections[index];

        if (!section->rule || section->form != HEADING_MARKED ||
            (section->level == wanted && !section->in_list))
            continue;
        words.count++;
        if (!first)
            first = section;
    }
    if (!first)
        return;
    if (wanted < (int)sizeof level)
        level[wanted] = '\0';
    words.section = check_word(first->rule->name);
    words.expected = check_word(level);
    check_add(check, first->in_list ? CASE_SECTION_LEVEL_IN_LIST
                                    : CASE_SECTION_LEVEL,
              first->heading, &words);
}

static void check_plain(const struct check *check,
                        const struct report_section *section)
{
    struct finding_words words = {NULL};

    if (!section->rule || section->form != HEADING_PLAIN)
        return;
    words.section = check_word(section->rule->name);
    check_add(check, CASE_SECTION_HEADING, section->heading, &words);
}

static void check_unknown(const struct check *check,
                          const struct report_section *section)
{
    struct finding_words words = {NULL};

    if (section->rule && section->rule != section->near)
        return;
    words.value = check_slice(check, section->heading);
    if (section->near) {
        words.expected = check_word(section->near->name);
        check_add(check, CASE_UNKNOWN_SECTION, section->heading, &words);
    } else {
        check_add(check, CASE_UNKNOWN_SECTION_EXTRA, section->heading, &words);
    }
}

void check_headings(const struct check *check)
{
    if (check->report->rule->id == REPORT_CLOSURE)
        return;
    check_levels(check);
    for (size_t index = 0; index < check->report->section_count; index++) {
        check_plain(check, &check->report->sections[index]);
        check_unknown(check, &check->report->sections[index]);
    }
}
