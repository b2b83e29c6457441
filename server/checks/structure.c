/* The part Structure: is the report there, with all of its sections? */
#include "check.h"

#include "section_fix.h"

static bool is_preliminary(const struct check *check)
{
    return check->report->rule->id == REPORT_PRELIMINARY;
}

/* Is the report being rewritten below, in a template of today's? */
static bool is_followed(const struct check *check)
{
    return check->report < check->reports->items + check->reports->latest;
}

static void check_template(const struct check *check)
{
    const struct report *report = check->report;
    struct finding_words words = {.report = check_word(report->rule->name),
                                  .value = check_slice(check, report->heading)};
    enum case_id which = report->rule->id == REPORT_AUDIT_2
                             ? CASE_TEMPLATE_SUPERSEDED_AUDIT
                             : CASE_TEMPLATE_SUPERSEDED;

    if (report->rule->superseded && !is_followed(check))
        section_fix_template(check,
                             check_add(check, which, report->heading, &words));
    if (report->rule->superseded || report->form != HEADING_ABSENT)
        return;
    which = report->rule->follows ? CASE_MISSING_REPORT_HEADING_FIELDS
                                  : CASE_MISSING_REPORT_HEADING;
    section_fix_report_heading(
        check, check_add(check, which, report->heading, &words));
}

/* The last section of the template before ID that the report has: what is
 * missing or misplaced belongs below it. Ids are in the template's order. */
static const struct report_section *section_above(const struct report *report,
                                                  enum section_id id)
{
    const struct report_section *found = NULL;

    for (size_t above = id; !found && above-- > 0;)
        found = report_section_find(report, (enum section_id)above);
    return found;
}

static void check_missing(const struct check *check)
{
    const struct report *report = check->report;

    for (size_t index = 0; index < report->rule->section_count; index++) {
        const struct rule_section *rule = report->rule->sections[index];
        const struct report_section *above;
        struct finding_words words = {.section = check_word(rule->name),
                                      .report = check_word(report->rule->name)};
        struct finding *finding;

        if (!rule_applies(rule->versions, check->guideline) ||
            report_section_find(report, rule->id))
            continue;
        finding =
            check_add(check, CASE_MISSING_SECTION, report->heading, &words);
        above = section_above(report, rule->id);
        check_relate(finding, above ? above->heading : report->heading, &words);
        section_fix_missing(check, finding, rule, above);
    }
}

bool check_is_first(const struct check *check,
                    const struct report_section *section)
{
    return section->rule &&
           report_section_find(check->report, section->rule->id) == section;
}

/* Is every section of this rule empty? One of two may be. */
static bool all_empty(const struct check *check, enum section_id id)
{
    for (size_t index = 0; index < check->report->section_count; index++) {
        const struct report_section *section = &check->report->sections[index];

        if (section->rule && section->rule->id == id && !section->empty)
            return false;
    }
    return true;
}

static void check_empty(const struct check *check)
{
    for (size_t index = 0; index < check->report->section_count; index++) {
        const struct report_section *section = &check->report->sections[index];
        struct finding_words words = {0};

        if (!check_is_first(check, section) ||
            !section->rule->may_not_be_empty ||
            !all_empty(check, section->rule->id))
            continue;
        words.section = check_word(section->rule->name);
        section_fix_empty(
            check,
            check_add(check,
                      section_may_be_na(check, section->rule)
                          ? CASE_EMPTY_SECTION
                          : CASE_EMPTY_SECTION_ALWAYS,
                      section->heading, &words),
            section);
    }
}

static void check_duplicates(const struct check *check)
{
    for (size_t index = 0; index < check->report->section_count; index++) {
        const struct report_section *section = &check->report->sections[index];
        struct finding_words words = {0};
        struct finding *finding;

        if (!section->rule || check_is_first(check, section))
            continue;
        words.section = check_word(section->rule->name);
        finding =
            check_add(check, CASE_DUPLICATE_SECTION, section->heading, &words);
        check_relate(
            finding,
            report_section_find(check->report, section->rule->id)->heading,
            &words);
    }
}

/* How often each section stands there: one that does so twice has a finding
 * of its own. */
static void count_sections(const struct check *check,
                           size_t counts[SECTION_COUNT])
{
    for (size_t index = 0; index < check->report->section_count; index++) {
        const struct rule_section *rule = check->report->sections[index].rule;

        if (rule)
            counts[rule->id]++;
    }
}

static void add_misplaced(const struct check *check,
                          const struct report_section *section)
{
    const struct report_section *above =
        section_above(check->report, section->rule->id);
    struct finding_words words = {.section = check_word(section->rule->name)};
    struct finding *finding;

    if (above)
        words.expected = check_word(above->rule->name);
    finding =
        check_add(check, above ? CASE_SECTION_ORDER : CASE_SECTION_ORDER_FIRST,
                  section->heading, &words);
    if (above)
        check_relate(finding, above->heading, &words);
    section_fix_order(check, finding, section, above);
}

static void check_order(const struct check *check)
{
    const struct report_section *sections[SECTION_COUNT] = {NULL};
    size_t places[SECTION_COUNT] = {0};
    size_t counts[SECTION_COUNT] = {0};
    size_t count = 0;
    size_t misplaced;

    count_sections(check, counts);
    for (size_t index = 0; index < check->report->section_count; index++) {
        const struct report_section *section = &check->report->sections[index];

        if (!section->rule || counts[section->rule->id] != 1)
            continue;
        places[count] = section->rule->id;
        sections[count++] = section;
    }
    misplaced = check_out_of_order(places, count);
    if (misplaced < count)
        add_misplaced(check, sections[misplaced]);
}

void check_structure(const struct check *check)
{
    check_template(check);
    if (check->report->rule->superseded || check->report->rule->follows)
        return;
    check_missing(check);
    if (!is_preliminary(check))
        check_empty(check);
    check_duplicates(check);
    check_order(check);
}
