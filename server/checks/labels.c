/* The part Fields: does each label stand in the template's form? */
#include "label_fix.h"

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
            return -1; /* a question needs no colon */
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

static bool is_faulty(const struct check *check,
                      const struct report_field *field)
{
    return field->rule && case_of(check, field) >= 0;
}

/* All labels of SECTION that aren't in the template's form, at once. */
static void add_fix(const struct check *check, struct finding *finding,
                    const struct report_section *section,
                    const struct finding_words *words)
{
    struct fix *fix;
    size_t count = 0;

    for (size_t index = 0; index < section->field_count; index++)
        count += is_faulty(check, &section->fields[index]);
    fix = finding_fix(
        finding, count > 1 ? FIX_REWRITE_LABELS : FIX_REWRITE_LABEL, words);
    for (size_t index = 0; index < section->field_count; index++) {
        if (is_faulty(check, &section->fields[index]))
            label_fix_add(check, fix, &section->fields[index]);
    }
}

static void add(const struct check *check, enum case_id which,
                const struct report_section *section,
                const struct report_field *field)
{
    struct buffer label = {NULL, 0, 0};
    struct finding_words words = {.label = check_word(field->rule->label),
                                  .section = check_word(section->rule->name)};

    buffer_addf(&label, "**%s:**", field->rule->label);
    words.expected = buffer_slice(&label);
    add_fix(check, check_add(check, which, field->label, &words), section,
            &words);
    buffer_free(&label);
}

/* One finding a section: the author has one habit. */
void check_labels(const struct check *check,
                  const struct report_section *section)
{
    for (size_t index = 0; index < section->field_count; index++) {
        const struct report_field *field = &section->fields[index];

        if (is_faulty(check, field)) {
            add(check, (enum case_id)case_of(check, field), section, field);
            return;
        }
    }
}
