/* When an entry of the timeline was, and what it says, in the entry itself. */
#include "completion_parts.h"

#include <string.h>

#include "array.h"
#include "date.h"
#include "memory.h"
#include "spot.h"

/* What a moment is written with: digits, or the letters of its form. */
#define MOMENT_BYTES "0123456789-:YMDH"

/* The moment that an entry begins with, in bytes of the line. */
struct moment {
    size_t start, end;
    bool last;                  /* nothing follows it */
};

static struct slice form(void)
{
    return slice_of(rule_offers[OFFER_ENTRY_NOW].prompt);
}

/* False if the cursor is in none, or before the first byte of one. */
static bool read_moment(const struct context *context, struct moment *moment)
{
    struct slice line = context->bytes;
    size_t at = slice_skip_blanks(line, 0);

    if (!byte_is_in(slice_at(line, at), "-*+") ||
        !byte_is_blank(slice_at(line, at + 1)))
        return false;
    moment->start = at = slice_skip_blanks(line, at + 1);
    at = slice_skip(line, at, MOMENT_BYTES);
    if (slice_at(line, at) == ' ' &&
        byte_is_in(slice_at(line, at + 1), MOMENT_BYTES))
        at = slice_skip(line, at + 1, MOMENT_BYTES);
    moment->end = at;
    moment->last = slice_skip_blanks(line, at) == line.length;
    return context->column <= at && at > moment->start &&
           (context->column > moment->start || !moment->last);
}

/* Is it all there? Then another may take its place. */
static bool is_whole(const struct completer *completer,
                     const struct moment *moment)
{
    return !completer->source->typing &&
           moment->end - moment->start == form().length;
}

/* A moment whose time is WRITTEN too, or is still to be filled in. */
static void add_moment(struct completer *completer,
                       const struct value_slot *slot, const char *label,
                       const char *detail, bool timed)
{
    struct completion *item = completer_add_value(
        completer, slot,
        &(struct value_offer){.kind = COMPLETION_VALUE,
                              .label = label,
                              .detail = detail});

    if (!item)
        return;
    if (!timed) {
        snippet_add_string(&item->snippet, " ");
        snippet_add_stop(&item->snippet,
                         slice_of(rule_offers[OFFER_ENTRY_BETWEEN].prompt));
    }
    if (completer_line(completer).end == slot->span.end)
        snippet_add_string(&item->snippet, " UTC ");
}

/* The day that FIELD of the Summary gives, and the time if it is in UTC. */
static void add_of_field(struct completer *completer,
                         const struct value_slot *slot,
                         const struct report_field *field)
{
    const struct text *text = completer->context->reports->text;
    struct slice value = slice_cut(text_slice(text, field->value), 256);
    struct buffer label = {NULL, 0, 0};
    struct date date;
    struct time time;
    bool timed;

    if (!date_find(value, 0, &date) || !date_is_certain(&date))
        return;
    date_add(&label, date.days);
    timed = time_find(value, date.span.end, &time) && time.valid &&
            !time.offset;
    if (timed) {
        buffer_add_char(&label, ' ');
        buffer_add_time(&label, time_minute(&time));
    }
    add_moment(completer, slot, label.bytes, field->rule->label, timed);
    buffer_free(&label);
}

/* Those that the Summary gives, then now. */
static void add_moments(struct completer *completer,
                        const struct value_slot *slot)
{
    static const enum field_id fields[] = {
        FIELD_START_DATE, FIELD_IDENTIFIED_DATE, FIELD_END_DATE};
    const struct report_section *summary =
        report_section_find(completer->context->report, SECTION_SUMMARY);
    struct buffer now = {NULL, 0, 0};

    for (size_t index = 0; index < LENGTH_OF(fields); index++) {
        const struct report_field *field =
            report_field_find(summary, fields[index]);

        if (field)
            add_of_field(completer, slot, field);
    }
    template_add_now(&now, &completer->source->facts);
    add_moment(completer, slot, now.bytes, "now", true);
    buffer_free(&now);
}

static bool complete_moment(struct completer *completer)
{
    const struct context *context = completer->context;
    struct value_slot slot = {.list = -1};
    struct moment moment;

    if (!read_moment(context, &moment))
        return false;
    slot.untouched = is_whole(completer, &moment);
    slot.span = (struct span){context->line.start + moment.start,
                              context->line.start + moment.end};
    if (!slot.untouched)
        slot.typed = completer_typed(completer, moment.start, context->column);
    if (slot.untouched || moment.end == context->column)
        add_moments(completer, &slot);
    return true;
}

/* Where the words of an entry begin, after its moment and their zone, as bytes
 * of the line; false if the cursor is not at their end. */
static bool read_words(const struct context *context, size_t *start)
{
    struct slice line = context->bytes;
    size_t at = slice_skip_blanks(line, 0);
    struct date date;
    struct time time;

    if (!byte_is_in(slice_at(line, at), "-*+") ||
        !byte_is_blank(slice_at(line, at + 1)))
        return false;
    at = slice_skip_blanks(line, at + 1);
    if (!date_find_near(line, at, at + 1, &date) || date.span.start != at ||
        !time_find_near(line, date.span.end, date.span.end + 2, &time) ||
        !time.zoned)
        return false;
    at = slice_skip_blanks(line, time.end);
    while (at < line.length && !byte_is_blank(line.bytes[at]))
        at++;
    *start = slice_skip(line, at, " \t-");
    return *start > at && context->column >= *start &&
           slice_skip_blanks(line, context->column) == line.length;
}

/* What an entry may say in place of SLOT, unless that says it already. */
static void add_events(struct completer *completer,
                       const struct value_slot *slot)
{
    for (size_t index = 0; index < VALUE_COUNT; index++) {
        const struct rule_value *value = &rule_values[index];

        if (value->list == LIST_TIMELINE_EVENT &&
            !slice_is(slot->typed, value->value))
            completer_add_value(
                completer, slot,
                &(struct value_offer){.kind = COMPLETION_ENTRY,
                                      .label = value->value,
                                      .means = value->means});
    }
}

/* In place of what the template asks, or of words just begun: what a
 * timeline should tell. */
static void complete_words(struct completer *completer)
{
    const struct context *context = completer->context;
    struct slice line = context->bytes;
    struct slice prompt = slice_of(template_prompt(context->section->rule));
    struct value_slot slot = {.list = -1, .typed = slice_of("")};
    size_t start = line.length - prompt.length;

    slot.untouched = line.length >= prompt.length &&
                     context->column >= start &&
                     slice_ends(line, prompt.bytes);
    if (!slot.untouched) {
        if (!read_words(context, &start))
            return;
        slot.typed = completer_typed(completer, start, context->column);
    }
    slot.span = (struct span){context->line.start + start, context->line.end};
    add_events(completer, &slot);
}

void complete_moments(struct completer *completer)
{
    if (!complete_moment(completer))
        complete_words(completer);
}
