/* Finds what to select around a place. */
#include "selection.h"

#include "spot.h"

/* A word is looked for this many bytes to each side. */
#define WORD_MOST 128

/* Adds SPAN after those that are shorter. */
static void add(struct selection *selection, struct span span)
{
    size_t at = selection->count++;

    while (at > 0 &&
           span_length(selection->spans[at - 1]) > span_length(span)) {
        selection->spans[at] = selection->spans[at - 1];
        at--;
    }
    selection->spans[at] = span;
}

/* Keeps the spans that hold OFFSET and all the spans before them. */
static void nest(struct selection *selection, size_t offset)
{
    struct span last = {offset, offset};
    size_t kept = 0;

    for (size_t index = 0; index < selection->count; index++) {
        struct span span = selection->spans[index];

        if (span.start > last.start || span.end < last.end ||
            span_length(span) == span_length(last))
            continue;
        selection->spans[kept++] = last = span;
    }
    if (!kept)
        selection->spans[kept++] = last;
    selection->count = kept;
}

static struct span word_at(const struct text *text, size_t offset)
{
    struct span line = text_line_near(text, offset, WORD_MOST);
    struct slice bytes = text_slice(text, line);
    size_t at = (offset < line.end ? offset : line.end) - line.start;
    struct span word = {at, at};

    while (word.start > 0 && byte_is_word(bytes.bytes[word.start - 1]))
        word.start--;
    while (word.end < bytes.length && byte_is_word(bytes.bytes[word.end]))
        word.end++;
    return span_move(word, line.start);
}

/* From the beginning of START's line to the end of END. */
static struct span from_line(const struct text *text, size_t start, size_t end)
{
    return (struct span){text_line_start(text, start), end};
}

static void add_field(struct selection *selection, const struct text *text,
                      const struct report_field *field)
{
    size_t end = field->value.end > field->whole.end ? field->value.end
                                                     : field->whole.end;

    add(selection, field->answer);
    add(selection, from_line(text, field->whole.start, end));
}

static void add_factor(struct selection *selection, const struct text *text,
                       const struct spot *spot)
{
    add(selection, from_line(text, spot->factor->heading.start,
                             report_factor_end(spot->section, spot->factor)));
}

void selection_at(const struct reports *reports, size_t offset,
                  struct selection *selection)
{
    const struct text *text = reports->text;
    struct span line = text_line_content(text, text_line_at(text, offset));
    struct spot spot;

    *selection = (struct selection){.count = 0};
    spot_at(reports, offset, &spot);
    add(selection, word_at(text, offset));
    add(selection, spot.span);
    if (spot.on_element)
        add(selection, reports->elements.items[spot.element].span);
    add(selection, line);
    if (spot.field)
        add_field(selection, text, spot.field);
    if (spot.factor)
        add_factor(selection, text, &spot);
    if (spot.section)
        add(selection, from_line(text, spot.section->heading.start,
                                 report_section_end(reports, spot.section)));
    if (spot.report)
        add(selection, from_line(text, spot.report->heading.start,
                                 report_end(reports, spot.report)));
    add(selection, (struct span){0, text_length(text)});
    nest(selection, offset);
}
