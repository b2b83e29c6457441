/* The part Fields: is N/A an answer here, and is it spelt so? */
#include "answer.h"
#include "quiet.h"

/* Is FIELD's answer, behind its label, seen to be more than N/A by the words of
 * its line alone? */
static bool is_long(const struct check *check,
                    const struct report_field *field)
{
    if (!field->inline_value ||
        field->answer.end - field->answer.start <= ANSWER_FRONT)
        return false;
    if (quiet_is(check, field->element, QUIET_ANSWER))
        return true;
    if (!answer_is_long(check, field->answer))
        return false;
    quiet_add(check, field->element, QUIET_ANSWER);
    return true;
}

/* Is all of FIELD's answer in the line of its label? */
static bool is_short(const struct report_field *field)
{
    return field->inline_value && field->last_element == field->element;
}

static void check_field(const struct check *check,
                        const struct report_field *field)
{
    enum not_applicable answer;
    struct finding_words words = {.label = check_word(field->rule->label),
                                  .report =
                                      check_word(check->report->rule->name)};

    if (report_field_empty(field))
        return;
    answer = answer_applies(check, field);
    if (answer != NOT_APPLICABLE && answer != NOT_APPLICABLE_SPELT)
        return;
    words.value = check_slice(check, field->value);
    if (!answer_may_be_na(check, field->rule)) {
        check_add(check, CASE_NA_NOT_ALLOWED, field->value, &words);
    } else if (answer == NOT_APPLICABLE_SPELT) {
        words.expected = check_word("N/A");
        fix_edit(finding_fix(
                     check_add(check, CASE_NA_SPELLING, field->value, &words),
                     FIX_RESPELL, &words),
                 answer_words(check, field, field->value), words.expected);
    }
}

void check_not_applicable(const struct check *check,
                          const struct report_section *section)
{
    for (size_t index = 0; index < section->field_count; index++) {
        const struct report_field *field = &section->fields[index];
        size_t found = quiet_found(check);

        if (!field->rule ||
            (is_short(field) && quiet_is(check, field->element, QUIET_SHORT)) ||
            is_long(check, field))
            continue;
        check_field(check, field);
        if (is_short(field))
            quiet_note(check, field->element, QUIET_SHORT, found);
    }
}
