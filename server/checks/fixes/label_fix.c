/* Writes labels in the template's form. */
#include "label_fix.h"

#include <string.h>

#include "layout.h"

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
    size_t behind = layout_behind(check, field->element);
    size_t line = layout_line(check, heading->span.start);
    const struct text *text = check->reports->text;
    struct span span = {layout_mark(check, heading), 0};
    struct buffer whole = {NULL, 0, 0};
    size_t last = behind > heading->span.end && behind > line
                      ? text_line_at(text, behind - 1)
                      : text_line_at(text, heading->span.end);

    span.end = text_line_content(text, last).end;
    if (!layout_is_parted(check, line) && !heading->depth)
        buffer_add_char(&whole, '\n');
    buffer_add_slice(&whole, buffer_slice(label));
    if (!layout_is_blank(check, behind) && behind < text_length(text))
        buffer_add_char(&whole, '\n');
    fix_edit(fix, span, buffer_slice(&whole));
    buffer_free(&whole);
}

/* Takes away the marks that end the strong text behind its value. */
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

void label_fix_add(const struct check *check, struct fix *fix,
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
