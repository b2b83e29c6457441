/* Reads the cells of one certificate in a list. */
#include "certificate_row.h"

static void read_values(const struct certificate_header *header,
                        const struct certificate_record *record,
                        struct certificate_row *row)
{
    for (size_t cell = 0; cell < header->count && cell < record->count;
         cell++) {
        const struct rule_column *column = header->columns[cell];

        if (column && !row->values[column->id].column)
            row->values[column->id] = (struct certificate_value){
                column, certificate_cell(record, cell), record->cells[cell]};
    }
}

static struct hash read_hash(const struct certificate_row *row,
                             enum column_id column)
{
    return hash_read(row->values[column].text);
}

static struct certificate_day read_day(const struct certificate_row *row,
                                       enum column_id column)
{
    const struct certificate_value *value = &row->values[column];
    struct certificate_day day = {.known = false};

    day.known = value->column && moment_read(value->text, &day.moment);
    return day;
}

void certificate_row_read(const struct certificate_header *header,
                          const struct certificate_record *record,
                          struct certificate_row *row)
{
    *row = (struct certificate_row){.numbered = false};
    read_values(header, record, row);
    row->precertificate = read_hash(row, COLUMN_PRECERTIFICATE_HASH);
    row->certificate = read_hash(row, COLUMN_CERTIFICATE_HASH);
    row->numbered = is_serial(row->values[COLUMN_SERIAL].text);
    row->begin = read_day(row, COLUMN_NOT_BEFORE);
    row->end = read_day(row, COLUMN_NOT_AFTER);
    row->revocation = read_day(row, COLUMN_REVOCATION_DATE);
}
