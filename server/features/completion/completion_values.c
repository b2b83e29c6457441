/* Values: after a label, and in the cells of a table. */
#include "completion_parts.h"

#include <string.h>

#include "memory.h"
#include "spot.h"
#include "table.h"

/* The first byte of SPAN that the part at OFFSET of a list begins with. */
static size_t part_start(const struct completer *completer, struct span span,
                         const char *separators)
{
    struct slice line =
        slice_part(completer->context->bytes, 0, completer->context->column);
    size_t base = completer_line(completer).start;
    size_t start = span.start - base;

    for (size_t at = start; at < line.length; at++) {
        if (byte_is_in(line.bytes[at], separators))
            start = at + 1;
        else if (at > start && slice_has(line, at, " and "))
            start = at + 4;
    }
    return base + slice_skip(line, start, " ");
}

/* Where the part that the cursor is in ends. */
static size_t part_end(const struct completer *completer, struct span span,
                       const char *separators)
{
    struct slice line = completer->context->bytes;
    size_t base = completer_line(completer).start;
    size_t end = completer->context->column;

    while (base + end < span.end && !byte_is_in(line.bytes[end], separators))
        end++;
    while (end > completer->context->column && line.bytes[end - 1] == ' ')
        end--;
    return base + end;
}

/* What joins the values of a TYPE. */
static const char *separators_of(enum value_type type)
{
    switch (type) {
    case TYPE_CHOICES:
        return ",;+&/";
    case TYPE_CERTIFICATE_TYPES:
    case TYPE_REFERENCES:
        return ",;+&";
    case TYPE_POLICIES:
        return ",;";
    default:
        return "";
    }
}

/* Nothing is offered in the middle of words that are no value. */
static void keep_if_value(struct completer *completer, size_t first,
                          struct slice whole)
{
    struct completions *completions = completer->completions;
    char folded[LABEL_ROOM];
    char other[LABEL_ROOM];

    fold(whole, folded, sizeof folded);
    for (size_t index = first; index < completions->count; index++) {
        const struct buffer *label = &completions->items[index].label;

        fold(buffer_slice(label), other, sizeof other);
        if (!strcmp(folded, other))
            return;
    }
    completions_cut(completions, first);
}

/* What a template has there. */
static const char *placeholder_of(const struct value_slot *slot)
{
    if (slot->column)
        return template_cell(slot->column);
    return slot->field ? slot->field->placeholder : "";
}

/* Drops the only item if all of it has been typed: it would just be in the way
 * of the next key. */
static void drop_typed(struct completer *completer, size_t first,
                       struct slice whole)
{
    struct completions *completions = completer->completions;
    const struct snippet *snippet;

    if (!whole.length || completions->count != first + 1)
        return;
    snippet = &completions->items[first].snippet;
    if (!snippet->stops && slice_is(whole, snippet->text.bytes))
        completions_cut(completions, first);
}

/* Values for what stands in SPAN, which the cursor is in or at an end of. */
static void complete_span(struct completer *completer, struct value_slot *slot)
{
    const struct context *context = completer->context;
    const char *separators = separators_of(slot->type);
    size_t first = completer->completions->count;
    struct span span = slot->span;
    size_t base = context->line.start;

    if (completer_is_untouched(completer, span, placeholder_of(slot))) {
        slot->untouched = true;
        slot->typed = slice_of("");
        value_items_add(completer, slot);
        return;
    }
    slot->span.start = part_start(completer, span, separators);
    slot->span.end = part_end(completer, span, separators);
    slot->typed = completer_typed(completer, slot->span.start - base,
                                  context->column);
    if (slot->span.start > span.start)
        slot->parted =
            !byte_is_blank(context->bytes.bytes[slot->span.start - base - 1]);
    value_items_add(completer, slot);
    if (slot->span.end > context->offset)
        keep_if_value(completer, first,
                      completer_typed(completer, slot->span.start - base,
                                      slot->span.end - base));
    else
        drop_typed(completer, first, slot->typed);
}

/* The value of FIELD on its label's line. */
static void complete_field(struct completer *completer,
                           const struct report_field *field)
{
    const struct context *context = completer->context;
    struct value_slot slot = {.field = field->rule, .type = field->rule->type,
                              .list = field->rule->list,
                              .na_allowed = field->rule->na_allowed};
    size_t at = field->whole.end - context->line.start;
    size_t end = context->bytes.length;

    if (context->report->rule->id == REPORT_FULL &&
        field->rule->must_apply_when_full)
        slot.na_allowed = false;
    slot.parted = !byte_is_blank(slice_at(context->bytes, at));
    while (at < context->column && byte_is_blank(context->bytes.bytes[at]))
        at++;
    while (end > context->column &&
           byte_is_blank(context->bytes.bytes[end - 1]))
        end--;
    slot.span = (struct span){context->line.start + at,
                              context->line.start + end};
    complete_span(completer, &slot);
}

static void complete_cell(struct completer *completer, const struct spot *spot)
{
    const struct context *context = completer->context;
    struct value_slot slot = {.column = spot->column,
                              .type = spot->column->type,
                              .list = spot->column->list,
                              .na_allowed = spot->column->na_allowed,
                              .span = spot->span};

    if (slot.span.start == slot.span.end || slot.span.start > context->offset)
        slot.span.start = context->offset;
    if (slot.span.end < context->offset)
        slot.span.end = context->offset;
    slot.parted = context->column > 0 &&
                  context->bytes.bytes[context->column - 1] == '|';
    complete_span(completer, &slot);
}

/* How many cells are closed before the cursor. */
static size_t cells_before(const struct context *context)
{
    struct slice line = context->bytes;
    size_t at = slice_skip_blanks(line, 0);
    size_t count = 0;

    if (slice_at(line, at) == '|')
        at++;
    for (; at < context->column; at++) {
        if (line.bytes[at] == '\\')
            at++;
        else
            count += line.bytes[at] == '|';
    }
    return count;
}

/* A row that is being written has no cell yet where the cursor is. */
static void look_past_row(const struct context *context, struct spot *spot)
{
    size_t cell = cells_before(context);
    struct table table;

    if (spot->kind != SPOT_CELL || cell == spot->cell)
        return;
    table_at(context->reports, spot->section, spot->element, &table);
    spot->column = cell < table.column_count ? table.columns[cell] : NULL;
    spot->span = (struct span){context->offset, context->offset};
}

void complete_values(struct completer *completer)
{
    const struct context *context = completer->context;
    struct spot spot;

    spot_at(context->reports, context->offset, &spot);
    if (!spot.on_element)
        return;
    look_past_row(context, &spot);
    if (spot.kind == SPOT_VALUE && spot.field->rule &&
        spot.field->element == spot.element &&
        spot.field->whole.end >= context->line.start &&
        spot.field->form != LABEL_HEADING)
        complete_field(completer, spot.field);
    else if (spot.kind == SPOT_CELL && spot.column)
        complete_cell(completer, &spot);
}
