/* Fixes that put missing fields, and N/A for a value, in their places. */
#include "field_fix.h"

#include <string.h>

#include "answer.h"
#include "skeleton.h"

/* How wide the template indents a sub-field, at least. */
#define SUB_INDENT 3

static const struct element *element_at(const struct scope *scope, size_t at)
{
    return &scope->check->reports->elements.items[at];
}

/* The field of SCOPE nearest to RULE, of those on its level: its model. */
static const struct report_field *sibling_of(const struct scope *scope,
                                             const struct rule_field *rule)
{
    const struct rule_section *section = scope->section->rule;
    const struct report_field *found = NULL;

    for (const struct rule_field *at = rule; !found && at > section->fields;
         at--) {
        if (at[-1].parent == rule->parent)
            found = scope_find(scope, at - 1);
    }
    for (const struct rule_field *at = rule + 1;
         !found && at < section->fields + section->field_count; at++) {
        if (at->parent == rule->parent)
            found = scope_find(scope, at);
    }
    return found;
}

/* Do blank lines stand between SIBLING and its like? */
static bool is_loose(const struct scope *scope,
                     const struct report_field *sibling)
{
    if (!sibling || sibling->form == LABEL_HEADING)
        return sibling != NULL;
    for (size_t index = 1; index < scope->count; index++) {
        const struct report_field *field = &scope->fields[index];

        if (field->depth == sibling->depth &&
            field[-1].depth >= field->depth)
            return layout_is_parted(
                scope->check, layout_element(scope->check, field->element));
    }
    return !sibling->item;
}

static void add_label(const struct rule_field *rule, const char *marker,
                      struct buffer *lines)
{
    buffer_add_string(lines, marker);
    buffer_add_string(lines, "**");
    buffer_add_string(lines, rule->label);
    buffer_add_string(lines, ":**\n");
}

/* How many columns TEXT takes, from one that a tab stops at. */
static size_t width_of(const char *text)
{
    size_t column = 0;

    for (; *text; text++)
        column += *text == '\t' ? 4 - column % 4 : 1;
    return column;
}

/* The marker of sub-fields below a field that has MARKER: as far in as its
 * words, or as the template has them. */
static void sub_marker(const char *marker, struct buffer *sub)
{
    size_t blanks = strspn(marker, " \t");
    const char *bullet = marker + blanks;
    size_t width = width_of(bullet);

    buffer_add(sub, marker, blanks);
    if (*bullet && width < SUB_INDENT)
        width = SUB_INDENT;
    while (width--)
        buffer_add_char(sub, ' ');
    buffer_add_char(sub, *bullet && strchr("*+", *bullet) ? *bullet : '-');
    buffer_add_char(sub, ' ');
}

/* Adds the marker that RULE's line gets: its sibling's, or one below that of
 * its parent. */
static void add_marker(const struct scope *scope,
                       const struct rule_field *rule, struct buffer *marker)
{
    const struct report_field *model = sibling_of(scope, rule);
    struct buffer parent = {NULL, 0, 0};

    if (model) {
        layout_marker(scope->check,
                      layout_mark(scope->check,
                                  element_at(scope, model->element)),
                      marker);
        return;
    }
    model = rule->parent ? scope_find(scope, rule->parent) : NULL;
    if (!model) {
        buffer_add_string(marker, "- ");
        return;
    }
    layout_marker(scope->check,
                  layout_mark(scope->check,
                              element_at(scope, model->element)),
                  &parent);
    sub_marker(parent.bytes, marker);
    buffer_free(&parent);
}

static void add_sub_fields(const struct scope *scope,
                           const struct rule_field *rule, const char *marker,
                           struct buffer *lines)
{
    const struct rule_section *section = scope->section->rule;
    struct buffer sub = {NULL, 0, 0};

    sub_marker(marker, &sub);
    for (size_t index = 0; index < section->field_count; index++) {
        const struct rule_field *field = &section->fields[index];

        if (field->parent == rule && check_asks_for(scope->check, field) &&
            !scope_find_anywhere(scope, field))
            add_label(field, sub.bytes, lines);
    }
    buffer_free(&sub);
}

/* The lines of RULE: as a heading where its neighbours are headings. */
static void add_field(const struct scope *scope,
                      const struct rule_field *rule, struct buffer *lines)
{
    const struct report_field *sibling = sibling_of(scope, rule);
    struct buffer marker = {NULL, 0, 0};

    add_marker(scope, rule, &marker);
    if (sibling && sibling->form == LABEL_HEADING) {
        buffer_add_string(lines, marker.bytes);
        for (int level = element_at(scope, sibling->element)->level; level;
             level--)
            buffer_add_char(lines, '#');
        buffer_add_char(lines, ' ');
        buffer_add_string(lines, rule->label);
        buffer_add_string(lines, rule->type == TYPE_GROUP ? "\n\n" : "\n");
    } else {
        add_label(rule, marker.bytes, lines);
    }
    add_sub_fields(scope, rule, marker.bytes, lines);
    buffer_free(&marker);
}

/* Must a blank line part a new field from ELEMENT, which ends another's value?
 * What has no bullet would become part of a list or table. */
static bool must_part(const struct element *element,
                      const struct report_field *sibling)
{
    if (element->kind != ELEMENT_LINE)
        return element->kind != ELEMENT_HEADING;
    return sibling && !sibling->item && element->depth > sibling->depth;
}

/* The field of the template, or nearly so, whose label is ELEMENT. Others are
 * part of an empty field above them. */
static bool begins_field(const struct scope *scope, size_t element)
{
    for (size_t index = 0; index < scope->count; index++) {
        const struct report_field *field = &scope->fields[index];

        if (field->element == element && (field->rule || field->near))
            return true;
    }
    return false;
}

/* The last element that a reader sees before the field behind element LAST:
 * prose there would become the value of an empty field above it. */
static size_t before_next_field(const struct scope *scope, size_t last)
{
    for (size_t at = last + 1;
         at < scope->end_element && !begins_field(scope, at); at++) {
        enum element_kind kind = element_at(scope, at)->kind;

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
static bool find_place(const struct scope *scope,
                       const struct rule_field *rule,
                       struct insertion *insertion)
{
    const struct report_field *above = scope_above(scope, rule);
    const struct report_field *sibling = sibling_of(scope, rule);
    size_t last;

    insertion->above = insertion->below = is_loose(scope, sibling);
    if (!above)
        return find_first_place(scope, insertion);
    last = before_next_field(scope, above->last_element);
    insertion->at = layout_behind(scope->check, last);
    insertion->above |= last != above->last_element ||
                        must_part(element_at(scope, last), sibling);
    insertion->below |= last + 1 < scope->end_element &&
                        !begins_field(scope, last + 1);
    return !layout_is_open(scope->check, last);
}

static void note_finding(const struct check *check, struct gathered *gathered,
                         const struct finding *finding)
{
    gathered->findings = memory_grow(gathered->findings, &gathered->room,
                                     gathered->count + 1,
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
        buffer_add(&pending->lines, insertion->lines.bytes,
                   insertion->lines.length);
        buffer_free(&insertion->lines);
        return;
    }
    gathered_end_scope(check, gathered);
    *pending = *insertion;
    gathered->is_pending = true;
}

void field_fix_missing(const struct scope *scope, struct finding *finding,
                       const struct rule_field *rule,
                       struct gathered *gathered)
{
    struct insertion insertion = {0};
    struct finding_words words = {.label = check_word(rule->label)};

    if (!finding || !find_place(scope, rule, &insertion))
        return;
    add_field(scope, rule, &insertion.lines);
    layout_insert(scope->check, finding_fix(finding, FIX_INSERT_FIELD, &words),
                  &insertion);
    note_finding(scope->check, gathered, finding);
    gather(scope->check, gathered, &insertion,
           is_loose(scope, sibling_of(scope, rule)));
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
           (element_at(scope, at)->kind == ELEMENT_BREAK ||
            element_at(scope, at)->kind == ELEMENT_DEFINITION))
        ;
    return at;
}

void field_fix_none(const struct scope *scope, struct finding *finding,
                    struct gathered *gathered)
{
    const struct check *check = scope->check;
    const struct element *heading =
        element_at(scope, scope->heading_element);
    struct insertion insertion = {.above = true, .below = true};
    struct buffer indent = {NULL, 0, 0};
    struct fix *fix;
    size_t last = last_content(scope);

    if (!finding || layout_is_open(check, last))
        return;
    if (heading->depth)
        layout_indent(check, layout_mark(check, heading), &indent);
    buffer_add_string(&indent, "");
    insertion.at = layout_behind(check, last);
    layout_add_lines(&insertion.lines,
                     skeleton_fields(check->report->rule,
                                     scope->section->rule),
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
    struct text *text = check->reports->text;
    struct insertion insertion = {.above = true, .below = true};
    const struct element *label =
        &check->reports->elements.items[field->element];
    size_t end = text_line_content(
        text, text_line_at(text, field->whole.end)).end;

    if (field->form != LABEL_HEADING) {
        fix_edit(fix, (struct span){field->whole.end, end},
                 check_word(" N/A"));
        return;
    }
    insertion.at = layout_behind(check, field->element);
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

void gathered_add(const struct check *check, struct gathered *gathered,
                  enum fix_id which)
{
    for (size_t index = 0; gathered->count > 1 && index < gathered->count;
         index++) {
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
