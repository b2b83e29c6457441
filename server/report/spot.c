/* Tells what stands at an offset of a report. */
#include "spot.h"

#include "directive.h"
#include "search.h"
#include "spot_list.h"
#include "table.h"

/* What is being looked for, and where. */
struct look {
    const struct reports *reports;
    size_t offset;
    struct span line; /* the offset's, without its end */
    struct spot *spot;
};

static const struct element *element_of(const struct look *look)
{
    return &look->reports->elements.items[look->spot->element];
}

/* The last element that begins at or before the end of the offset's line. */
static void find_element(struct look *look)
{
    const struct elements *elements = &look->reports->elements;
    size_t end = elements_from(elements, look->line.end + 1);

    look->spot->element = end ? end - 1 : 0;
    look->spot->on_element =
        end && elements->items[end - 1].span.end >= look->line.start;
}

/* Each says that the item at INDEX begins at an element, or an offset, or
 * before it. */
static bool report_is_by(const void *items, size_t index, size_t element)
{
    const struct report *report = (const struct report *)items + index;

    return report->first_element <=
           element + (report->form != HEADING_ABSENT);
}

static bool section_is_by(const void *items, size_t index, size_t element)
{
    const struct report_section *section =
        (const struct report_section *)items + index;

    return section->first_element <=
           element + (section->form != HEADING_ABSENT);
}

static bool factor_is_by(const void *items, size_t index, size_t offset)
{
    return ((const struct report_factor *)items)[index].heading.start <= offset;
}

static bool field_is_by(const void *items, size_t index, size_t element)
{
    return ((const struct report_field *)items)[index].element <= element;
}

static void find_report(struct look *look)
{
    const struct reports *reports = look->reports;
    size_t element = look->spot->element;
    size_t past = search_first(reports->items, reports->count, element,
                               report_is_by);
    const struct report *report = past ? &reports->items[past - 1] : NULL;

    if (report && element < report->first_element + report->element_count)
        look->spot->report = report;
}

static void find_section(struct look *look)
{
    const struct report *report = look->spot->report;
    size_t element = look->spot->element;
    size_t past = search_first(report->sections, report->section_count,
                               element, section_is_by);
    const struct report_section *section =
        past ? &report->sections[past - 1] : NULL;

    if (section && element < section->first_element + section->element_count)
        look->spot->section = section;
}

static void find_factor(struct look *look)
{
    const struct report_section *section = look->spot->section;
    size_t past = search_first(section->factors, section->factor_count,
                               look->line.end, factor_is_by);

    if (past)
        look->spot->factor = &section->factors[past - 1];
}

/* The last field whose label is at or above the element; NULL if none. */
static const struct report_field *field_above(const struct look *look)
{
    const struct report_section *section = look->spot->section;
    size_t past = search_first(section->fields, section->field_count,
                               look->spot->element, field_is_by);

    return past ? &section->fields[past - 1] : NULL;
}

static bool set(struct look *look, enum spot_kind kind, struct span span)
{
    look->spot->kind = kind;
    look->spot->span = span;
    return true;
}

static bool at_heading(struct look *look)
{
    const struct spot *spot = look->spot;
    size_t start = element_of(look)->span.start;

    if (spot->report->form != HEADING_ABSENT &&
        spot->report->heading.start == start)
        return set(look, SPOT_REPORT, spot->report->heading);
    if (!spot->section)
        return false;
    if (spot->section->form != HEADING_ABSENT &&
        spot->section->heading.start == start)
        return set(look, SPOT_SECTION, spot->section->heading);
    if (spot->factor && spot->factor->heading.start == start)
        return set(look, SPOT_FACTOR, spot->factor->heading);
    return false;
}

static bool at_field(struct look *look)
{
    const struct report_field *field = field_above(look);
    bool labelled;

    if (!field || look->spot->element > field->last_element)
        return false;
    labelled = field->element == look->spot->element;
    look->spot->field = field;
    if (labelled && look->offset < field->whole.end)
        return set(look, SPOT_LABEL, field->whole);
    if (report_field_empty(field))
        return set(look, SPOT_VALUE, (struct span){look->offset, look->offset});
    return set(look, SPOT_VALUE, field->value);
}

/* The number of the cell that OFFSET is in; blanks are those of a cell too. */
static size_t cell_at(struct slice row, size_t offset, const struct span *cells,
                      size_t count)
{
    size_t cell = 0;

    while (cell + 1 < count) {
        if (offset <= slice_find(row, cells[cell].end, "|"))
            break;
        cell++;
    }
    return cell;
}

static bool at_row(struct look *look)
{
    const struct reports *reports = look->reports;
    struct spot *spot = look->spot;
    struct span row = element_of(look)->span;
    struct span cells[TABLE_COLUMNS];
    struct table table;
    struct slice bytes;
    size_t offset = look->offset > row.start ? look->offset - row.start : 0;
    size_t count;

    if (!spot->section->rule || !spot->section->rule->column_count)
        return false;
    table_at(reports, spot->section, spot->element, &table);
    bytes = text_slice(reports->text, row);
    count = table_cells(bytes, cells, TABLE_COLUMNS);
    if (!count)
        return false;
    spot->cell = cell_at(bytes, offset, cells, count);
    if (spot->cell < table.column_count)
        spot->column = table.columns[spot->cell];
    return set(look, table.header == spot->element ? SPOT_HEADER : SPOT_CELL,
               span_move(cells[spot->cell], row.start));
}

/* The entry of DIRECTIVE, in the definitions of BYTES from START on. */
static bool at_entry(struct look *look, struct directive *directive,
                     struct slice bytes, size_t start)
{
    struct directive_entry entry;

    while (directive_entry_next(&directive->title, &entry)) {
        struct span whole = span_move(slice_place(bytes, entry.value), start);

        look->spot->key = span_move(slice_place(bytes, entry.key), start);
        if (span_touches(look->spot->key, look->offset))
            return set(look, SPOT_KEY, look->spot->key);
        if (look->offset > look->spot->key.end && look->offset <= whole.end + 1)
            return set(look, SPOT_KEY_VALUE, whole);
    }
    look->spot->key = (struct span){0, 0};
    return false;
}

static bool at_directive(struct look *look)
{
    struct span element = element_of(look)->span;
    struct slice bytes = text_slice(look->reports->text, element);
    struct directive directive;
    size_t at = 0;

    while (directive_next(bytes, &at, &directive)) {
        struct span name =
            span_move(slice_place(bytes, directive.name), element.start);

        if (!span_touches(span_move(directive.span, element.start),
                          look->offset))
            continue;
        look->spot->directive = name;
        return at_entry(look, &directive, bytes, element.start) ||
               set(look, SPOT_DIRECTIVE, name);
    }
    return false;
}

static bool is_list(const struct look *look)
{
    const struct rule_section *rule = look->spot->section->rule;

    return rule && rule->content == CONTENT_CERTIFICATES &&
           element_of(look)->code;
}

static void look_in_section(struct look *look)
{
    enum element_kind kind = element_of(look)->kind;
    const struct rule_section *rule = look->spot->section->rule;

    if (at_field(look))
        return;
    if (kind == ELEMENT_ROW && at_row(look))
        return;
    if (is_list(look) && spot_in_list(look->reports, element_of(look)->span,
                                      look->offset, look->spot))
        return;
    if (rule && rule->content == CONTENT_TIMELINE &&
        (kind == ELEMENT_LINE || kind == ELEMENT_ROW))
        set(look, SPOT_ENTRY, element_of(look)->span);
}

void spot_at(const struct reports *reports, size_t offset, struct spot *spot)
{
    const struct text *text = reports->text;
    struct look look = {.reports = reports, .spot = spot};

    look.offset = offset < text_length(text) ? offset : text_length(text);
    look.line = text_line_content(text, text_line_at(text, look.offset));
    *spot = (struct spot){.span = {look.offset, look.offset}};
    find_element(&look);
    if (!reports->elements.count)
        return;
    find_report(&look);
    if (spot->report)
        find_section(&look);
    if (spot->section)
        find_factor(&look);
    if (!spot->on_element)
        return;
    if (element_of(&look)->kind == ELEMENT_DEFINITION)
        at_directive(&look);
    else if (spot->report && !at_heading(&look) && spot->section)
        look_in_section(&look);
}
