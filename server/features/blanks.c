/* Finds the places in a text that still have to be filled in. */
#include "blanks.h"

#include "memory.h"
#include "placeholder.h"
#include "spot.h"
#include "table.h"

struct finder {
    struct blanks *blanks;
    const struct reports *reports;
};

/* Findings come in the order of the text, and more than one may be about the
 * same place. */
static void add(const struct finder *finder, struct span span)
{
    struct blanks *blanks = finder->blanks;

    if (!blanks->count ||
        (blanks->items[blanks->count - 1].end < span.start &&
         blanks->count < BLANKS_MOST))
        *memory_add(blanks) = span;
}

static void add_place(const struct finder *finder, size_t offset)
{
    add(finder, (struct span){offset, offset});
}

static bool is_blank(const struct finder *finder, size_t element,
                     struct span cell)
{
    const struct check check = {.reports = finder->reports};

    return cell.start == cell.end ||
           placeholder_is_part(&check, element, cell);
}

/* Where words would begin in CELL, which is empty. */
static struct span place_in(const struct finder *finder, struct span cell)
{
    struct slice bytes = text_bytes(finder->reports->text);
    size_t at = cell.start;

    while (at && bytes.bytes[at - 1] == ' ')
        at--;
    at += at < cell.start;
    return (struct span){at, at};
}

/* The cells of the row that SPOT is in, if the template has their columns. */
static void add_row(const struct finder *finder, const struct spot *spot)
{
    size_t count = finder->reports->elements.items[spot->element].cell_count;
    struct table table;

    table_at(finder->reports, spot->section, spot->element, &table);
    for (size_t index = 0; index < table.column_count && index < count;
         index++) {
        struct span cell =
            table_cell(finder->reports, &table, spot->element, index);

        if (table.columns[index] && is_blank(finder, spot->element, cell))
            add(finder, cell.start < cell.end ? cell
                                              : place_in(finder, cell));
    }
}

/* Filler ends with its line or cell where a colon says that all the rest of
 * that is filler, too: "TODO: what happened?". */
static struct span with_rest(const struct text *text, struct span span)
{
    size_t end = text_line_end(text, span.start);
    struct slice rest = text_slice(text, (struct span){span.end, end});

    if (slice_begins(rest, ":")) {
        rest = slice_part(rest, 0, slice_find(rest, 0, "|"));
        span.end += slice_trim_end(rest, " ").length;
    }
    return span;
}

/* A day and a time are told as one. */
static bool goes_on(const struct finder *finder, struct span span)
{
    const struct blanks *blanks = finder->blanks;

    return blanks->count &&
           blanks->items[blanks->count - 1].end + 1 == span.start &&
           slice_is(text_slice(finder->reports->text, span),
                    rule_offers[OFFER_ENTRY_BETWEEN].prompt);
}

static void add_filler(const struct finder *finder, struct span span)
{
    if (goes_on(finder, span))
        finder->blanks->items[finder->blanks->count - 1].end = span.end;
    else
        add(finder, with_rest(finder->reports->text, span));
}

/* All filler between FROM and TO, which are in one line. */
static void add_fillers(const struct finder *finder, size_t from, size_t to)
{
    const struct text *text = finder->reports->text;
    struct span found;

    while (from < to &&
           placeholder_inside(text_slice(text, (struct span){from, to}),
                              &found)) {
        found = span_move(found, from);
        add_filler(finder, found);
        from = found.end;
    }
}

/* The filler in SPAN, and what else of it is on its line, after the label of
 * FIELD or NULL. */
static void add_line(const struct finder *finder, struct span span,
                     const struct report_field *field)
{
    const struct text *text = finder->reports->text;
    struct span line = text_line_content(text, text_line_at(text, span.start));
    bool labelled = field && field->whole.end > line.start &&
                    field->whole.end <= span.start;

    add_fillers(finder, labelled ? field->whole.end : line.start, span.start);
    add_filler(finder, span);
    add_fillers(finder, span.end, line.end);
}

/* After the label of a field without a value, and one blank. */
static void add_value(const struct finder *finder,
                      const struct report_field *field)
{
    struct slice bytes = text_bytes(finder->reports->text);
    size_t offset = field->whole.end;

    add_place(finder, offset + (slice_at(bytes, offset) == ' '));
}

/* The blank line below the heading at OFFSET, parted from it if it can be. */
static void add_section(const struct finder *finder, size_t offset)
{
    const struct text *text = finder->reports->text;
    size_t line = text_line_at(text, offset);

    for (size_t below = 2; below > 0; below--) {
        if (line + below < text_line_count(text) &&
            slice_is_blank(text_line_bytes(text, line + below))) {
            add_place(finder, text_line(text, line + below).start);
            return;
        }
    }
}

static void add_finding(const struct finder *finder,
                        const struct finding *finding)
{
    struct spot spot;

    switch (finding_rule_id(finding)) {
    case RULE_EMPTY_SECTION:
        add_section(finder, finding->span.start);
        break;
    case RULE_EMPTY_FIELD:
        spot_at(finder->reports, finding->span.start, &spot);
        if (spot.field)
            add_value(finder, spot.field);
        break;
    case RULE_EMPTY_CELL:
    case RULE_PLACEHOLDER:
        spot_at(finder->reports, finding->span.start, &spot);
        if (spot.column)
            add_row(finder, &spot);
        else if (finding->which == CASE_PLACEHOLDER)
            add_line(finder, finding->span, spot.field);
        break;
    default:
        break;
    }
}

void blanks_read(struct blanks *blanks, const struct reports *reports,
                 const struct findings *findings)
{
    const struct finder finder = {blanks, reports};

    *blanks = (struct blanks){NULL, 0, 0};
    for (size_t index = 0; index < findings->count; index++)
        add_finding(&finder, &findings->items[index]);
}

static bool is_of_blank(const struct finding *finding)
{
    enum rule_id rule = finding_rule_id(finding);

    return rule == RULE_PLACEHOLDER || rule == RULE_EMPTY_FIELD ||
           rule == RULE_EMPTY_CELL || rule == RULE_EMPTY_SECTION;
}

size_t blanks_find(const struct blanks *blanks, const struct finding *finding)
{
    for (size_t index = 0; index < blanks->count && is_of_blank(finding);
         index++) {
        if (blanks->items[index].end >= finding->span.start)
            return index;
    }
    return blanks->count;
}

void blanks_free(struct blanks *blanks)
{
    memory_free(blanks->items);
    *blanks = (struct blanks){NULL, 0, 0};
}
