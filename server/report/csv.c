/* Reads comma-separated values, a record at a time. */
#include "csv.h"

#include <string.h>

static const char byte_order_mark[] = "\xef\xbb\xbf";

void csv_begin(struct csv *csv, char separator)
{
    *csv = (struct csv){.separator = separator, .blank = true};
}

void csv_free(struct csv *csv)
{
    buffer_free(&csv->record);
}

/* A new record begins at the next byte. */
static void begin_record(struct csv *csv)
{
    buffer_drop(&csv->record, csv->record.length);
    csv->field_count = 0;
    csv->offset = csv->next_offset;
    csv->line = csv->next_line;
    csv->cut = csv->unclosed = false;
    csv->blank = true;
    csv->length = csv->field_start = 0;
    csv->state = CSV_FRONT;
}

static void keep(struct csv *csv, const char *bytes, size_t length)
{
    size_t room = CSV_RECORD_MOST - csv->record.length;

    if (csv->cut)
        return;
    if (length > room) {
        csv->cut = true;
        length = slice_cut((struct slice){bytes, length}, room).length;
    }
    buffer_add(&csv->record, bytes, length);
}

/* The field that began at field_start ends before END; its bytes may still be
 * on their way to the record, so blanks and quotes are taken off later. */
static void end_field(struct csv *csv, size_t end)
{
    if (csv->field_count < CSV_FIELDS)
        csv->fields[csv->field_count] = (struct span){csv->field_start, end};
    csv->field_count++;
    csv->field_start = end + 1;
}

static struct span trimmed(const struct csv *csv, struct span span)
{
    struct slice record = buffer_slice(&csv->record);

    if (span.end > record.length)
        span.end = record.length;
    if (span.start > span.end)
        span.start = span.end;
    span = slice_trim_span(record, span, " \t");
    if (span.end > span.start && record.bytes[span.start] == '"') {
        span.start++;
        if (span.end > span.start && record.bytes[span.end - 1] == '"')
            span.end--;
    }
    return span;
}

static void end_record(struct csv *csv)
{
    size_t known;

    end_field(csv, csv->length);
    known = csv->field_count < CSV_FIELDS ? csv->field_count : CSV_FIELDS;
    if (!csv->offset &&
        slice_begins(buffer_slice(&csv->record), byte_order_mark))
        csv->fields[0].start = 3;
    for (size_t index = 0; index < known; index++)
        csv->fields[index] = trimmed(csv, csv->fields[index]);
    csv->state = CSV_BETWEEN;
}

/* A byte order mark at the beginning counts as a blank. */
static bool is_front(const struct csv *csv, char byte, size_t at)
{
    return byte_is_blank(byte) ||
           (!csv->offset && at < 3 && byte == byte_order_mark[at]);
}

/* What BYTE, at the record's length + AHEAD, makes of the state; true if it
 * ends the record. */
static bool take(struct csv *csv, char byte, size_t ahead)
{
    if (csv->state == CSV_QUOTED) {
        if (byte == '"')
            csv->state = CSV_QUOTE;
        return false;
    }
    if (csv->state == CSV_QUOTE && byte == '"') {
        csv->state = CSV_QUOTED;
        return false;
    }
    if (byte_is_line_end(byte))
        return true;
    if (byte == csv->separator) {
        end_field(csv, csv->length + ahead);
        csv->state = CSV_FRONT;
        csv->blank = false;
    } else if (csv->state == CSV_FRONT &&
               !is_front(csv, byte, csv->length + ahead)) {
        csv->state = byte == '"' ? CSV_QUOTED : CSV_PLAIN;
        csv->blank = false;
    }
    return false;
}

/* How many bytes of INPUT from AT on change nothing. */
static size_t dull_bytes(const struct csv *csv, struct slice input, size_t at)
{
    size_t end = at;

    if (csv->state == CSV_PLAIN) {
        /* Below the blank are the line ends, which take() knows. */
        while (end < input.length && (unsigned char)input.bytes[end] >= ' ' &&
               input.bytes[end] != csv->separator)
            end++;
    } else if (csv->state == CSV_QUOTED) {
        const char *quote = memchr(input.bytes + at, '"', input.length - at);

        end = quote ? (size_t)(quote - input.bytes) : input.length;
    }
    return end - at;
}

static size_t lines_in(const char *bytes, size_t length)
{
    const char *end = bytes + length;
    size_t lines = 0;

    while ((bytes = memchr(bytes, '\n', (size_t)(end - bytes)))) {
        bytes++;
        lines++;
    }
    return lines;
}

/* Takes LENGTH bytes of INPUT into the record, and the line end after them if
 * the record is ENDED. */
static void consume(struct csv *csv, struct slice *input, size_t length,
                    bool ended)
{
    keep(csv, input->bytes, length);
    csv->length += length;
    csv->next_line += lines_in(input->bytes, length);
    if (ended) {
        csv->after_return = input->bytes[length] == '\r';
        csv->next_line++;
        length++;
    }
    csv->next_offset += length;
    *input = slice_from(*input, length);
}

static void skip_line_feed(struct csv *csv, struct slice *input)
{
    if (csv->after_return && input->bytes[0] == '\n') {
        *input = slice_from(*input, 1);
        csv->next_offset++;
    }
    csv->after_return = false;
}

/* Reads up to the next line end outside quotes. */
static bool read_record(struct csv *csv, struct slice *input)
{
    size_t at = 0;

    while (at < input->length) {
        at += dull_bytes(csv, *input, at);
        if (at == input->length)
            break;
        if (take(csv, input->bytes[at], at)) {
            consume(csv, input, at, true);
            return true;
        }
        at++;
    }
    consume(csv, input, at, false);
    return false;
}

bool csv_read(struct csv *csv, struct slice *input)
{
    while (input->length) {
        if (csv->state == CSV_BETWEEN) {
            skip_line_feed(csv, input);
            if (!input->length)
                break;
            begin_record(csv);
        }
        if (!read_record(csv, input))
            break;
        if (!csv->blank) {
            end_record(csv);
            return true;
        }
        csv->state = CSV_BETWEEN;
    }
    return false;
}

bool csv_finish(struct csv *csv)
{
    if (csv->state == CSV_BETWEEN || csv->blank) {
        csv->state = CSV_BETWEEN;
        return false;
    }
    csv->unclosed = csv->state == CSV_QUOTED;
    end_record(csv);
    return true;
}

struct slice csv_value(const struct csv *csv, size_t field)
{
    if (field >= csv->field_count || field >= CSV_FIELDS)
        return slice_of("");
    return slice_part(buffer_slice(&csv->record), csv->fields[field].start,
                      csv->fields[field].end);
}

char csv_separator(struct slice line)
{
    static const char separators[] = ",;\t";
    size_t counts[sizeof separators] = {0};
    size_t most = 0;
    bool quoted = false;

    for (size_t at = 0; at < line.length; at++) {
        const char *found = strchr(separators, line.bytes[at]);

        if (line.bytes[at] == '"')
            quoted = !quoted;
        else if (found && *found && !quoted)
            counts[found - separators]++;
    }
    for (size_t index = 1; separators[index]; index++) {
        if (counts[index] > counts[most])
            most = index;
    }
    return separators[most];
}
