/* The fields that are still missing where the cursor is. */
#include "completion_parts.h"

#include <string.h>

#include "field_lines.h"
#include "memory.h"

/* The fields among which a new one would stand. */
struct neighbours {
    struct completer *completer;
    struct context_label label;
    struct check check;
    struct scope scope;         /* without what stands on the cursor's line */
    struct report_field *fields;        /* the scope's */
    const struct report_field *above, *below;   /* of the template; NULL */
    bool labelled;              /* the line holds a label of the template */
};

static void find_around(struct neighbours *near)
{
    size_t start = completer_line(near->completer).start;

    for (size_t index = 0; index < near->scope.count; index++) {
        const struct report_field *field = &near->fields[index];

        if (field->rule && field->whole.start < start)
            near->above = field;
        else if (field->rule && !near->below)
            near->below = field;
    }
}

/* Does FIELD, on the cursor's line, have the template's own words? */
static bool is_labelled(const struct neighbours *near,
                        const struct report_field *field)
{
    const struct context *context = near->completer->context;
    char folded[LABEL_ROOM];

    if (!field->rule)
        return false;
    fold(text_slice(context->reports->text, field->label), folded,
         sizeof folded);
    return rule_field_find(context->section->rule, folded) != NULL;
}

/* Takes over the fields of WHOLE but those on the cursor's line. */
static void read_fields(struct neighbours *near, struct scope whole)
{
    near->scope = whole;
    near->scope.count = 0;
    near->scope.fields = near->fields =
        memory_new(whole.count * sizeof *near->fields);
    for (size_t index = 0; index < whole.count; index++) {
        const struct report_field *field = &whole.fields[index];

        if (span_touches(completer_line(near->completer), field->whole.start))
            near->labelled |= is_labelled(near, field);
        else
            near->fields[near->scope.count++] = *field;
    }
    find_around(near);
}

/* The fields of the factor or section. False where there can be none: above
 * the first factor. */
static bool find_fields(struct neighbours *near)
{
    const struct context *context = near->completer->context;
    const struct check_options *options = near->completer->source->options;
    const struct report_section *section = context->section;

    if (section->rule->content == CONTENT_FACTORS && !context->factor)
        return false;
    near->check = (struct check){
        .reports = context->reports,
        .report = context->report,
        .options = options,
        .guideline = report_guideline(context->report, options->guideline)};
    read_fields(near, context->factor
                          ? scope_of_factor(&near->check, section,
                                            (size_t)(context->factor -
                                                     section->factors))
                          : scope_of_section(&near->check, section));
    return true;
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

    for (size_t index = 0; index < near->scope.count; index++) {
        const struct report_field *field = &near->fields[index];

        if (field->whole.start < context->line.start &&
            field->value.end > context->line.end)
            return true;
    }
    return false;
}

/* How RULE's line begins: with the bullet that was typed, if one was. */
static void add_marker(const struct neighbours *near,
                       const struct rule_field *rule, struct buffer *marker)
{
    field_lines_marker(&near->scope, rule, marker);
    if (near->label.bullet) {
        buffer_cut(marker, slice_skip_blanks(buffer_slice(marker), 0));
        buffer_addf(marker, "%c ", near->label.bullet);
    }
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

/* The sub-fields that RULE, a group, does not have yet. */
static void add_parts(const struct neighbours *near,
                      const struct rule_field *rule, const char *marker,
                      struct snippet *snippet)
{
    const struct rule_section *section = near->scope.section->rule;
    struct buffer sub = {NULL, 0, 0};

    field_lines_sub_marker(marker, &sub);
    for (size_t index = 0; index < section->field_count; index++) {
        const struct rule_field *part = &section->fields[index];

        if (!field_lines_lack(&near->scope, rule, part))
            continue;
        snippet_add_string(snippet, "\n");
        snippet_add(snippet, buffer_slice(&sub));
        add_line(near, part, snippet);
    }
    buffer_free(&sub);
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
    struct buffer marker = {NULL, 0, 0};

    if (!item)
        return;
    add_means(item, rule);
    add_filter(near, rule, item);
    add_marker(near, rule, &marker);
    snippet_add(&item->snippet, buffer_slice(&marker));
    add_line(near, rule, &item->snippet);
    if (rule->type == TYPE_GROUP)
        add_parts(near, rule, marker.bytes, &item->snippet);
    if (!near->label.valued && context_goes_on(completer->context))
        snippet_add_string(&item->snippet, "\n");
    buffer_free(&marker);
}

/* Can RULE stand here at all? A group can't where a value follows. */
static bool is_known(const struct neighbours *near,
                     const struct rule_field *rule)
{
    return rule_applies(rule->versions, near->check.guideline) &&
           !(near->label.valued && rule->type == TYPE_GROUP);
}

/* The fields that go on as TYPED, missing and in place. */
static void add_fields(struct neighbours *near, struct slice typed)
{
    const struct rule_section *section = near->scope.section->rule;

    for (size_t index = 0; index < section->field_count; index++) {
        const struct rule_field *rule = &section->fields[index];

        if (is_known(near, rule) && !scope_find_anywhere(&near->scope, rule) &&
            is_in_place(near, rule) && completer_matches(typed, rule->label))
            add_field(near, rule);
    }
}

void complete_labels(struct completer *completer)
{
    const struct context *context = completer->context;
    struct neighbours near = {.completer = completer};
    size_t words;

    if (!context->section->rule->field_count ||
        !context_label(context, &near.label) || !find_fields(&near))
        return;
    words = near.label.words;
    if (!is_inside_value(&near) && !near.labelled)
        add_fields(&near, completer_typed(completer, words,
                                          context->column < words
                                              ? words
                                              : context->column));
    memory_free(near.fields);
}
