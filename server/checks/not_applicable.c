/* The part Fields: is N/A an answer here, and is it spelt so? */
#include "answer.h"

/* Must FIELD say something else than N/A in this report? */
static bool must_apply(const struct check *check,
                       const struct rule_field *rule)
{
    return !rule->na_allowed || (rule->must_apply_when_full &&
                                 check->report->rule->id == REPORT_FULL);
}

static void check_field(const struct check *check,
                        const struct report_field *field)
{
    enum not_applicable answer;
    struct finding_words words = {
        .label = check_word(field->rule->label),
        .report = check_word(check->report->rule->name)};

    if (report_field_empty(field))
        return;
    answer = answer_applies(check, field);
    if (answer != NOT_APPLICABLE && answer != NOT_APPLICABLE_SPELT)
        return;
    words.value = check_slice(check, field->value);
    if (must_apply(check, field->rule))
        check_add(check, CASE_NA_NOT_ALLOWED, field->value, &words);
    else if (answer == NOT_APPLICABLE_SPELT)
        check_add(check, CASE_NA_SPELLING, field->value, &words);
}

void check_not_applicable(const struct check *check)
{
    for (size_t index = 0; index < check->report->section_count; index++) {
        const struct report_section *section =
            &check->report->sections[index];

        for (size_t which = 0; which < section->field_count; which++) {
            if (section->fields[which].rule)
                check_field(check, &section->fields[which]);
        }
    }
}
