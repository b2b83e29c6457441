/* The part Structure: are the headings what the template has? */
#include "check.h"

#include "heading_fix.h"
#include "layout.h"

/* One finding for all of them: the author has one habit. */
static void check_levels(const struct check *check)
{
    int wanted = layout_level(check->report);
    const struct report_section *first = NULL;
    struct finding_words words = {0};
    struct finding *finding;
    char is = '\0';
    char should = (char)('0' + wanted);

    for (size_t index = 0; index < check->report->section_count; index++) {
        const struct report_section *section = &check->report->sections[index];

        if (!section->rule || section->form != HEADING_MARKED ||
            (section->level == wanted && !section->in_list))
            continue;
        first = section;
        break;
    }
    if (!first)
        return;
    is = (char)('0' + first->level);
    words.section = check_word(first->rule->name);
    words.value = (struct slice){&is, 1};
    words.expected = (struct slice){&should, 1};
    finding = check_add(
        check, first->in_list ? CASE_SECTION_LEVEL_IN_LIST : CASE_SECTION_LEVEL,
        first->heading, &words);
    heading_fix_levels(check, finding, wanted);
}

static void check_plain(const struct check *check,
                        const struct report_section *section)
{
    struct buffer heading = {NULL, 0, 0};
    struct finding_words words = {0};

    if (!section->rule || section->form != HEADING_PLAIN)
        return;
    for (int level = layout_level(check->report); level > 0; level--)
        buffer_add_char(&heading, '#');
    buffer_add_char(&heading, ' ');
    buffer_add_string(&heading, section->rule->name);
    words.section = check_word(section->rule->name);
    words.expected = buffer_slice(&heading);
    heading_fix_plain(
        check, check_add(check, CASE_SECTION_HEADING, section->heading, &words),
        section, words.expected);
    buffer_free(&heading);
}

static void check_unknown(const struct check *check,
                          const struct report_section *section)
{
    struct finding_words words = {0};

    if (section->rule && section->rule != section->near)
        return;
    words.value = check_slice(check, section->heading);
    if (section->near &&
        !(section->mistaken &&
          report_section_find(check->report, section->near->id))) {
        words.expected = check_word(section->near->name);
        heading_fix_name(
            check_add(check, CASE_UNKNOWN_SECTION, section->heading, &words),
            section);
    } else {
        check_add(check, CASE_UNKNOWN_SECTION_EXTRA, section->heading, &words);
    }
}

void check_headings(const struct check *check)
{
    if (check->report->rule->follows)
        return;
    check_levels(check);
    for (size_t index = 0; index < check->report->section_count; index++) {
        check_plain(check, &check->report->sections[index]);
        check_unknown(check, &check->report->sections[index]);
    }
}
