/* Fixes that put missing fields, and N/A for a value, in their places. */
#include "field_fix.h"

#include "answer.h"
#include "field_lines.h"
#include "skeleton.h"

/* Must a blank line part a new field from ELEMENT, which ends another's value?
 * What has no bullet would become part of a list or table. */
static bool must_part(const struct element *element,
                      const struct report_field *sibling)
{
    if (element->kind != ELEMENT_LINE)
        return element->kind != ELEMENT_HEADING;
    return sibling && !sibling->item && element->depth > sibling->depth;
}

/* Whether ELEMENT is the label of a field of the template, or nearly so. Others
 * are part of an empty field above them. *NEXT is a field, from 0, and becomes
 * the first that can be the one of an element further down. */
static bool begins_field(const struct scope *scope, size_t element,
                         size_t *next)
{
    for (; *next < scope->count; ++*next) {
        const struct report_field *field = &scope->fields[*next];

        if (field->element > element)
            return false;
        if (field->element == element && (field->rule || field->near))
            return true;
    }
    return false;
}

/* The last element that a reader sees before the field after element LAST:
 * prose there would become the value of an empty field above it. */
static size_t before_next_field(const struct scope *scope, size_t last)
{
    size_t next = 0;

    for (size_t at = last + 1;
         at < scope->end_element && !begins_field(scope, at, &next); at++) {
        enum element_kind kind = scope_element(scope, at)->kind;

        if (kind != ELEMENT_BREAK && kind != ELEMENT_DEFINITION)
            last = at;
    }
    return last;
}

/* The place above all fields of the template; false if there is none. */
static bool find_first_place(const struct scope *scope,
                             struct insertion *insertion)
{
    for (size_t index = 0; index < scope->count; index++) {
        const struct report_field *field = &scope->fields[index];

        if (field->rule || field->near) {
            size_t first = layout_above(scope->check, field->element);

            insertion->at = layout_element(scope->check, first);
            insertion->below |= first < field->element;
            return true;
        }
    }
    return false;
}

/* Where RULE belongs; false if nothing can be put there. */
static bool find_place(const struct scope *scope, const struct rule_field *rule,
                       struct insertion *insertion)
{
    const struct report_field *above = scope_above(scope, rule);
    const struct report_field *sibling = field_lines_sibling(scope, rule);
    size_t last;
    size_t next = 0;

    insertion->above = insertion->below = field_lines_loose(scope, sibling);
    if (!above)
        return find_first_place(scope, insertion);
    last = before_next_field(scope, above->last_element);
    insertion->at = layout_after(scope->check, last);
    insertion->above |= last != above->last_element ||
                        must_part(scope_element(scope, last), sibling);
    insertion->below |=
        last + 1 < scope->end_element && !begins_field(scope, last + 1, &next);
    return true;
}

static void note_finding(const struct check *check, struct gathered *gathered,
                         const struct finding *finding)
{
    if (!finding)
        return;
    gathered->findings =
        memory_grow(gathered->findings, &gathered->room, gathered->count + 1,
                    sizeof *gathered->findings);
    gathered->findings[gathered->count++] =
        (size_t)(finding - check->findings->items);
}

void gathered_end_scope(const struct check *check, struct gathered *gathered)
{
    if (gathered->is_pending)
        layout_insert(check, &gathered->all, &gathered->pending);
    buffer_free(&gathered->pending.lines);
    gathered->is_pending = false;
}

/* Takes over INSERTION. Fields that belong at one place go in together. */
static void gather(const struct check *check, struct gathered *gathered,
                   struct insertion *insertion, bool loose)
{
    struct insertion *pending = &gathered->pending;

    if (gathered->is_pending && pending->at == insertion->at) {
        if (loose)
            buffer_add_char(&pending->lines, '\n');
        buffer_add_slice(&pending->lines, buffer_slice(&insertion->lines));
        buffer_free(&insertion->lines);
        return;
    }
    gathered_end_scope(check, gathered);
    *pending = *insertion;
    gathered->is_pending = true;
}

void field_fix_missing(const struct scope *scope, struct finding *finding,
                       const struct rule_field *rule, struct gathered *gathered)
{
    struct insertion insertion = {0};
    struct finding_words words = {.label = check_word(rule->label)};

    if (!finding || !find_place(scope, rule, &insertion))
        return;
    field_lines_add(scope, rule, &insertion.lines);
    layout_insert(scope->check, finding_fix(finding, FIX_INSERT_FIELD, &words),
                  &insertion);
    note_finding(scope->check, gathered, finding);
    gather(scope->check, gathered, &insertion,
           field_lines_loose(scope, field_lines_sibling(scope, rule)));
}

/* The last element of SCOPE that a reader sees; its heading if there is none.
 * In a closure, whose last lines are the closing sentence, the heading too. */
static size_t last_content(const struct scope *scope)
{
    const struct rule_report *report = scope->check->report->rule;
    size_t at = scope->end_element;

    if (*report->closing)
        return scope->heading_element;
    while (--at > scope->heading_element &&
           (scope_element(scope, at)->kind == ELEMENT_BREAK ||
            scope_element(scope, at)->kind == ELEMENT_DEFINITION))
        ;
    return at;
}

void field_fix_none(const struct scope *scope, struct finding *finding,
                    struct gathered *gathered)
{
    const struct check *check = scope->check;
    const struct element *heading =
        scope_element(scope, scope->heading_element);
    struct insertion insertion = {.above = true, .below = true};
    struct buffer indent = {NULL, 0, 0};
    struct fix *fix;
    size_t last = last_content(scope);

    if (!finding)
        return;
    if (heading->depth)
        layout_indent(check, layout_mark(check, heading), &indent);
    buffer_add_string(&indent, "");
    insertion.at = layout_after(check, last);
    layout_add_lines(&insertion.lines,
                     skeleton_fields(check->report->rule, scope->section->rule),
                     indent.bytes);
    fix = finding_fix(finding, FIX_INSERT_FIELDS,
                      &(struct finding_words){.section = scope_name(scope)});
    layout_insert(check, fix, &insertion);
    note_finding(check, gathered, finding);
    gather(check, gathered, &insertion, false);
    buffer_free(&indent);
}

/* N/A on the line of FIELD's label, or below a heading. */
static void add_na(const struct check *check, struct fix *fix,
                   const struct report_field *field)
{
    const struct text *text = check->reports->text;
    struct insertion insertion = {.above = true, .below = true};
    const struct element *label =
        &check->reports->elements.items[field->element];
    size_t end = text_line_end(text, field->whole.end);

    if (field->form == LABEL_CELL) {
        fix_edit(fix, field->value, check_word(" N/A "));
        return;
    }
    if (field->form != LABEL_HEADING) {
        fix_edit(fix, (struct span){field->whole.end, end}, check_word(" N/A"));
        return;
    }
    insertion.at = layout_after(check, field->element);
    layout_indent(check, layout_mark(check, label), &insertion.lines);
    buffer_add_string(&insertion.lines, "N/A\n");
    layout_insert(check, fix, &insertion);
    buffer_free(&insertion.lines);
}

void field_fix_empty(const struct check *check, struct finding *finding,
                     const struct report_field *field,
                     struct gathered *gathered)
{
    if (!finding || !answer_may_be_na(check, field->rule))
        return;
    add_na(check, finding_fix(finding, FIX_FILL_NA, NULL), field);
    add_na(check, &gathered->all, field);
    note_finding(check, gathered, finding);
}

/* How many edits all copies of one fix may have: its findings and its edits
 * both grow with the text. */
#define EDITS_MOST 5000

/* How many of the findings get the fix; the first always does. */
static size_t receivers(const struct gathered *gathered)
{
    size_t most = EDITS_MOST / (gathered->all.edit_count + 1) + 1;

    if (gathered->count < 2)
        return 0;
    return gathered->count < most ? gathered->count : most;
}

void gathered_add(const struct check *check, struct gathered *gathered,
                  enum fix_id which)
{
    size_t count = receivers(gathered);

    for (size_t index = 0; index < count; index++) {
        struct finding *finding =
            &check->findings->items[gathered->findings[index]];
        struct fix *fix = finding_fix(finding, which, NULL);

        for (size_t at = 0; at < gathered->all.edit_count; at++)
            fix_edit(fix, gathered->all.edits[at].span,
                     check_word(gathered->all.edits[at].text));
    }
    fix_free(&gathered->all);
    memory_free(gathered->findings);
    *gathered = (struct gathered){0};
}
