/* Adds the findings of a check, as severe as settings leave them. */
#include "check.h"

/* What the catalogue says, unless the user has said something else; a draft
 * isn't red all over for what is still to be written. */
static enum severity severity_of(const struct check *check, enum case_id which)
{
    enum rule_id rule = rule_cases[which].rule;
    enum severity severity = rule_cases[which].severity;
    int set = (int)check->options->severities[rule];

    if (!rule_applies(rule_cases[which].versions, check->guideline))
        return SEVERITY_OFF;
    if (set != SEVERITY_AS_IT_IS)
        return (enum severity)set;
    if (check->draft && rules[rule].softened &&
        severity < SEVERITY_INFORMATION)
        return SEVERITY_INFORMATION;
    return severity;
}

struct finding *check_add(const struct check *check, enum case_id which,
                          struct span span, const struct finding_words *words)
{
    enum severity severity = severity_of(check, which);
    struct finding *finding;

    if (severity == SEVERITY_OFF)
        return NULL;
    finding = findings_add(check->findings, which, span, words);
    if (!finding)
        return NULL;
    finding->severity = severity;
    finding->report = check->report->heading;
    return finding;
}

void check_relate(struct finding *finding, struct span span,
                  const struct finding_words *words)
{
    if (finding)
        finding_relate(finding, span, rule_cases[finding->which].related,
                       words);
}

int check_day(const struct check *check)
{
    const struct report_moment *posted = &check->report->facts.posted;
    int today = check->options->today;

    return posted->given && posted->day < today ? posted->day : today;
}

struct slice check_word(const char *string)
{
    return slice_of(string);
}

bool check_asks_for(const struct check *check, const struct rule_field *field)
{
    if (!rule_applies(field->versions, check->guideline))
        return false;
    if (check->report->rule->id != REPORT_PRELIMINARY)
        return true;
    return field->preliminary && !(field->required == REQUIRED_BY_CA_OWNER &&
                                   check->report->facts.third_party);
}
