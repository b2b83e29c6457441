/* Finds the references to factors in sentences. */
#include "reference.h"

#include <string.h>

#include "action.h"
#include "separator.h"

/* No factor's number has more digits. */
#define DIGITS_MOST 3
/* The longest list of numbers that is read. */
#define MENTION_MOST 256

/* One report while its sentences are being read. */
struct reader {
    const struct reports *reports;
    const struct report_section *causes;
    struct actions actions;
    size_t action;              /* the first from the line on */
    struct references *references;
};

/* Where the number at AT ends; 0 if none stands there. */
static size_t bare_end(struct slice text, size_t at)
{
    size_t end = slice_skip_digits(text, at);

    if (end == at || end - at > DIGITS_MOST ||
        byte_is_letter(slice_at(text, end)))
        return 0;
    return end;
}

/* Where the number after a '#' ends, with blanks and marks before both. */
static size_t marked_end(struct slice text, size_t at)
{
    at = slice_skip(text, at, " \t*_\\");
    if (slice_at(text, at) != '#')
        return 0;
    return bare_end(text, slice_skip(text, at + 1, " \t"));
}

/* Where the other end of a range ends; 0 if none follows at AT. */
static size_t range_end(struct slice text, size_t at)
{
    size_t length = separator_range(text, at);
    size_t next = slice_skip(text, at + length, " \t");
    size_t end = length ? marked_end(text, next) : 0;

    return length && !end ? bare_end(text, next) : end;
}

/* Where the next number of a list ends; 0 if none follows at AT. */
static size_t listed_end(struct slice text, size_t at)
{
    size_t separated = 0;
    size_t length;

    at = slice_skip(text, at, " \t");
    while ((length = separator_at(text, at)) > 0)
        separated = at = slice_skip(text, at + length, " \t");
    return separated ? marked_end(text, at) : 0;
}

static bool begins_word(struct slice text, size_t at)
{
    return byte_is_letter(text.bytes[at]) &&
           !(at && byte_is_alphanumeric(text.bytes[at - 1]));
}

/* Where what begins at AT ends, as "root causes #1-3 and #5"; 0 if no factors
 * are named there. */
static size_t mention_end(struct slice text, size_t at)
{
    size_t noun = separator_phrase(PHRASES_FACTOR_MENTION, text, at);
    size_t next = noun ? marked_end(text, at + noun) : 0;
    size_t end = 0;

    while (next && next - at <= MENTION_MOST) {
        end = next;
        next = range_end(text, end);
        if (!next)
            next = listed_end(text, end);
    }
    return end;
}

/* What the line at ELEMENT has for the causes of an action item, which is for
 * references_read(); empty if it has none. */
static struct span cell_of(struct reader *reader, size_t element)
{
    const struct actions *actions = &reader->actions;

    while (reader->action < actions->count &&
           actions->items[reader->action].element < element)
        reader->action++;
    if (reader->action == actions->count ||
        actions->items[reader->action].element != element)
        return (struct span){0, 0};
    return actions->items[reader->action].cells[COLUMN_ROOT_CAUSES];
}

/* Reads TEXT, which begins at BASE, but for what is in CELL. */
static void read_text(struct reader *reader, struct slice text, size_t base,
                      struct span cell)
{
    size_t at = 0;

    while (at < text.length) {
        size_t end = begins_word(text, at) ? mention_end(text, at) : 0;
        struct span span = {base + at, base + end};

        if (end && (span.start < cell.start || span.start >= cell.end))
            references_read(reader->reports, reader->causes, span,
                            reader->references);
        at = end ? end : at + 1;
    }
}

static void read_line(struct reader *reader, size_t element)
{
    struct span line = reader->reports->elements.items[element].span;
    struct span cell = cell_of(reader, element);
    struct slice text = text_slice(reader->reports->text, line);

    if (text.length && memchr(text.bytes, '#', text.length))
        read_text(reader, text, line.start, cell);
}

static bool heads_factor(const struct reader *reader, struct span line)
{
    for (size_t index = 0; index < reader->causes->factor_count; index++) {
        struct span heading = reader->causes->factors[index].heading;

        if (heading.start < line.end && line.start < heading.end)
            return true;
    }
    return false;
}

static void read_section(struct reader *reader,
                         const struct report_section *section)
{
    size_t end = section->first_element + section->element_count;

    for (size_t index = section->first_element; index < end; index++) {
        const struct element *element =
            &reader->reports->elements.items[index];

        if ((element->kind == ELEMENT_LINE || element->kind == ELEMENT_ROW) &&
            !heads_factor(reader, element->span))
            read_line(reader, index);
    }
}

void references_read_prose(const struct reports *reports,
                           const struct report *report,
                           const struct report_section *causes,
                           struct references *references)
{
    struct reader reader = {.reports = reports,
                            .causes = causes, .references = references};

    actions_read(reports, report, &reader.actions);
    for (size_t index = 0; index < report->section_count; index++) {
        const struct report_section *section = &report->sections[index];

        if (!section->rule ||
            section->rule->id != SECTION_RELATED_INCIDENTS)
            read_section(&reader, section);
    }
    actions_free(&reader.actions);
}
