/* The part Fields: does each label stand in the template's form? */
#include <string.h>

#include "layout.h"
#include "table_list.h"

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
    case LABEL_CELL:
        return CASE_FIELD_FORMAT_CELL;
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

/* What stands in a table is a matter of its own. */
static bool can_be_rewritten(const struct check *check,
                             const struct report_field *field)
{
    return is_faulty(check, field) && field->form != LABEL_CELL;
}

static const struct element *line_of(const struct check *check,
                                     const struct report_field *field)
{
    return &check->reports->elements.items[field->element];
}

/* A heading becomes a paragraph, which needs blank lines around it. */
static void rewrite_heading(const struct check *check, struct fix *fix,
                            const struct report_field *field,
                            struct buffer *label)
{
    const struct element *heading = line_of(check, field);
    size_t past = layout_after(check, field->element);
    size_t line = layout_line(check, heading->span.start);
    const struct text *text = check->reports->text;
    struct span span = {layout_mark(check, heading), 0};
    struct buffer whole = {NULL, 0, 0};
    size_t last = past > heading->span.end && past > line
                      ? text_line_at(text, past - 1)
                      : text_line_at(text, heading->span.end);

    span.end = text_line_content(text, last).end;
    if (!layout_is_parted(check, line) && !heading->depth)
        buffer_add_char(&whole, '\n');
    buffer_add_slice(&whole, buffer_slice(label));
    if (!layout_is_blank(check, past) && past < text_length(text))
        buffer_add_char(&whole, '\n');
    fix_edit(fix, span, buffer_slice(&whole));
    buffer_free(&whole);
}

/* Takes away the marks that end the strong text after its value. */
static void end_strong(const struct check *check, struct fix *fix,
                       const struct report_field *field)
{
    size_t end = line_of(check, field)->span.end;
    struct slice marks = check_slice(check, field->whole);
    char mark = *marks.bytes;
    size_t count = 0;
    struct slice rest;

    while (count < marks.length && marks.bytes[count] == mark)
        count++;
    rest = check_slice(check, (struct span){field->whole.end, end});
    for (size_t at = 0; at + count <= rest.length; at++) {
        size_t run = 0;

        while (at + run < rest.length && rest.bytes[at + run] == mark)
            run++;
        if (run >= count) {
            size_t start = field->whole.end + at;

            fix_edit(fix, (struct span){start, start + run}, check_word(""));
            return;
        }
        at += rest.bytes[at] == '\\' ? 1 : run;
    }
}

/* Makes the label of FIELD strong text ending in a colon; its value stays. */
static void rewrite_label(const struct check *check, struct fix *fix,
                          const struct report_field *field)
{
    struct buffer label = {NULL, 0, 0};
    struct slice rest;

    buffer_addf(&label, "**%s:**", field->rule->label);
    if (field->form == LABEL_HEADING) {
        rewrite_heading(check, fix, field, &label);
    } else {
        rest =
            check_slice(check, (struct span){field->whole.end,
                                             line_of(check, field)->span.end});
        if (rest.length && !strchr(" \t", *rest.bytes))
            buffer_add_char(&label, ' ');
        fix_edit(fix, field->whole, buffer_slice(&label));
        if (field->form == LABEL_STRONG_VALUE)
            end_strong(check, fix, field);
    }
    buffer_free(&label);
}

/* All labels of SECTION that aren't in the template's form, at once. */
static void add_fix(const struct check *check, struct finding *finding,
                    const struct report_section *section,
                    const struct finding_words *words)
{
    struct fix *fix;
    size_t count = 0;

    for (size_t index = 0; index < section->field_count; index++)
        count += can_be_rewritten(check, &section->fields[index]);
    if (!count) {
        table_list_add(check, finding, section);
        return;
    }
    fix = finding_fix(
        finding, count > 1 ? FIX_REWRITE_LABELS : FIX_REWRITE_LABEL, words);
    for (size_t index = 0; index < section->field_count; index++) {
        if (can_be_rewritten(check, &section->fields[index]))
            rewrite_label(check, fix, &section->fields[index]);
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
