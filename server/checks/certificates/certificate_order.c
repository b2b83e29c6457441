/* Writes a list again, its fields in the order of the guidelines. */
#include "certificate_order.h"

#include <string.h>

#include "csv.h"
#include "memory.h"

/* The cells of HEADER in the order in which they should stand. */
static void order_cells(const struct certificate_header *header, size_t *cells)
{
    const struct rule_section *section = &rule_sections[SECTION_APPENDIX];
    size_t count = 0;

    for (size_t index = 0; index < section->column_count; index++) {
        size_t cell = certificate_column(header, section->columns[index].id);

        if (cell < header->count)
            cells[count++] = cell;
    }
    for (size_t cell = 0; cell < header->count; cell++) {
        if (!header->columns[cell])
            cells[count++] = cell;
    }
}

/* Values keep their doubled quotes, so they need those around them only. */
static void add_value(struct buffer *text, struct slice value, char separator)
{
    bool quoted = memchr(value.bytes, separator, value.length) ||
                  memchr(value.bytes, '"', value.length) ||
                  memchr(value.bytes, '\n', value.length) ||
                  memchr(value.bytes, '\r', value.length);

    if (quoted)
        buffer_add_char(text, '"');
    buffer_add_slice(text, value);
    if (quoted)
        buffer_add_char(text, '"');
}

static void add_indent(struct buffer *text, const struct csv *csv)
{
    size_t indent = 0;

    while (slice_at(buffer_slice(&csv->record), indent) == ' ')
        indent++;
    buffer_add(text, csv->record.bytes, indent);
}

/* Rows of another width are left as they are. */
static void add_record(struct buffer *text, const struct csv *csv,
                       const struct certificate_list *list,
                       const size_t *cells)
{
    if (csv->field_count != list->width) {
        buffer_add_slice(text, buffer_slice(&csv->record));
        buffer_add_char(text, '\n');
        return;
    }
    add_indent(text, csv);
    for (size_t index = 0; index < list->header.count; index++) {
        if (index)
            buffer_add_char(text, list->separator);
        add_value(text, csv_value(csv, cells[index]), list->separator);
    }
    buffer_add_char(text, '\n');
}

void certificate_order_fix(const struct certificate_list *list,
                           struct finding *finding)
{
    struct slice source = list->source;
    size_t cells[CERTIFICATE_CELLS] = {0};
    struct buffer text = {NULL, 0, 0};
    struct csv csv;

    if (!finding || !source.length || source.length > CERTIFICATE_ORDER_MOST ||
        list->width != list->header.count)
        return;
    order_cells(&list->header, cells);
    csv_begin(&csv, list->separator);
    while (csv_read(&csv, &source))
        add_record(&text, &csv, list, cells);
    if (csv_finish(&csv))
        add_record(&text, &csv, list, cells);
    if (!strchr("\n\r", list->source.bytes[list->source.length - 1]))
        text.length--;
    if (!csv.unclosed && !csv.cut)
        fix_edit(finding_fix(finding, FIX_REORDER_COLUMNS, NULL),
                 (struct span){list->source_start,
                               list->source_start + list->source.length},
                 buffer_slice(&text));
    csv_free(&csv);
    buffer_free(&text);
}
