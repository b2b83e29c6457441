/* Makes a list of certificates of what was pasted for one. */
#include "certificate_maker.h"

#include <string.h>

#include "certificates.h"
#include "crtsh.h"
#include "csv.h"
#include "hexadecimal.h"
#include "table.h"

/* Where the cells of a row begin among all. */
struct rows {
    size_t *items;
    size_t count;
    /* cppcheck-suppress unusedStructMember ; memory_add() grows it */
    size_t room;
};

/* What has been read: rows of cells, as they stand or on their side. */
struct grid {
    struct span *items;             /* the cells, in the words */
    size_t count, room;
    struct rows rows;
    struct buffer words;            /* without quotes */
};

/* The list while it is being made. */
struct maker {
    const struct reports *reports;
    const struct rule_section *appendix;
    struct buffer body;             /* its rows, but for the header */
    struct buffer extras;           /* names of further columns, with commas */
    size_t extra_count;
    size_t row_count;
};

static void grid_free(struct grid *grid)
{
    memory_free(grid->items);
    memory_free(grid->rows.items);
    buffer_free(&grid->words);
    *grid = (struct grid){0};
}

static void add_row(struct grid *grid)
{
    *memory_add(&grid->rows) = grid->count;
}

/* Adds WORDS, without marks of Markdown, to the last row. */
static void add_cell(struct grid *grid, struct slice words)
{
    struct span *cell = memory_add(grid);

    words = slice_trim(words, " \t*`");
    cell->start = grid->words.length;
    for (size_t at = 0; at < words.length; at++) {
        buffer_add_char(&grid->words, words.bytes[at]);
        at += words.bytes[at] == '"' && slice_at(words, at + 1) == '"';
    }
    cell->end = grid->words.length;
}

/* The cell at ROW and COLUMN; false if there is none. */
static bool has_cell(const struct grid *grid, size_t row, size_t column,
                     struct span *cell)
{
    size_t end = row + 1 < grid->rows.count ? grid->rows.items[row + 1]
                                            : grid->count;

    if (row >= grid->rows.count || grid->rows.items[row] + column >= end)
        return false;
    *cell = grid->items[grid->rows.items[row] + column];
    return true;
}

static void add_table_row(struct grid *grid, struct slice row)
{
    size_t room = row.length + 1;
    struct span *cells = memory_new(room * sizeof *cells);
    size_t count = table_cells(row, cells, room);

    add_row(grid);
    for (size_t cell = 0; cell < count; cell++)
        add_cell(grid, slice_part(row, cells[cell].start, cells[cell].end));
    memory_free(cells);
}

/* Where the next run of two blanks or more begins, or LINE ends. */
static size_t wide_gap(struct slice line, size_t at)
{
    while (at < line.length && !(line.bytes[at] == ' ' &&
                                 slice_at(line, at + 1) == ' '))
        at++;
    return at;
}

/* A line that neither tabs nor marks part, by its wide blanks. */
static void add_spaced_row(struct grid *grid, struct slice line)
{
    size_t at = 0;

    while (at < line.length) {
        size_t end = wide_gap(line, at);

        add_cell(grid, slice_part(line, at, end));
        at = slice_skip_blanks(line, end);
    }
}

static void add_line(struct grid *grid, struct slice line)
{
    char separator = csv_separator(line);
    struct csv csv;

    add_row(grid);
    if (slice_find(line, 0, (char[]){separator, '\0'}) == line.length) {
        add_spaced_row(grid, line);
        return;
    }
    csv_begin(&csv, separator);
    if (!csv_read(&csv, &line))
        csv_finish(&csv);
    for (size_t field = 0; field < csv.field_count; field++)
        add_cell(grid, csv_value(&csv, field));
    csv_free(&csv);
}

/* The first row of GRID, or its first column if it lies on its side, as a
 * record; CELLS has room for CERTIFICATE_CELLS. */
static struct certificate_record first_of(const struct grid *grid, bool aside,
                                          struct span *cells)
{
    struct certificate_record record = {buffer_slice(&grid->words), cells, 0};

    while (record.count < CERTIFICATE_CELLS &&
           has_cell(grid, aside ? record.count : 0, aside ? 0 : record.count,
                    &cells[record.count]))
        record.count++;
    return record;
}

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

/* The hash that VALUE is or links to; VALUE if it is none. */
static struct slice hash_in(struct slice value)
{
    struct crtsh link;

    if (crtsh_find(value, 0, &link) && link.hash.length)
        return link.hash;
    return value;
}

/* The columns of a row that nothing names: a hash, or the template's. */
static void guess_names(const struct certificate_record *record,
                        struct certificate_header *header)
{
    const struct rule_column *hash = &rule_columns[COLUMN_CERTIFICATE_HASH];

    certificate_header_guess(header, record);
    for (size_t cell = 0; cell < header->count; cell++) {
        struct slice value = hash_in(certificate_cell(record, cell));

        if (header->columns[cell] || hash_form(value) == HASH_NONE ||
            certificate_column(header, hash->id) < header->count)
            continue;
        header->columns[cell] = hash;
        header->named++;
    }
}

/* The value of certificate NUMBER in field FIELD of GRID. */
static struct slice value_at(const struct grid *grid, bool aside,
                             size_t number, size_t field)
{
    struct span cell = {0, 0};

    has_cell(grid, aside ? field : number, aside ? number : field, &cell);
    return slice_part(buffer_slice(&grid->words), cell.start, cell.end);
}

/* Is FIELD one that the guidelines have no column for? The top row of a table
 * on its side heads the others: "Field", "First", "Second". */
static bool is_extra(const struct certificate_header *header, bool aside,
                     size_t field)
{
    return field < header->count && !header->columns[field] &&
           (field || !aside);
}

/* The certificates from FIRST on, each a row of the list. */
static void add_rows(struct maker *maker, const struct grid *grid, bool aside,
                     const struct certificate_header *header, size_t first,
                     size_t end)
{
    const struct rule_section *appendix = maker->appendix;

    for (size_t number = first; number < end; number++) {
        for (size_t index = 0; index < appendix->column_count; index++) {
            size_t field =
                certificate_column(header, appendix->columns[index].id);
            bool hash = appendix->columns[index].type == TYPE_HASH;
            struct slice value = {"", 0};

            if (field < header->count)
                value = value_at(grid, aside, number, field);
            if (index)
                buffer_add_char(&maker->body, ',');
            add_value(&maker->body, hash ? hash_in(value) : value);
        }
        for (size_t field = 0; field < header->count; field++) {
            if (!is_extra(header, aside, field))
                continue;
            buffer_add_char(&maker->body, ',');
            add_value(&maker->body, value_at(grid, aside, number, field));
        }
        buffer_add_char(&maker->body, '\n');
        maker->row_count++;
    }
}

/* What the guidelines have no column for keeps its own name. */
static void name_extras(struct maker *maker, const struct grid *grid,
                        bool named, bool aside,
                        const struct certificate_header *header)
{
    for (size_t field = 0; field < header->count; field++) {
        if (!is_extra(header, aside, field))
            continue;
        maker->extra_count++;
        buffer_add_char(&maker->extras, ',');
        if (named)
            add_value(&maker->extras, value_at(grid, aside, 0, field));
        else
            buffer_addf(&maker->extras, "Further %zu", maker->extra_count);
    }
}

/* How many cells the longest row has. */
static size_t widest(const struct grid *grid)
{
    size_t most = 0;

    for (size_t row = 0; row < grid->rows.count; row++) {
        size_t end = row + 1 < grid->rows.count ? grid->rows.items[row + 1]
                                                : grid->count;

        if (end - grid->rows.items[row] > most)
            most = end - grid->rows.items[row];
    }
    return most;
}

/* Which cell is which field, and whether GRID lies on its side; false if it
 * holds no certificates. */
static bool read_names(const struct grid *grid, bool *aside, bool *named,
                       struct certificate_header *header)
{
    struct span cells[CERTIFICATE_CELLS];
    struct certificate_record record = first_of(grid, true, cells);

    certificate_header_read(header, &record);
    *aside = certificate_header_is(header);
    record = first_of(grid, false, cells);
    if (!*aside)
        certificate_header_read(header, &record);
    *named = certificate_header_is(header);
    if (!*named)
        guess_names(&record, header);
    return header->named > 0;
}

/* False if GRID holds no certificates, or such as have other fields than those
 * before. */
static bool add_grid(struct maker *maker, const struct grid *grid)
{
    struct certificate_header header;
    bool aside, named;
    bool extra = false;

    if (!read_names(grid, &aside, &named, &header))
        return false;
    for (size_t field = 0; field < header.count; field++)
        extra |= is_extra(&header, aside, field);
    if (maker->row_count && (extra || maker->extra_count))
        return false;
    if (!maker->row_count)
        name_extras(maker, grid, named, aside, &header);
    add_rows(maker, grid, aside, &header, named,
             aside ? widest(grid) : grid->rows.count);
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

/* The tables from AT on, as long as they belong together; after them. */
static size_t read_tables(struct maker *maker, size_t at, size_t end)
{
    while (at < end && element_at(maker, at)->kind == ELEMENT_ROW) {
        uint32_t group = element_at(maker, at)->group;
        struct grid grid = {0};
        size_t past = at;
        bool taken;

        for (; past < end && element_at(maker, past)->group == group; past++)
            add_table_row(&grid, bytes_at(maker, past));
        taken = add_grid(maker, &grid);
        grid_free(&grid);
        if (!taken)
            break;
        at = past;
    }
    return at;
}

/* Does LINE hold a certificate, whatever stands in the lines around it? */
static bool holds_certificate(struct slice line)
{
    struct grid grid = {0};
    struct certificate_header header;
    bool aside, named, holds;

    add_line(&grid, line);
    holds = read_names(&grid, &aside, &named, &header);
    grid_free(&grid);
    return holds;
}

/* Lines that hold a certificate each, or that follow names of fields. */
static size_t read_lines(struct maker *maker, size_t at, size_t end)
{
    uint32_t group = element_at(maker, at)->group;
    struct grid grid = {0};
    size_t past = at;

    while (past < end && element_at(maker, past)->kind == ELEMENT_LINE &&
           (holds_certificate(bytes_at(maker, past)) ||
            (past > at && element_at(maker, past)->group == group)))
        add_line(&grid, bytes_at(maker, past++));
    if (past > at && !add_grid(maker, &grid))
        past = at;
    grid_free(&grid);
    return past;
}

/* The lines of code, but its fences. */
static size_t read_code(struct maker *maker, size_t at)
{
    struct slice code = bytes_at(maker, at);
    struct grid grid = {0};
    bool taken;

    for (size_t start = 0; start < code.length;) {
        size_t stop = slice_line_end(code, start);
        struct slice line = slice_trim(slice_part(code, start, stop), " \t");

        if (line.length && !byte_is_in(*line.bytes, "`~"))
            add_line(&grid, line);
        start = stop + 1;
    }
    taken = grid.rows.count && add_grid(maker, &grid);
    grid_free(&grid);
    return at + taken;
}

/* After what begins at AT and becomes rows of the list; AT if nothing does. */
static size_t read_pasted(struct maker *maker, size_t at, size_t end)
{
    const struct element *element = element_at(maker, at);

    if (element->kind == ELEMENT_ROW)
        return read_tables(maker, at, end);
    if (element->kind == ELEMENT_LINE)
        return read_lines(maker, at, end);
    return element->code ? read_code(maker, at) : at;
}

/* The list of what stands in the elements FIRST..END-1; the whole lines. */
static void write_list(const struct maker *maker, size_t first, size_t end,
                       struct made_list *list)
{
    const struct text *text = maker->reports->text;
    size_t start = element_at(maker, first)->span.start;
    size_t last = element_at(maker, end - 1)->span.end;

    list->span = (struct span){
        text_line(text, text_line_at(text, start)).start,
        text_line_content(text, text_line_at(text, last)).end};
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

/* Makes a list of what begins at *AT, which it goes past; false if that is
 * none, or one already. */
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
    const struct text *text = reports->text;
    size_t line_end = text_line_content(text, text_line_at(text, offset)).end;
    const struct report_section *in = NULL;

    for (size_t index = 0; index < reports->count; index++) {
        const struct report *report = &reports->items[index];

        for (size_t at = 0; at < report->section_count; at++) {
            if (report->sections[at].heading.start <= line_end)
                in = &report->sections[at];
        }
    }
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
