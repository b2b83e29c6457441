/* The part Fields: does each label stand in the template's form? */
#include "check.h"

/* The case of a label's form; -1 if the form is as the template has it. */
static int case_of(const struct check *check, const struct report_field *field)
{
    struct slice label;

    switch (field->form) {
    case LABEL_STRONG:
        return -1;
    case LABEL_STRONG_BARE:
        label = check_slice(check, field->label);
        if (label.bytes[label.length - 1] == '?')
            return -1;      /* a question needs no colon */
        return CASE_FIELD_FORMAT_NO_COLON;
    case LABEL_STRONG_VALUE:
        return CASE_FIELD_FORMAT_VALUE_STRONG;
    case LABEL_NOT_RENDERED:
        return CASE_FIELD_FORMAT_NOT_RENDERED;
    case LABEL_PLAIN:
        return CASE_FIELD_FORMAT_PLAIN;
    case LABEL_HEADING:
        return CASE_FIELD_FORMAT_HEADING;
    case LABEL_EMPHASIS:
        break;
    }
    return CASE_FIELD_FORMAT;
}

/* One finding a section: the author has one habit. */
static void check_section(const struct check *check,
                          const struct report_section *section)
{
    for (size_t index = 0; index < section->field_count; index++) {
        const struct report_field *field = &section->fields[index];
        struct finding_words words = {NULL};
        int which;

        if (!field->rule || (which = case_of(check, field)) < 0)
            continue;
        words.label = check_word(field->rule->label);
        words.section = check_word(section->rule->name);
        check_add(check, (enum case_id)which, field->label, &words);
        return;
    }
}

void check_labels(const struct check *check)
{
    for (size_t index = 0; index < check->report->section_count; index++) {
        if (check->report->sections[index].rule)
            check_section(check, &check->report->sections[index]);
    }
}
