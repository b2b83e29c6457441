/* The part Fields: is N/A an answer here, and is it spelt so? */
#include "answer.h"

/* Do the words after FIELD's label alone say more than N/A? */
static bool is_long(const struct check *check,
                    const struct report_field *field)
{
    return field->inline_value && answer_is_long(check, field->answer);
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

        if (field->rule && !is_long(check, field))
            check_field(check, field);
    }
}
