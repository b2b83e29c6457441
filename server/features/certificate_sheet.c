/* Tells which field of pasted certificates is which. */
#include "certificate_sheet.h"

#include "crtsh.h"
#include "hexadecimal.h"

/* Certificate NUMBER of GRID; CELLS has room for CERTIFICATE_CELLS. */
static struct certificate_record record_of(const struct grid *grid, bool aside,
                                           size_t number, struct span *cells)
{
    struct certificate_record record = {buffer_slice(&grid->words), cells, 0};

    while (record.count < CERTIFICATE_CELLS &&
           grid_cell(grid, aside, number, record.count, &cells[record.count]))
        record.count++;
    return record;
}

/* The link to a certificate in VALUE that tells no hash; or an empty one. */
static struct slice link_in(struct slice value)
{
    struct crtsh link;

    if (!crtsh_entry(value, &link) || link.hash.length)
        return slice_of("");
    return slice_part(value, link.span.start, link.span.end);
}

/* The hash that VALUE is or links to; VALUE itself if there is none. */
static struct slice hash_in(struct slice value)
{
    size_t start = slice_skip(value, 0, "[(<");
    size_t end = slice_skip(value, start, "0123456789ABCDEFabcdef:");
    struct slice hash = slice_part(value, start, end);
    struct crtsh link;

    if (crtsh_find(value, 0, &link) && link.hash.length)
        return link.hash;
    if (hash_form(hash) != HASH_NONE)
        return hash;
    return link_in(value).length ? slice_of("") : value;
}

/* Does VALUE tell which certificate it is? */
static bool tells_certificate(struct slice value)
{
    return hash_form(hash_in(value)) != HASH_NONE || link_in(value).length;
}

static bool is_certificate(const struct certificate_record *record)
{
    for (size_t cell = 0; cell < record->count; cell++) {
        if (tells_certificate(certificate_cell(record, cell)))
            return true;
    }
    return false;
}

/* The columns of a row that nothing names: a hash, or the template's. */
static void guess_names(const struct certificate_record *record,
                        struct certificate_header *header)
{
    const struct rule_column *hash = &rule_columns[COLUMN_CERTIFICATE_HASH];

    certificate_header_guess(header, record);
    for (size_t cell = 0; cell < header->count; cell++) {
        if (header->columns[cell] ||
            !tells_certificate(certificate_cell(record, cell)) ||
            certificate_column(header, hash->id) < header->count)
            continue;
        header->columns[cell] = hash;
        header->named++;
    }
}

/* Are the fields named by HEADER, fewer than make a header anywhere, above a
 * certificate? */
static bool heads_certificate(const struct sheet *sheet,
                              const struct certificate_record *first,
                              const struct certificate_header *header)
{
    struct span cells[CERTIFICATE_CELLS];
    struct certificate_record second =
        record_of(sheet->grid, sheet->aside, 1, cells);

    return header->named && (header->named > 1 || header->count == 1) &&
           !is_certificate(first) &&
           (is_certificate(&second) ||
            (second.count &&
             certificate_column(header, COLUMN_SERIAL) < header->count));
}

/* Takes the first record that lies ASIDE, or does not, as names if they are
 * enough; WEAKLY: if they are few, too. HEADER is what they were read as. */
static bool take_header(struct sheet *sheet, bool aside, bool weakly,
                        const struct certificate_header *header)
{
    struct span cells[CERTIFICATE_CELLS];
    struct certificate_record first = record_of(sheet->grid, aside, 0, cells);

    sheet->aside = aside;
    sheet->header = *header;
    return certificate_header_is(header) ||
           (weakly && heads_certificate(sheet, &first, header));
}

/* Which way the names lie, if there are any. */
static void find_header(struct sheet *sheet)
{
    struct certificate_header headers[2];

    for (int aside = 0; aside < 2; aside++) {
        struct span cells[CERTIFICATE_CELLS];
        struct certificate_record first =
            record_of(sheet->grid, aside, 0, cells);

        certificate_header_read(&headers[aside], &first);
    }
    sheet->named = take_header(sheet, true, false, &headers[true]) ||
                   take_header(sheet, false, false, &headers[false]) ||
                   take_header(sheet, true, true, &headers[true]) ||
                   take_header(sheet, false, true, &headers[false]);
}

/* Rows may be longer than the first; what is in them is not to be lost. */
static void widen(struct sheet *sheet)
{
    size_t count = grid_widest(sheet->grid);

    if (count > CERTIFICATE_CELLS)
        count = CERTIFICATE_CELLS;
    if (!sheet->aside && sheet->header.count < count)
        sheet->header.count = count;
}

size_t sheet_end(const struct sheet *sheet)
{
    return sheet->aside ? grid_widest(sheet->grid) : sheet->grid->rows.count;
}

/* The field of certificate NUMBER that is COLUMN, as it stands. */
static struct slice written(const struct sheet *sheet, size_t number,
                            const struct rule_column *column)
{
    size_t field = certificate_column(&sheet->header, column->id);

    return field < sheet->header.count
               ? grid_value(sheet->grid, sheet->aside, number, field)
               : slice_of("");
}

struct slice sheet_value(const struct sheet *sheet, size_t number,
                         const struct rule_column *column)
{
    struct slice value = written(sheet, number, column);

    return column->type == TYPE_HASH ? hash_in(value) : value;
}

struct slice sheet_link(const struct sheet *sheet, size_t number)
{
    return link_in(written(sheet, number,
                           &rule_columns[COLUMN_CERTIFICATE_HASH]));
}

bool sheet_read(struct sheet *sheet, const struct grid *grid)
{
    struct span cells[CERTIFICATE_CELLS];
    struct certificate_record first;

    *sheet = (struct sheet){.grid = grid};
    find_header(sheet);
    if (!sheet->named) {
        first = record_of(grid, false, 0, cells);
        guess_names(&first, &sheet->header);
    }
    widen(sheet);
    for (size_t number = sheet->named; number < sheet_end(sheet); number++)
        sheet->links |= sheet_link(sheet, number).length > 0;
    return sheet->header.named > 0;
}

bool sheet_has_extra(const struct sheet *sheet, size_t field)
{
    return field < sheet->header.count && !sheet->header.columns[field] &&
           (field || !sheet->aside);
}
