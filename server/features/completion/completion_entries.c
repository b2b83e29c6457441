/* Whole lines and blocks: factors, events, rows, what fills an appendix. */
#include "completion_parts.h"

#include "memory.h"
#include "table.h"

/* Is a field or a factor of SECTION below the cursor's line? */
static bool has_part_below(const struct completer *completer,
                           const struct report_section *section)
{
    size_t end = completer_line(completer).end;

    if (section->factor_count &&
        section->factors[section->factor_count - 1].heading.start > end)
        return true;
    return section->field_count &&
           section->fields[section->field_count - 1].whole.start > end;
}

/* The next factor, at the end of the section. */
static void add_factor(struct completer *completer,
                       const struct context_label *label)
{
    const struct context *context = completer->context;
    const struct rule_offer *offer = &rule_offers[OFFER_FACTOR];
    struct buffer name = {NULL, 0, 0};
    struct completion *item;

    if (label->bullet || label->valued ||
        has_part_below(completer, context->section))
        return;
    buffer_addf(&name, "%s%zu", offer->label,
                template_next_factor(context->section));
    item = completer_add_line(completer, name.bytes,
                              context->section->rule->means);
    if (item) {
        completer_filter(completer, label->words,
                         label->words ? name.bytes : offer->typed, item);
        completer_part_above(completer, item);
        template_add_factor(&item->snippet,
                            template_next_factor(context->section),
                            &completer->source->facts);
        completer_part_below(completer, item);
    }
    buffer_free(&name);
}

static void complete_factor(struct completer *completer)
{
    const struct context *context = completer->context;
    struct context_label label;

    if (!context_label(context, &label))
        return;
    if (completer_matches(completer_typed(completer, label.words,
                                          label.words > context->column
                                              ? label.words
                                              : context->column),
                          rule_offers[OFFER_FACTOR].label))
        add_factor(completer, &label);
}

/* Is there nothing on the line but blanks and a pipe? */
static bool is_pipe(struct slice line)
{
    size_t pipes = 0;

    for (size_t at = 0; at < line.length; at++) {
        if (!byte_is_in(line.bytes[at], " \t|"))
            return false;
        pipes += line.bytes[at] == '|';
    }
    return pipes < 2;
}

/* The table whose last row is on the line above; false if there is none. */
static bool find_table_above(const struct completer *completer,
                             struct table *table)
{
    const struct context *context = completer->context;
    const struct reports *reports = context->reports;
    size_t last;

    if (!table_find(reports, context->section, table) || !context->number)
        return false;
    last = table->header + table->row_count;
    while (last > table->header &&
           reports->elements.items[last].span.start >= context->line.start)
        last--;
    return text_line_at(reports->text,
                        reports->elements.items[last].span.start) +
               (last == table->header ? 2 : 1) == context->number;
}

/* Does the line below go on with the table? Below a blank line none does. */
static bool is_row_below(const struct context *context)
{
    const struct text *text = context->reports->text;
    struct slice below;

    if (context_blank(context, 0) || context_blank(context, 1))
        return false;
    below = text_line_bytes(text, context->number + 1);
    return below.bytes[0] == '|';
}

static void add_row(struct completer *completer, const struct table *table)
{
    const struct rule_section *section = completer->context->section->rule;
    struct completion *item =
        completer_add_line(completer, rule_offers[OFFER_ROW].label,
                           section->means);

    if (!item)
        return;
    buffer_add_string(&item->filter, rule_offers[OFFER_ROW].typed);
    template_add_row(&item->snippet, table);
    if (!is_row_below(completer->context))
        completer_part_below(completer, item);
}

static void add_table(struct completer *completer)
{
    const struct context *context = completer->context;
    struct completion *item =
        completer_add_line(completer, rule_offers[OFFER_TABLE].label,
                           context->section->rule->means);

    if (!item)
        return;
    buffer_add_string(&item->filter, rule_offers[OFFER_TABLE].typed);
    completer_part_above(completer, item);
    template_add_section(&item->snippet, context->section->rule,
                         context->report->rule, &completer->source->facts);
    completer_part_below(completer, item);
}

static void complete_rows(struct completer *completer)
{
    const struct context *context = completer->context;
    struct table table;

    if (!is_pipe(context->bytes))
        return;
    if (find_table_above(completer, &table))
        add_row(completer, &table);
    else if (!table_find(context->reports, context->section, &table) &&
             (context_blank(context, 0) ||
              (context_blank(context, -1) && context_blank(context, 1))))
        add_table(completer);
}

/* ITEM is compared with TYPED, or in a line that is UNTOUCHED with what stands
 * there. */
static void add_filter(const struct context *context, bool untouched,
                       const char *typed, struct completion *item)
{
    if (untouched)
        buffer_add_slice(&item->filter, context->bytes);
    else
        buffer_add_string(&item->filter, typed);
}

/* The list of certificates with its header, or a link to one. */
static void complete_appendix(struct completer *completer)
{
    const struct context *context = completer->context;
    const struct rule_section *section = context->section->rule;
    bool untouched = completer_is_untouched(
        completer, context->line, template_prompt(section));
    struct completion *item;

    if (!context_blank(context, 0) && !untouched)
        return;
    item = completer_add_line(completer,
                              rule_offers[OFFER_CERTIFICATES].label,
                              section->means);
    if (item) {
        add_filter(context, untouched, rule_offers[OFFER_CERTIFICATES].label,
                   item);
        completer_part_above(completer, item);
        snippet_add_string(&item->snippet, "```csv\n");
        for (size_t index = 0; index < section->column_count; index++) {
            snippet_add_string(&item->snippet, index ? "," : "");
            snippet_add_string(&item->snippet, section->columns[index].label);
        }
        snippet_add_string(&item->snippet, "\n");
        snippet_add_stop(&item->snippet, slice_of(""));
        snippet_add_string(&item->snippet, "\n```");
        completer_part_below(completer, item);
    }
    item = completer_add_line(completer,
                              rule_offers[OFFER_CERTIFICATE_LINK].label,
                              section->means);
    if (item) {
        add_filter(context, untouched,
                   rule_offers[OFFER_CERTIFICATE_LINK].typed, item);
        snippet_add_string(&item->snippet, "https://crt.sh/?sha256=");
        snippet_add_stop(&item->snippet, slice_of(""));
    }
}

/* Does a line of the report begin with WORDS? */
static bool has_line(const struct context *context, const char *words)
{
    const struct reports *reports = context->reports;
    size_t first = context->report->first_element;

    for (size_t index = 0; index < context->report->element_count; index++) {
        struct span line = reports->elements.items[first + index].span;

        if (slice_begins(text_slice(reports->text, line), words))
            return true;
    }
    return false;
}

/* The sentence that ends a closure report, if it isn't there. */
static void complete_closing(struct completer *completer)
{
    const struct context *context = completer->context;
    const char *closing = context->report->rule->closing;
    struct completion *item;

    if (!closing[0] || !context_blank(context, 0) ||
        !context_last_in_report(context) || has_line(context, closing))
        return;
    item = completer_add_line(completer, closing, context->report->rule->means);
    if (!item)
        return;
    buffer_add_string(&item->filter, closing);
    completer_part_above(completer, item);
    snippet_add_string(&item->snippet, closing);
}

void complete_entries(struct completer *completer)
{
    switch (completer->context->section->rule->content) {
    case CONTENT_FACTORS:
        complete_factor(completer);
        break;
    case CONTENT_TIMELINE:
        complete_events(completer);
        complete_moments(completer);
        break;
    case CONTENT_TABLE:
        complete_rows(completer);
        break;
    case CONTENT_CERTIFICATES:
        complete_appendix(completer);
        break;
    case CONTENT_FIELDS:
        complete_closing(completer);
        break;
    }
}
