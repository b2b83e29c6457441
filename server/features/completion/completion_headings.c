/* What may stand after #: the sections still missing, and templates. */
#include "completion_parts.h"

#include "memory.h"
#include "section.h"

/* A heading as typed so far. In bytes of the line. */
struct typed_heading {
    size_t marks;               /* where the #s begin */
    size_t words;               /* where the words begin */
    struct slice typed;         /* those before the cursor */
};

/* Marks in front of a table's row begin no heading: the row would be lost. */
static bool is_row(struct slice line, size_t at)
{
    return slice_at(line, slice_skip_blanks(line, at)) == '|';
}

static bool read_heading(const struct completer *completer,
                         struct typed_heading *heading)
{
    struct slice line = completer->context->bytes;
    size_t marks = slice_skip(line, 0, " ");
    size_t at = slice_skip(line, marks, "#");

    if (marks > 3 || at == marks || at - marks > 6 ||
        at > completer->context->column || is_row(line, at))
        return false;
    heading->marks = marks;
    heading->words = at = slice_skip(line, at, " ");
    if (at > completer->context->column)
        at = completer->context->column;
    heading->typed = completer_typed(completer, at,
                                     completer->context->column);
    return true;
}

static struct span replaced(const struct completer *completer,
                            const struct typed_heading *heading)
{
    struct span line = completer_line(completer);

    return (struct span){line.start + heading->marks, line.end};
}

/* What an editor compares with what was typed: the same #s, then NAME. */
static void add_filter(const struct completer *completer,
                       const struct typed_heading *heading, const char *name,
                       struct completion *item)
{
    struct slice marks =
        completer_typed(completer, heading->marks, heading->words);

    buffer_add_slice(&item->filter, marks);
    if (!slice_ends(marks, " "))
        buffer_add_char(&item->filter, ' ');
    buffer_add_string(&item->filter, name);
}

static void add_template(struct completer *completer,
                         const struct template *template, struct span span)
{
    struct completion *item = completer_add(completer, COMPLETION_TEMPLATE,
                                            template->name, span);

    if (!item)
        return;
    buffer_add_string(&item->means, template->means);
    completer_part_above(completer, item);
    template_add(&item->snippet, template, &completer->source->facts);
    /* The line's own end follows. */
    buffer_cut(&item->snippet.text, item->snippet.text.length - 1);
    completer_part_below(completer, item);
}

/* Is there nothing in the text but the line, up to the cursor? */
static bool is_all_there_is(const struct context *context)
{
    const struct text *text = context->reports->text;
    struct span above = {0, context->line.start};
    struct span below = {context->offset, text_length(text)};

    return !slice_trim(text_slice(text, above), " \t\r\n").length &&
           !slice_trim(text_slice(text, below), " \t\r\n").length;
}

/* Is there nothing in the text but the marks of a label about to be typed? */
static bool is_bare_label(const struct context *context)
{
    struct span whole = {0, text_length(context->reports->text)};
    struct slice text = text_slice(context->reports->text, whole);

    return slice_skip(text, 0, " \t\r\n-*+") == text.length &&
           slice_has(context->bytes,
                     slice_skip(context->bytes, 0, " \t-+"), "**");
}

/* All templates in place of the marks of a label: whoever types one in an empty
 * text is about to write a report. */
static void offer_instead(struct completer *completer)
{
    struct completions *completions = completer->completions;
    struct template template;

    for (size_t index = 0; template_at(index, &template); index++) {
        size_t count = completions->count;

        add_template(completer, &template, completer_line(completer));
        if (completions->count > count)
            completer_filter(completer, completer->context->column,
                             template.name, &completions->items[count]);
    }
}

/* On a blank line outside of reports, and where a name is all that has been
 * typed. */
void complete_templates(struct completer *completer)
{
    const struct context *context = completer->context;
    struct slice typed =
        slice_trim(slice_part(context->bytes, 0, context->column), " \t");
    struct template template;

    if (is_bare_label(context)) {
        offer_instead(completer);
        return;
    }
    if (typed.length ? !byte_is_word(typed.bytes[0]) ||
                           !is_all_there_is(context)
                     : !context_blank(context, 0) ||
                           !context_last_in_report(context))
        return;
    for (size_t index = 0; template_at(index, &template); index++) {
        size_t count = completer->completions->count;

        if (!completer_matches(typed, template.name))
            continue;
        add_template(completer, &template, completer_line(completer));
        if (completer->completions->count > count)
            completer_filter_words(typed, template.name,
                                   &completer->completions->items[count]);
    }
}

static bool has_report(const struct reports *reports, enum report_id id)
{
    for (size_t index = 0; index < reports->count; index++) {
        if (reports->items[index].rule->id == id)
            return true;
    }
    return false;
}

/* Does TEMPLATE belong here? Outside of reports any does; below a report those
 * that may follow it, the closure once and updates as often as it takes. */
static bool is_due(const struct completer *completer,
                   const struct template *template)
{
    const struct reports *reports = completer->context->reports;
    const struct report *report = completer->context->report;

    if (!report)
        return true;
    if (rule_report_repeats(template->report))
        return !report->rule->superseded;
    if (has_report(reports, template->report->id))
        return false;
    return has_report(reports, template->report->id == REPORT_CLOSURE
                                   ? REPORT_FULL
                                   : REPORT_PRELIMINARY);
}

static void add_templates(struct completer *completer,
                          const struct typed_heading *heading)
{
    struct template template;

    if (!context_last_in_report(completer->context))
        return;
    for (size_t index = 0; template_at(index, &template); index++) {
        size_t count = completer->completions->count;

        if (!is_due(completer, &template) ||
            !completer_matches(heading->typed, template.name))
            continue;
        add_template(completer, &template, replaced(completer, heading));
        if (completer->completions->count > count)
            add_filter(completer, heading, template.name,
                       &completer->completions->items[count]);
    }
}

/* Is there a section of RULE, but for the cursor's line? */
static bool has_section(const struct completer *completer,
                        const struct rule_section *rule)
{
    const struct context *context = completer->context;
    const struct report *report = context->report;

    for (size_t index = 0; index < report->section_count; index++) {
        const struct report_section *section = &report->sections[index];
        bool here = section->heading.start >= context->line.start &&
                    section->heading.start <= context->line.end;

        if (section->rule == rule && !here)
            return true;
    }
    return false;
}

/* Is the cursor's place RULE's, between the sections around it? */
static bool is_in_place(const struct completer *completer,
                        const struct rule_section *rule)
{
    const struct context *context = completer->context;
    const struct report *report = context->report;

    for (size_t index = 0; index < report->section_count; index++) {
        const struct report_section *section = &report->sections[index];
        bool above = section->heading.start < context->line.start;
        bool below = section->heading.start > context->line.end;

        if (section->rule && ((above && section->rule->id > rule->id) ||
                              (below && section->rule->id < rule->id)))
            return false;
    }
    return true;
}

static size_t level_of(const struct report *report)
{
    for (size_t index = 0; index < report->section_count; index++) {
        if (report->sections[index].rule && report->sections[index].level)
            return report->sections[index].level;
    }
    return (size_t)(report->level ? report->level : report->rule->level) + 1;
}

static void add_section(struct completer *completer,
                        const struct typed_heading *heading,
                        const struct rule_section *rule)
{
    const struct report *report = completer->context->report;
    struct completion *item =
        completer_add(completer, COMPLETION_SECTION, rule->name,
                      replaced(completer, heading));

    if (!item)
        return;
    buffer_add_string(&item->means, rule->means);
    add_filter(completer, heading, rule->name, item);
    completer_part_above(completer, item);
    for (size_t level = level_of(report); level > 0; level--)
        snippet_add_string(&item->snippet, "#");
    snippet_add_string(&item->snippet, " ");
    snippet_add_string(&item->snippet, rule->name);
    snippet_add_string(&item->snippet, "\n\n");
    template_add_section(&item->snippet, rule, report->rule,
                         &completer->source->facts);
    completer_part_below(completer, item);
}

/* The section that the line's words name in full; NULL if none. */
static const struct rule_section *section_typed(
    const struct completer *completer, const struct typed_heading *heading)
{
    const struct context *context = completer->context;

    return section_named(context->report->rule,
                         completer_typed(completer, heading->words,
                                         context->bytes.length));
}

static bool is_of(const struct rule_section *const *sections, size_t count,
                  const struct rule_section *section)
{
    while (count > 0) {
        if (sections[--count] == section)
            return true;
    }
    return false;
}

static void add_sections(struct completer *completer,
                         const struct typed_heading *heading)
{
    const struct rule_report *report = completer->context->report->rule;
    const struct rule_section *whole = section_typed(completer, heading);

    if (report->superseded || (report->follows && !report->welcome_count) ||
        !context_last_in_section(completer->context))
        return;
    for (size_t id = 0; id < SECTION_COUNT; id++) {
        const struct rule_section *rule = &rule_sections[id];

        if ((is_of(report->sections, report->section_count, rule) ||
             is_of(report->welcome, report->welcome_count, rule)) &&
            rule_applies(rule->versions,
                         completer->source->options->guideline) &&
            (!whole || whole == rule) && !has_section(completer, rule) &&
            is_in_place(completer, rule) &&
            completer_matches(heading->typed, rule->name))
            add_section(completer, heading, rule);
    }
}

/* Has the line's heading begun a report? Then it has what it needs. */
static bool begins_report(const struct completer *completer)
{
    const struct reports *reports = completer->context->reports;
    struct span line = completer_line(completer);

    for (size_t index = 0; index < reports->count; index++) {
        const struct report *report = &reports->items[index];

        if (report->heading.start >= line.start &&
            report->heading.start <= line.end &&
            (report->section_count || report->rule->superseded))
            return true;
    }
    return false;
}

void complete_headings(struct completer *completer)
{
    struct typed_heading heading;

    if (!read_heading(completer, &heading) || begins_report(completer))
        return;
    if (completer->context->report)
        add_sections(completer, &heading);
    if (!completer->context->report || !section_typed(completer, &heading))
        add_templates(completer, &heading);
}
