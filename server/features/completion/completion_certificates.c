/* Cells of the certificate list in the Appendix. */
#include "completion_parts.h"

#include "certificates.h"
#include "csv.h"
#include "memory.h"

/* The lines of CODE but its fences: where they begin, and the first one. */
static struct slice first_line(const struct context *context,
                               size_t *first_number)
{
    const struct text *text = context->reports->text;
    size_t number = text_line_at(text, context->opaque->span.start);
    struct slice line = text_line_bytes(text, number);

    if (byte_is_in(slice_at(line, slice_skip(line, 0, " ")), "`~"))
        number++;
    *first_number = number;
    return text_line_bytes(text, number);
}

/* Which columns the list's first line names. */
static void read_header(struct slice line, char separator,
                        struct certificate_header *header)
{
    struct certificate_record record;
    struct csv csv;

    csv_begin(&csv, separator);
    if (!csv_read(&csv, &line))
        csv_finish(&csv);
    record = (struct certificate_record){buffer_slice(&csv.record), csv.fields,
                                         csv.field_count};
    certificate_header_read(header, &record);
    csv_free(&csv);
}

/* The number of the field at the cursor, and where it begins in the line. */
static size_t field_at(const struct context *context, char separator,
                       size_t *start)
{
    struct slice line = context->bytes;
    bool quoted = false;
    size_t field = 0;

    *start = 0;
    for (size_t at = 0; at < context->column; at++) {
        if (line.bytes[at] == '"')
            quoted = !quoted;
        if (line.bytes[at] != separator || quoted)
            continue;
        *start = at + 1;
        field++;
    }
    while (*start < context->column && line.bytes[*start] == ' ')
        ++*start;
    return field;
}

static void complete_field(struct completer *completer,
                           const struct rule_column *column, size_t start)
{
    const struct context *context = completer->context;
    struct value_slot slot = {.column = column, .type = column->type,
                              .list = column->list,
                              .na_allowed = column->na_allowed};
    struct slice line = context->bytes;

    /* Nothing is offered before other words. */
    if (context->column < line.length &&
        !byte_is_in(line.bytes[context->column], ", ;\t"))
        return;
    slot.span = (struct span){context->line.start + start, context->offset};
    slot.typed = completer_typed(completer, start, context->column);
    value_items_add(completer, &slot);
}

void complete_certificates(struct completer *completer)
{
    const struct context *context = completer->context;
    const struct report_section *section = context->section;
    struct certificate_header header = {.count = 0};
    size_t first, start, field;
    struct slice line;
    char separator;

    if (!context->opaque->code || !section || !section->rule ||
        section->rule->content != CONTENT_CERTIFICATES)
        return;
    line = first_line(context, &first);
    separator = csv_separator(line);
    read_header(line, separator, &header);
    if (context->number <= first || !certificate_header_is(&header))
        return;
    field = field_at(context, separator, &start);
    if (field < header.count && header.columns[field])
        complete_field(completer, header.columns[field], start);
}
