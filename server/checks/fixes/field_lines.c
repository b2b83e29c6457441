/* Writes the lines of a field that is missing as its neighbours are written. */
#include "field_lines.h"

#include <string.h>

#include "layout.h"

/* How wide the template indents a sub-field, at least. */
#define SUB_INDENT 3

const struct report_field *field_lines_sibling(const struct scope *scope,
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

bool field_lines_loose(const struct scope *scope,
                       const struct report_field *sibling)
{
    if (!sibling || sibling->form == LABEL_HEADING)
        return sibling != NULL;
    for (size_t index = 1; index < scope->count; index++) {
        const struct report_field *field = &scope->fields[index];

        if (field->depth == sibling->depth && field[-1].depth >= field->depth)
            return layout_is_parted(
                scope->check, layout_element(scope->check, field->element));
    }
    return !sibling->item;
}

static void add_label(const struct rule_field *rule, const char *marker,
                      struct buffer *lines)
{
    buffer_addf(lines, "%s**%s:**\n", marker, rule->label);
}

/* How many columns TEXT takes, from one that a tab stops at. */
static size_t width_of(const char *text)
{
    size_t column = 0;

    for (; *text; text++)
        column += *text == '\t' ? 4 - column % 4 : 1;
    return column;
}

/* As far in as the words of the field above, or as the template has them. */
void field_lines_sub_marker(const char *marker, struct buffer *sub)
{
    size_t blanks = strspn(marker, " \t");
    const char *bullet = marker + blanks;
    size_t width = width_of(bullet);

    buffer_add(sub, marker, blanks);
    if (*bullet && width < SUB_INDENT)
        width = SUB_INDENT;
    buffer_add_times(sub, ' ', width);
    buffer_addf(sub, "%c ", byte_is_in(*bullet, "*+") ? *bullet : '-');
}

void field_lines_marker(const struct scope *scope,
                        const struct rule_field *rule, struct buffer *marker)
{
    const struct report_field *model = field_lines_sibling(scope, rule);
    struct buffer parent = {NULL, 0, 0};

    if (model) {
        layout_marker(
            scope->check,
            layout_mark(scope->check, scope_element(scope, model->element)),
            marker);
        return;
    }
    model = rule->parent ? scope_find(scope, rule->parent) : NULL;
    if (!model) {
        buffer_add_string(marker, "- ");
        return;
    }
    layout_marker(
        scope->check,
        layout_mark(scope->check, scope_element(scope, model->element)),
        &parent);
    field_lines_sub_marker(parent.bytes, marker);
    buffer_free(&parent);
}

bool field_lines_lack(const struct scope *scope, const struct rule_field *rule,
                      const struct rule_field *part)
{
    return part->parent == rule && check_asks_for(scope->check, part) &&
           !scope_find_anywhere(scope, part);
}

static void add_sub_fields(const struct scope *scope,
                           const struct rule_field *rule, const char *marker,
                           struct buffer *lines)
{
    const struct rule_section *section = scope->section->rule;
    struct buffer sub = {NULL, 0, 0};

    field_lines_sub_marker(marker, &sub);
    for (size_t index = 0; index < section->field_count; index++) {
        const struct rule_field *field = &section->fields[index];

        if (field_lines_lack(scope, rule, field))
            add_label(field, sub.bytes, lines);
    }
    buffer_free(&sub);
}

void field_lines_add(const struct scope *scope, const struct rule_field *rule,
                     struct buffer *lines)
{
    const struct report_field *sibling = field_lines_sibling(scope, rule);
    struct buffer marker = {NULL, 0, 0};

    field_lines_marker(scope, rule, &marker);
    if (sibling && sibling->form == LABEL_HEADING) {
        buffer_add_string(lines, marker.bytes);
        buffer_add_times(lines, '#',
                         scope_element(scope, sibling->element)->level);
        buffer_addf(lines, " %s\n%s", rule->label,
                    rule->type == TYPE_GROUP ? "\n" : "");
    } else {
        add_label(rule, marker.bytes, lines);
    }
    add_sub_fields(scope, rule, marker.bytes, lines);
    buffer_free(&marker);
}
