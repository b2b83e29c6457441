/* Lists the bugs that may be linked as related. */
#include "completion_parts.h"

#include <string.h>

#include "bug.h"
#include "memory.h"
#include "table.h"

/* The most that are offered of those that the report links elsewhere. */
#define BUGS_MOST 20
/* The most that are looked at in the table. */
#define RELATED_MOST 200

/* The numbers of bugs, each once, as spans of the report's text. */
struct bugs {
    struct span numbers[RELATED_MOST];
    size_t count;
};

static bool holds(const struct text *text, const struct bugs *bugs,
                  struct span number)
{
    for (size_t index = 0; index < bugs->count; index++) {
        if (slice_same(text_slice(text, number),
                       text_slice(text, bugs->numbers[index])))
            return true;
    }
    return false;
}

/* Adds to BUGS those that SPAN links, up to MOST, but none of WITHOUT. */
static void read_links(const struct text *text, struct span span, size_t most,
                       const struct bugs *without, struct bugs *bugs)
{
    struct slice bytes = text_slice(text, span);
    struct span rest = {0, bytes.length};
    struct span found;

    if (bytes.length > CONTEXT_LINE_MOST)
        return;
    while (bugs->count < most && bug_address_find(bytes, rest, &found)) {
        struct span number = span_move(found, span.start);

        if (!holds(text, without, number) && !holds(text, bugs, number))
            bugs->numbers[bugs->count++] = number;
        rest.start = found.end;
    }
}

/* Those that the table has in the column already, but for the cursor's row. */
static void read_related(const struct completer *completer,
                         const struct value_slot *slot, struct bugs *related)
{
    const struct reports *reports = completer->context->reports;
    const struct bugs none = {.count = 0};
    struct table table;

    if (!table_find(reports, completer->context->section, &table))
        return;
    for (size_t row = 1; row <= table.row_count; row++) {
        for (size_t cell = 0; cell < table.column_count; cell++) {
            struct span span;

            if (table.columns[cell] != slot->column)
                continue;
            span = table_cell(reports, &table, table.header + row, cell);
            if (span.end < completer->context->line.start ||
                span.start > completer->context->line.end)
                read_links(reports->text, span, RELATED_MOST, &none, related);
        }
    }
}

/* Those that the report links anywhere else. */
static void read_elsewhere(const struct completer *completer,
                           const struct bugs *related, struct bugs *bugs)
{
    const struct context *context = completer->context;
    const struct reports *reports = context->reports;
    size_t first = context->report->first_element;

    for (size_t index = 0; index < context->report->element_count; index++) {
        struct span span = reports->elements.items[first + index].span;

        if (span.end < context->line.start || span.start > context->line.end)
            read_links(reports->text, span, BUGS_MOST, related, bugs);
    }
}

/* The link to the bug NUMBER. */
static void add_bug(struct completer *completer,
                    const struct value_slot *slot, struct slice number)
{
    char *label = memory_copy(number.bytes, number.length);
    struct buffer link = {NULL, 0, 0};

    bug_link_add((struct slice){label, number.length}, &link);
    completer_add_value(completer, slot,
                        &(struct value_offer){.kind = COMPLETION_REFERENCE,
                                              .label = label,
                                              .means = slot->column->means,
                                              .text = link.bytes});
    buffer_free(&link);
    memory_free(label);
}

/* The number that is being typed, once it may be a bug's. */
static void add_typed(struct completer *completer,
                      const struct value_slot *slot)
{
    struct span number;

    if (bug_number_find(slot->typed, (struct span){0, slot->typed.length},
                        BUG_DIGITS_LEAST, &number) &&
        span_length(number) == slot->typed.length)
        add_bug(completer, slot, slot->typed);
}

/* The template's link, whose number is to be filled in. */
static void add_skeleton(struct completer *completer,
                         const struct value_slot *slot)
{
    const struct rule_offer *offer = &rule_offers[OFFER_BUG_LINK];
    const char *at = rule_columns[COLUMN_BUG].example;
    bool numbered = false;
    struct completion *item =
        completer_add_value(completer, slot,
                            &(struct value_offer){.kind = COMPLETION_VALUE,
                                                  .label = offer->label,
                                                  .means = slot->column->means,
                                                  .text = ""});

    if (!item)
        return;
    buffer_free(&item->filter);
    buffer_add_string(&item->filter, offer->typed);
    while (*at) {
        size_t digits = strspn(at, "0123456789");
        size_t other = strcspn(at, "0123456789");

        if (digits && numbered)
            snippet_add_repeat(&item->snippet);
        else if (digits)
            snippet_add_stop(&item->snippet, slice_of(offer->prompt));
        else
            snippet_add(&item->snippet, (struct slice){at, other});
        numbered |= digits > 0;
        at += digits ? digits : other;
    }
}

void value_items_add_bugs(struct completer *completer,
                          const struct value_slot *slot)
{
    struct bugs related = {.count = 0};
    struct bugs bugs = {.count = 0};

    add_typed(completer, slot);
    read_related(completer, slot, &related);
    read_elsewhere(completer, &related, &bugs);
    for (size_t index = 0; index < bugs.count; index++)
        add_bug(completer, slot,
                text_slice(completer->context->reports->text,
                           bugs.numbers[index]));
    add_skeleton(completer, slot);
}
