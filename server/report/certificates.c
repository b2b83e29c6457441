/* Tells which field of a certificate list is which. */
#include "certificates.h"

#include <string.h>

#include "hexadecimal.h"
#include "label.h"

/* Lists have some of their columns in common with other tables. */
#define COLUMNS_OF_A_LIST 3

static const struct rule_section *appendix(void)
{
    return &rule_sections[SECTION_APPENDIX];
}

struct slice certificate_cell(const struct certificate_record *record,
                              size_t cell)
{
    struct span span;

    if (cell >= record->count || cell >= CERTIFICATE_CELLS)
        return (struct slice){"", 0};
    span = record->cells[cell];
    return slice_part(record->bytes, span.start, span.end);
}

static size_t cells_known(const struct certificate_record *record)
{
    return record->count < CERTIFICATE_CELLS ? record->count
                                             : CERTIFICATE_CELLS;
}

size_t certificate_column(const struct certificate_header *header,
                          enum column_id column)
{
    size_t cell = 0;

    while (cell < header->count && (!header->columns[cell] ||
                                    header->columns[cell]->id != column))
        cell++;
    return cell;
}

static bool has_word(const char *const *words, const char *folded)
{
    for (; *words; words++) {
        if (!strcmp(*words, folded))
            return true;
    }
    return false;
}

/* Programs write names_like_this. */
static void fold_name(struct slice cell, char *folded)
{
    fold(cell, folded, LABEL_ROOM);
    for (char *at = folded; *at; at++) {
        if (*at == '_')
            *at = ' ';
    }
}

/* The column that FOLDED, which no column is called, seems to stand for. */
static const struct rule_column *column_meant(const char *folded)
{
    const struct rule_section *section = appendix();
    const struct rule_column *column = rule_column_find(section, folded);

    for (size_t index = 0; !column && index < section->column_count; index++) {
        const struct rule_column *other = &section->columns[index];
        const char *const names[] = {other->folded, NULL};

        if (has_word(other->mistaken, folded) || rule_nearest(folded, names))
            column = other;
    }
    return column;
}

static void name_cells(struct certificate_header *header,
                       const struct certificate_record *record)
{
    char folded[LABEL_ROOM];

    for (size_t cell = 0; cell < header->count; cell++) {
        const struct rule_column *column;

        fold(certificate_cell(record, cell), folded, sizeof folded);
        column = rule_column_find(appendix(), folded);
        if (column && certificate_column(header, column->id) == header->count)
            header->columns[cell] = column;
    }
}

/* Only now: "Status" is no column of ours where "Is revoked?" is one. */
static void name_misnamed_cells(struct certificate_header *header,
                                const struct certificate_record *record)
{
    char folded[LABEL_ROOM];

    for (size_t cell = 0; cell < header->count; cell++) {
        const struct rule_column *column;

        if (header->columns[cell])
            continue;
        fold_name(certificate_cell(record, cell), folded);
        column = column_meant(folded);
        if (!column || certificate_column(header, column->id) < header->count)
            continue;
        header->columns[cell] = column;
        header->misnamed[cell] = true;
    }
}

static void count_named(struct certificate_header *header)
{
    for (size_t cell = 0; cell < header->count; cell++)
        header->named += header->columns[cell] != NULL;
}

void certificate_header_read(struct certificate_header *header,
                             const struct certificate_record *record)
{
    *header = (struct certificate_header){.count = cells_known(record)};
    name_cells(header, record);
    name_misnamed_cells(header, record);
    count_named(header);
}

void certificate_header_guess(struct certificate_header *header,
                              const struct certificate_record *record)
{
    const struct rule_section *section = appendix();

    *header = (struct certificate_header){.count = cells_known(record)};
    if (header->count >= section->column_count) {
        for (size_t cell = 0; cell < section->column_count; cell++)
            header->columns[cell] = &section->columns[cell];
    } else {
        for (size_t cell = 0; cell < header->count; cell++) {
            if (hash_form(certificate_cell(record, cell)) != HASH_NONE)
                header->columns[cell] = &rule_columns[COLUMN_CERTIFICATE_HASH];
        }
    }
    count_named(header);
}

bool certificate_header_is(const struct certificate_header *header)
{
    return header->named >= COLUMNS_OF_A_LIST;
}

bool certificate_record_is(const struct certificate_record *record)
{
    for (size_t cell = 0; cell < cells_known(record); cell++) {
        if (hash_form(certificate_cell(record, cell)) != HASH_NONE)
            return true;
    }
    return false;
}
