/* Finds out where a writer's cursor stands. */
#include "context.h"

#include <string.h>

#include "memory.h"
#include "text.h"

static const struct elements *elements_of(const struct context *context)
{
    return &context->reports->elements;
}

static bool is_fence(struct slice line)
{
    size_t at = slice_skip_blanks(line, 0);

    return slice_has(line, at, "```") || slice_has(line, at, "~~~");
}

/* Does CODE begin with a fence and not end with one? Then all that follows is
 * code too. */
static bool is_open(const struct context *context, const struct element *code)
{
    const struct text *text = context->reports->text;
    size_t first = text_line_at(text, code->span.start);
    size_t last = text_line_at(text, code->span.end);

    if (!code->code || !is_fence(text_line_bytes(text, first)))
        return false;
    return first == last || !is_fence(text_line_bytes(text, last));
}

/* A quote goes on to the next blank line: what is written there would join
 * it. */
static bool would_join(const struct context *context,
                       const struct element *quote)
{
    return !quote->code &&
           text_line_at(context->reports->text, quote->span.end) + 1 ==
               context->number;
}

static void find_opaque(struct context *context)
{
    const struct elements *elements = elements_of(context);
    size_t past = elements_from(elements, context->line.end + 1);
    const struct element *near;

    if (!past)
        return;
    near = &elements->items[past - 1];
    if (near->kind == ELEMENT_OPAQUE &&
        (near->span.end >= context->line.start || is_open(context, near) ||
         would_join(context, near)))
        context->opaque = near;
}

static void find_report(struct context *context)
{
    const struct reports *reports = context->reports;

    for (size_t index = 0; index < reports->count; index++) {
        if (reports->items[index].heading.start < context->line.start)
            context->report = &reports->items[index];
    }
}

static void find_section(struct context *context)
{
    const struct report *report = context->report;

    for (size_t index = 0; index < report->section_count; index++) {
        if (report->sections[index].heading.start < context->line.start)
            context->section = &report->sections[index];
    }
}

static void find_factor(struct context *context)
{
    const struct report_section *section = context->section;

    for (size_t index = 0; index < section->factor_count; index++) {
        if (section->factors[index].heading.start < context->line.start)
            context->factor = &section->factors[index];
    }
}

bool context_read(struct context *context, const struct reports *reports,
                  size_t offset)
{
    const struct text *text = reports->text;
    size_t length = text_length(text);

    *context = (struct context){.reports = reports,
                                .offset = offset < length ? offset : length};
    context->number = text_line_at(text, context->offset);
    context->line = text_line_content(text, context->number);
    if (context->offset > context->line.end)
        context->offset = context->line.end;
    if (span_length(context->line) > CONTEXT_LINE_MOST)
        return false;
    context->bytes = text_slice(text, context->line);
    context->column = context->offset - context->line.start;
    context->below =
        elements_from(elements_of(context), context->line.end + 1);
    find_opaque(context);
    find_report(context);
    if (context->report)
        find_section(context);
    if (context->section)
        find_factor(context);
    return true;
}

bool context_blank(const struct context *context, int away)
{
    const struct text *text = context->reports->text;
    size_t count = text_line_count(text);
    size_t number = context->number;

    if ((away < 0 && !number) || (away > 0 && number + 1 >= count))
        return true;
    number = away < 0 ? number - 1 : away > 0 ? number + 1 : number;
    return slice_is_blank(text_line_bytes(text, number));
}

/* Does LINE begin with a bullet, a number of a list or a heading's mark? */
static bool begins_block(struct slice line)
{
    size_t at = slice_skip_blanks(line, 0);
    size_t end = slice_skip_digits(line, at);

    return byte_is_in(slice_at(line, end), end > at ? ".)" : "-*+#");
}

bool context_goes_on(const struct context *context)
{
    const struct text *text = context->reports->text;

    return !context_blank(context, 1) &&
           !begins_block(text_line_bytes(text, context->number + 1));
}

/* True if no element lies between the line and END, an offset; definitions,
 * which are not shown, are passed over if HIDDEN may lie there. */
static bool is_last_before(const struct context *context, size_t end,
                           bool hidden)
{
    const struct elements *elements = elements_of(context);

    for (size_t index = context->below; index < elements->count; index++) {
        const struct element *element = &elements->items[index];

        if (element->span.start >= end)
            break;
        if (!hidden || element->kind != ELEMENT_DEFINITION)
            return false;
    }
    return true;
}

/* The next report below the line; NULL if there is none. */
static const struct report *report_below(const struct context *context)
{
    const struct reports *reports = context->reports;

    for (size_t index = 0; index < reports->count; index++) {
        if (reports->items[index].heading.start > context->line.end)
            return &reports->items[index];
    }
    return NULL;
}

/* Where it begins; after the text if there is none. */
static size_t next_report(const struct context *context)
{
    const struct report *report = report_below(context);

    return report ? report->heading.start
                  : text_length(context->reports->text) + 1;
}

bool context_last_in_report(const struct context *context)
{
    const struct report *report = report_below(context);

    return (!report || report->form != HEADING_ABSENT) &&
           is_last_before(context, next_report(context), false);
}

bool context_last_in_section(const struct context *context)
{
    const struct report *report = context->report;
    size_t end = next_report(context);

    for (size_t index = 0; report && index < report->section_count; index++) {
        const struct report_section *section = &report->sections[index];

        if (section->heading.start > context->line.end &&
            section->heading.start < end)
            end = section->heading.start;
    }
    return is_last_before(context, end, true);
}

/* Reads the bullet at *AT, and moves it past that and its blanks. */
static char read_bullet(struct slice line, size_t *at)
{
    char bullet = slice_at(line, *at);
    char next = *at + 1 < line.length ? line.bytes[*at + 1] : ' ';

    if (!byte_is_in(bullet, "-*+"))
        return '\0';
    if (!byte_is_blank(next) && (bullet == '*' || next != '*'))
        return '\0';
    *at = slice_skip_blanks(line, *at + 1);
    return bullet;
}

/* Where what ends a label ends: stars, colons, blanks; AT if nothing does. */
static size_t closing_end(struct slice line, size_t at)
{
    size_t end = at;

    for (; at < line.length && strchr("*_: \t", line.bytes[at]); at++) {
        if (!byte_is_blank(line.bytes[at]))
            end = at + 1;
    }
    return end;
}

bool context_label(const struct context *context, struct context_label *label)
{
    struct slice line = context->bytes;
    size_t at = slice_skip_blanks(line, 0);
    size_t end;

    *label = (struct context_label){.indent = at};
    label->bullet = read_bullet(line, &at);
    label->words = slice_skip(line, at, "*");
    if (label->words > context->column && context->column > at)
        label->words = context->column;     /* between a pair of stars */
    at = slice_find(line, label->words, "*_:|`[<");
    if (at < context->column || memchr(line.bytes, '\0', line.length))
        return false;
    end = closing_end(line, at);
    label->valued = slice_skip_blanks(line, end) < line.length;
    label->end = label->valued ? end : line.length;
    if (end == at && label->valued)
        return false;
    if (context->column < label->words && label->words < at)
        return false;
    if (end == at && at > context->column &&
        slice_skip_blanks(line, context->column) < at)
        return false;
    return label->bullet || label->words > label->indent ||
           label->words == line.length;
}

