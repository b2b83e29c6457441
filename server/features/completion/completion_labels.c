/* The fields that are still missing where the cursor is. */
#include "completion_parts.h"

#include <string.h>

#include "memory.h"

/* The fields among which a new one would stand. */
struct neighbours {
    struct completer *completer;
    struct context_label label;
    const struct report_field *fields;
    size_t count;
    const struct report_field *above, *below;   /* of the template; NULL */
};

static bool is_on_line(const struct context *context,
                       const struct report_field *field)
{
    return field->whole.start >= context->line.start &&
           field->whole.start <= context->line.end;
}

static void find_around(struct neighbours *near)
{
    const struct context *context = near->completer->context;

    for (size_t index = 0; index < near->count; index++) {
        const struct report_field *field = &near->fields[index];

        if (!field->rule || is_on_line(context, field))
            continue;
        if (field->whole.start < context->line.start)
            near->above = field;
        else if (!near->below)
            near->below = field;
    }
}

/* The fields of the factor or section. False where there can be none: above
 * the first factor. */
static bool find_fields(struct neighbours *near)
{
    const struct context *context = near->completer->context;
    const struct report_section *section = context->section;

    if (section->rule->content == CONTENT_FACTORS && !context->factor)
        return false;
    near->fields = section->fields;
    near->count = section->field_count;
    if (context->factor) {
        near->fields += context->factor->first_field;
        near->count = context->factor->field_count;
    }
    find_around(near);
    return true;
}

static bool is_there(const struct report_field *fields, size_t count,
                     const struct context *context,
                     const struct rule_field *rule)
{
    for (size_t index = 0; index < count; index++) {
        if (fields[index].rule == rule && !is_on_line(context, &fields[index]))
            return true;
    }
    return false;
}

/* A section that stands there twice is one in this. */
static bool has_field(const struct neighbours *near,
                      const struct rule_field *rule)
{
    const struct context *context = near->completer->context;

    if (is_there(near->fields, near->count, context, rule))
        return true;
    for (size_t index = 0;
         !context->factor && index < context->report->section_count; index++) {
        const struct report_section *section =
            &context->report->sections[index];

        if (section->rule == context->section->rule &&
            is_there(section->fields, section->field_count, context, rule))
            return true;
    }
    return false;
}

/* Would RULE stand in the template's order, a sub-field below its own? */
static bool is_in_place(const struct neighbours *near,
                        const struct rule_field *rule)
{
    const struct rule_field *above = near->above ? near->above->rule : NULL;

    if ((above && above > rule) || (near->below && near->below->rule < rule))
        return false;
    return !rule->parent ||
           (above && (above == rule->parent || above->parent == rule->parent));
}

/* Is the line in the middle of an answer? */
static bool is_inside_value(const struct neighbours *near)
{
    const struct context *context = near->completer->context;

    for (size_t index = 0; index < near->count; index++) {
        const struct report_field *field = &near->fields[index];

        if (field->whole.start < context->line.start &&
            field->value.end > context->line.end)
            return true;
    }
    return false;
}

/* Does the line hold a label of the template's own words already? */
static bool is_labelled(const struct neighbours *near)
{
    const struct context *context = near->completer->context;
    char folded[LABEL_ROOM];

    for (size_t index = 0; index < near->count; index++) {
        const struct report_field *field = &near->fields[index];

        if (!field->rule || !is_on_line(context, field))
            continue;
        fold(text_slice(context->reports->text, field->label), folded,
             sizeof folded);
        if (rule_field_find(context->section->rule, folded))
            return true;
    }
    return false;
}

/* The bytes in front of FIELD on its line: blanks and a bullet. */
static struct slice marks_of(const struct neighbours *near,
                             const struct report_field *field)
{
    const struct text *text = near->completer->context->reports->text;
    size_t line = text_line_at(text, field->whole.start);

    return text_slice(text, (struct span){text_line(text, line).start,
                                          field->whole.start});
}

static size_t indent_of(struct slice marks)
{
    size_t indent = 0;

    while (indent < marks.length &&
           (marks.bytes[indent] == ' ' || marks.bytes[indent] == '\t'))
        indent++;
    return indent;
}

/* A field that RULE would stand beside; NULL if there is none. */
static const struct report_field *sibling_of(const struct neighbours *near,
                                             const struct rule_field *rule)
{
    for (size_t index = 0; index < near->count; index++) {
        const struct report_field *field = &near->fields[index];

        if (field->rule && field->rule->parent == rule->parent &&
            !is_on_line(near->completer->context, field))
            return field;
    }
    return NULL;
}

/* The indent of RULE: its sibling's, else three blanks below its group. */
static void add_indent(const struct neighbours *near,
                       const struct rule_field *rule, struct snippet *snippet)
{
    const struct report_field *sibling = sibling_of(near, rule);
    const struct report_field *like = sibling ? sibling : near->above;
    struct slice marks;

    if (like && (sibling || rule->parent)) {
        marks = marks_of(near, like);
        marks.length = indent_of(marks);
        snippet_add(snippet, marks);
    }
    if (rule->parent && !sibling)
        snippet_add_string(snippet, "   ");
}

/* The bullet typed, else the one of the fields around, else the template's. */
static void add_bullet(const struct neighbours *near,
                       const struct rule_field *rule, struct snippet *snippet)
{
    const struct report_field *sibling = sibling_of(near, rule);
    char bullet[] = "- ";

    if (near->label.bullet) {
        bullet[0] = near->label.bullet;
    } else if (sibling) {
        struct slice marks = marks_of(near, sibling);
        size_t indent = indent_of(marks);

        if (indent == marks.length)
            return;
        if (strchr("-*+", marks.bytes[indent]))
            bullet[0] = marks.bytes[indent];
    }
    snippet_add_string(snippet, bullet);
}

static void add_line(const struct neighbours *near,
                     const struct rule_field *rule, struct snippet *snippet)
{
    snippet_add_string(snippet, "**");
    snippet_add_string(snippet, rule->label);
    snippet_add_string(snippet, ":**");
    if (near->label.valued || rule->type == TYPE_GROUP)
        return;
    snippet_add_string(snippet, " ");
    template_add_value(snippet, rule, &near->completer->source->facts);
}

/* The sub-fields that RULE, a group, doesn't have yet. */
static void add_parts(const struct neighbours *near,
                      const struct rule_field *rule, struct slice indent,
                      struct snippet *snippet)
{
    const struct rule_section *section =
        near->completer->context->section->rule;

    for (size_t index = 0; index < section->field_count; index++) {
        const struct rule_field *part = &section->fields[index];

        if (part->parent != rule || has_field(near, part))
            continue;
        snippet_add_string(snippet, "\n");
        snippet_add(snippet, indent);
        snippet_add_string(snippet, "   - ");
        add_line(near, part, snippet);
    }
}

static void add_means(struct completion *item, const struct rule_field *rule)
{
    buffer_addf(&item->means, "%s\n\n%s", rule->means, rule->required_text);
}

/* What an editor compares with what was typed, which may go on. */
static void add_filter(const struct neighbours *near,
                       const struct rule_field *rule, struct completion *item)
{
    struct slice typed = completer_typed(near->completer, 0,
                                         near->label.words);
    bool bare = typed.length == near->label.indent ||
                (near->label.bullet && typed.bytes[typed.length - 1] != '*');

    buffer_add_slice(&item->filter, typed);
    if (near->label.bullet && typed.bytes[typed.length - 1] ==
                                  near->label.bullet)
        buffer_add_char(&item->filter, ' ');
    if (bare && near->label.words == near->label.end)
        buffer_add_string(&item->filter,
                          near->label.bullet ? "**" : "- **");
    buffer_add_string(&item->filter, rule->label);
}

static void add_field(struct neighbours *near, const struct rule_field *rule)
{
    struct completer *completer = near->completer;
    struct span line = completer_line(completer);
    struct completion *item = completer_add(
        completer, COMPLETION_FIELD, rule->label,
        (struct span){line.start, line.start + near->label.end});
    struct snippet indent = {{NULL, 0, 0}, SNIPPET_NONE, 0};

    if (!item)
        return;
    add_means(item, rule);
    add_filter(near, rule, item);
    add_indent(near, rule, &indent);
    snippet_add(&item->snippet,
                (struct slice){indent.text.bytes, indent.text.length});
    add_bullet(near, rule, &item->snippet);
    add_line(near, rule, &item->snippet);
    if (rule->type == TYPE_GROUP)
        add_parts(near, rule,
                  (struct slice){indent.text.bytes, indent.text.length},
                  &item->snippet);
    if (!near->label.valued && context_goes_on(completer->context))
        snippet_add_string(&item->snippet, "\n");
    snippet_free(&indent);
}

/* Can RULE stand here at all? A group can't where a value follows. */
static bool is_known(const struct neighbours *near,
                     const struct rule_field *rule)
{
    return rule_applies(rule->versions,
                        near->completer->source->options->guideline) &&
           !(near->label.valued && rule->type == TYPE_GROUP);
}

void complete_labels(struct completer *completer)
{
    struct neighbours near = {.completer = completer};
    const struct rule_section *section = completer->context->section->rule;
    struct slice typed;

    if (!section->field_count ||
        !context_label(completer->context, &near.label) ||
        !find_fields(&near) || is_inside_value(&near) || is_labelled(&near))
        return;
    typed = completer_typed(completer, near.label.words,
                            completer->context->column < near.label.words
                                ? near.label.words
                                : completer->context->column);
    for (size_t index = 0; index < section->field_count; index++) {
        const struct rule_field *rule = &section->fields[index];

        if (is_known(&near, rule) && !has_field(&near, rule) &&
            is_in_place(&near, rule) && completer_matches(typed, rule->label))
            add_field(&near, rule);
    }
}
