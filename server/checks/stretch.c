/* Divides a text into the stretches that are checked one by one. */
#include "stretch.h"

#include "memory.h"

/* Begins a stretch with element FIRST; it ends where the next one begins. */
static void begin(struct stretches *stretches, const struct reports *reports,
                  struct stretch stretch)
{
    const struct text *text = reports->text;
    size_t start = reports->elements.items[stretch.first].span.start;

    if (stretches->count) {
        struct stretch *last = &stretches->items[stretches->count - 1];

        stretch.span.start = text_line(text, text_line_at(text, start)).start;
        last->end = stretch.first;
        last->span.end = stretch.span.start;
    }
    stretches->items = memory_grow(stretches->items, &stretches->room,
                                   stretches->count + 1, sizeof stretch);
    stretches->items[stretches->count++] = stretch;
}

static void add_report(struct stretches *stretches,
                       const struct reports *reports, size_t index)
{
    const struct report *report = &reports->items[index];
    size_t heading = report->first_element - (report->form != HEADING_ABSENT);

    if (!report->section_count ||
        report->sections[0].first_element - 1 > heading)
        begin(stretches, reports,
              (struct stretch){.report = index, .first = heading});
    for (size_t at = 0; at < report->section_count; at++)
        begin(stretches, reports,
              (struct stretch){
                  .report = index,
                  .section = &report->sections[at],
                  .first = report->sections[at].first_element - 1});
}

void stretches_read(struct stretches *stretches, struct reports *reports)
{
    const struct report *first = reports->items;

    *stretches = (struct stretches){NULL, 0, 0};
    if (!reports->count)
        return;
    if (first->first_element > (first->form != HEADING_ABSENT))
        begin(stretches, reports, (struct stretch){.report = STRETCH_ABOVE});
    for (size_t index = 0; index < reports->count; index++)
        add_report(stretches, reports, index);
    stretches->items[stretches->count - 1].end = reports->elements.count;
    stretches->items[stretches->count - 1].span.end =
        text_length(reports->text);
}

void stretches_free(struct stretches *stretches)
{
    memory_free(stretches->items);
    *stretches = (struct stretches){NULL, 0, 0};
}
