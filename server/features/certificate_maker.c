/* Makes a list of certificates from whatever was pasted. */
#include "certificate_maker.h"

#include <string.h>

#include "certificate_pairs.h"
#include "certificate_sheet.h"

/* A cell of more lines than that isn't one. */
#define RECORD_LINES 1000

/* The list while it is being made. */
struct maker {
    const struct reports *reports;
    const struct rule_section *appendix;
    struct buffer body;             /* its rows, but for the header */
    struct buffer extras;           /* names of further columns, with commas */
    size_t extra_count;
    size_t row_count;
};

static void add_value(struct buffer *list, struct slice value)
{
    bool quoted = slice_find(value, 0, ",\"") < value.length;

    if (quoted)
        buffer_add_char(list, '"');
    for (size_t at = 0; at < value.length; at++) {
        if (value.bytes[at] == '"')
            buffer_add_char(list, '"');
        buffer_add_char(list, value.bytes[at]);
    }
    if (quoted)
        buffer_add_char(list, '"');
}

static void add_row(struct maker *maker, const struct sheet *sheet,
                    size_t number)
{
    for (size_t index = 0; index < maker->appendix->column_count; index++) {
        const struct rule_column *column = &maker->appendix->columns[index];
        if (index)
            buffer_add_char(&maker->body, ',');
        add_value(&maker->body, sheet_value(sheet, number, column));
    }
    for (size_t field = 0; field < sheet->header.count; field++) {
        if (!sheet_has_extra(sheet, field))
            continue;
        buffer_add_char(&maker->body, ',');
        add_value(&maker->body,
                  grid_value(sheet->grid, sheet->aside, number, field));
    }
    if (sheet->links) {
        buffer_add_char(&maker->body, ',');
        add_value(&maker->body, sheet_link(sheet, number));
    }
    buffer_add_char(&maker->body, '\n');
    maker->row_count++;
}

/* What the guidelines have no column for keeps its own name. */
static void name_extras(struct maker *maker, const struct sheet *sheet)
{
    for (size_t field = 0; field < sheet->header.count; field++) {
        struct slice name = {"", 0};

        if (!sheet_has_extra(sheet, field))
            continue;
        maker->extra_count++;
        buffer_add_char(&maker->extras, ',');
        if (sheet->named)
            name = grid_value(sheet->grid, sheet->aside, 0, field);
        if (name.length)
            add_value(&maker->extras, name);
        else
            buffer_addf(&maker->extras, "Further %zu", maker->extra_count);
    }
    if (sheet->links) {
        maker->extra_count++;
        buffer_add_string(&maker->extras, ",Link");
    }
}

/* False if GRID holds no certificates, or ones with other fields than those
 * before. */
static bool add_grid(struct maker *maker, const struct grid *grid)
{
    struct sheet sheet;
    bool extra;

    if (!sheet_read(&sheet, grid))
        return false;
    extra = sheet.links;
    for (size_t field = 0; field < sheet.header.count; field++)
        extra |= sheet_has_extra(&sheet, field);
    if (maker->row_count && (extra || maker->extra_count))
        return false;
    if (!maker->row_count)
        name_extras(maker, &sheet);
    for (size_t number = sheet.named; number < sheet_end(&sheet); number++)
        add_row(maker, &sheet, number);
    return true;
}

static const struct element *element_at(const struct maker *maker, size_t index)
{
    return &maker->reports->elements.items[index];
}

static struct slice bytes_at(const struct maker *maker, size_t index)
{
    return text_slice(maker->reports->text, element_at(maker, index)->span);
}

/* Reads the tables from AT on, as long as they belong together; returns the
 * element after them. */
static size_t read_tables(struct maker *maker, size_t at, size_t end)
{
    while (at < end && element_at(maker, at)->kind == ELEMENT_ROW) {
        uint32_t group = element_at(maker, at)->group;
        struct grid grid = {0};
        size_t past = at;
        bool taken;

        for (; past < end && element_at(maker, past)->group == group; past++)
            grid_add_table_row(&grid, bytes_at(maker, past));
        taken = add_grid(maker, &grid);
        grid_free(&grid);
        if (!taken)
            break;
        at = past;
    }
    return at;
}

static bool is_line(const struct maker *maker, size_t at, size_t end)
{
    return at < end && element_at(maker, at)->kind == ELEMENT_LINE;
}

static bool goes_on(const struct maker *maker, size_t at, size_t end,
                    uint32_t group)
{
    return is_line(maker, at, end) && element_at(maker, at)->group == group;
}

/* The RECORD that begins in the line AT, which may go on in lines below it;
 * after them. */
static size_t read_record(const struct maker *maker, size_t at, size_t end,
                          struct slice *record)
{
    uint32_t group = element_at(maker, at)->group;
    struct span span = element_at(maker, at)->span;
    size_t past = at + 1;

    *record = bytes_at(maker, at);
    while (past - at < RECORD_LINES && grid_is_cut(*record) &&
           goes_on(maker, past, end, group)) {
        span.end = element_at(maker, past++)->span.end;
        *record = text_slice(maker->reports->text, span);
    }
    if (!grid_is_cut(*record))
        return past;
    *record = bytes_at(maker, at);
    return at + 1;
}

/* Does the line AT hold a certificate, or names of fields above one? */
static bool begins_list(const struct maker *maker, size_t at, size_t end)
{
    uint32_t group = element_at(maker, at)->group;
    struct grid grid = {0};
    struct sheet sheet;
    struct slice record;
    bool begins;

    at = read_record(maker, at, end, &record);
    grid_add_record(&grid, record);
    if (goes_on(maker, at, end, group)) {
        read_record(maker, at, end, &record);
        grid_add_record(&grid, record);
    }
    begins = sheet_read(&sheet, &grid);
    grid_free(&grid);
    return begins;
}

/* Reads lines that hold a certificate each, or that follow names of fields;
 * returns the element after them. */
static size_t read_lines(struct maker *maker, size_t at, size_t end)
{
    uint32_t group = element_at(maker, at)->group;
    struct grid grid = {0};
    size_t past = at;

    while ((past > at && goes_on(maker, past, end, group)) ||
           (is_line(maker, past, end) && begins_list(maker, past, end))) {
        struct slice record;

        past = read_record(maker, past, end, &record);
        grid_add_record(&grid, record);
    }
    if (past > at && !add_grid(maker, &grid))
        past = at;
    grid_free(&grid);
    return past;
}

/* Reads lines that each name what they say of a certificate; returns the
 * element after them. */
static size_t read_pairs(struct maker *maker, size_t at, size_t end)
{
    struct grid grid = {0};
    size_t past = certificate_pairs_read(maker->reports, at, end, &grid);

    if (past > at && !add_grid(maker, &grid))
        past = at;
    grid_free(&grid);
    return past;
}

/* The end of the record that begins at START in CODE. */
static size_t code_record_end(struct slice code, size_t start)
{
    size_t first = slice_line_end(code, start);
    size_t stop = first;

    for (size_t lines = 0; lines < RECORD_LINES; lines++) {
        if (!grid_is_cut(slice_part(code, start, stop)))
            return stop;
        if (stop == code.length)
            break;
        stop = slice_line_end(code, stop + 1);
    }
    return first;
}

/* Reads the lines of code without its fences; returns the element after it. */
static size_t read_code(struct maker *maker, size_t at)
{
    struct slice code = bytes_at(maker, at);
    struct grid grid = {0};
    bool taken;

    for (size_t start = 0; start < code.length;) {
        size_t stop = code_record_end(code, start);
        struct slice record =
            slice_trim(slice_part(code, start, stop), " \t\r");

        if (record.length && !byte_is_in(*record.bytes, "`~"))
            grid_add_record(&grid, record);
        start = stop + 1;
    }
    taken = grid.rows.count && add_grid(maker, &grid);
    grid_free(&grid);
    return at + taken;
}

/* Reads what begins at AT into rows of the list; returns the element after it,
 * or AT if there is nothing of the kind. */
static size_t read_pasted(struct maker *maker, size_t at, size_t end)
{
    const struct element *element = element_at(maker, at);

    if (element->kind == ELEMENT_ROW)
        return read_tables(maker, at, end);
    if (element->kind == ELEMENT_LINE) {
        size_t past = read_pairs(maker, at, end);

        return past > at ? past : read_lines(maker, at, end);
    }
    return element->code ? read_code(maker, at) : at;
}

/* Writes the list of what stands in the elements FIRST..END-1, to replace their
 * whole lines. */
static void write_list(const struct maker *maker, size_t first, size_t end,
                       struct made_list *list)
{
    const struct text *text = maker->reports->text;
    size_t start = element_at(maker, first)->span.start;
    size_t last = element_at(maker, end - 1)->span.end;

    list->span =
        (struct span){text_line_start(text, start), text_line_end(text, last)};
    list->text = (struct buffer){NULL, 0, 0};
    buffer_add_string(&list->text, "```csv\n");
    for (size_t index = 0; index < maker->appendix->column_count; index++) {
        if (index)
            buffer_add_char(&list->text, ',');
        buffer_add_string(&list->text, maker->appendix->columns[index].label);
    }
    buffer_add_slice(&list->text, buffer_slice(&maker->extras));
    buffer_add_char(&list->text, '\n');
    buffer_add_slice(&list->text, buffer_slice(&maker->body));
    buffer_add_string(&list->text, "```");
}

/* Makes a list from what begins at *AT, and moves *AT past it; false if there
 * is nothing of the kind, or if it is such a list already. */
static bool make_list(const struct reports *reports, size_t *at, size_t end,
                      struct made_list *list)
{
    struct maker maker = {.reports = reports,
                          .appendix = &rule_sections[SECTION_APPENDIX]};
    size_t past = read_pasted(&maker, *at, end);
    bool made = past > *at;

    if (made) {
        write_list(&maker, *at, past, list);
        made = !slice_same(text_slice(reports->text, list->span),
                           buffer_slice(&list->text));
        if (!made)
            buffer_free(&list->text);
    }
    *at = past > *at ? past : *at + 1;
    buffer_free(&maker.body);
    buffer_free(&maker.extras);
    return made;
}

/* The Appendix that the line of OFFSET is in; NULL if it is in none. */
static const struct report_section *appendix_at(const struct reports *reports,
                                                size_t offset)
{
    const struct report_section *in = report_section_at(reports, offset);

    return in && in->rule && in->rule->id == SECTION_APPENDIX ? in : NULL;
}

bool certificate_maker_read(struct made_list *list,
                            const struct reports *reports, size_t offset)
{
    const struct report_section *section = appendix_at(reports, offset);
    size_t at = section ? section->first_element : 0;
    size_t end = section ? at + section->element_count : 0;
    bool made = false;

    *list = (struct made_list){0};
    while (at < end) {
        struct made_list other;

        if (!make_list(reports, &at, end, &other))
            continue;
        if (made && other.span.start > offset) {
            buffer_free(&other.text);
            break;
        }
        buffer_free(&list->text);
        *list = other;
        made = true;
    }
    return made;
}
