/*
 * records.c - reads "key: value" lines into records.
 */
#include "records.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "array.h"

/* The file being read. Values are put together in its own buffer. */
struct reader {
    struct records *records;
    struct faults *faults;
    const char *path;
    char *next;                 /* the rest of the buffer */
    char *end;                  /* of the value that may be continued */
    int line;
    bool open;                  /* the last record may get more lines */
    bool block;                 /* the last value consists of "|TEXT$" */
};

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t';
}

static char *skip_blanks(char *text)
{
    while (is_blank(*text))
        text++;
    return text;
}

static void cut_blanks(char *text)
{
    size_t length = strlen(text);

    while (length > 0 && is_blank(text[length - 1]))
        text[--length] = '\0';
}

/* The next line, cut off from the rest; NULL at the end. */
static char *read_line(struct reader *reader)
{
    char *line = reader->next;
    size_t length = strcspn(line, "\n");

    if (*line == '\0')
        return NULL;
    reader->next = line + length + (line[length] == '\n');
    line[length] = '\0';
    reader->line++;
    return line;
}

static struct record *last_record(struct reader *reader)
{
    return &reader->records->items[reader->records->count - 1];
}

static void add_record(struct reader *reader)
{
    struct records *records = reader->records;

    records->items = grow(records->items, records->count + 1,
                          sizeof *records->items);
    records->items[records->count++] =
        (struct record){NULL, reader->path, reader->line, NULL, 0};
    reader->open = true;
}

static void add_entry(struct reader *reader, const char *key, char *value)
{
    struct record *record = NULL;

    if (!reader->open)
        add_record(reader);
    record = last_record(reader);
    record->entries = grow(record->entries, record->count + 1,
                           sizeof *record->entries);
    record->entries[record->count++] =
        (struct entry){key, value, reader->line};
    reader->end = value + strlen(value);
    reader->block = false;
}

static void read_key(struct reader *reader, char *line)
{
    char *colon = strchr(line, ':');
    char *value = NULL;

    if (!colon) {
        fault(reader->faults, reader->path, reader->line,
              "a line is \"key: value\", or indented to continue one");
        return;
    }
    value = skip_blanks(colon + 1);
    *colon = '\0';
    cut_blanks(line);
    cut_blanks(value);
    add_entry(reader, line, value);
}

/* A "|TEXT$" line: its text and a line end go to the end of the value. */
static void read_block_line(struct reader *reader, const char *line)
{
    size_t length = strlen(line);

    if (length < 2 || line[length - 1] != '$') {
        fault(reader->faults, reader->path, reader->line,
              "a line that begins with '|' ends with '$'");
        return;
    }
    memmove(reader->end, line + 1, length - 2);
    reader->end += length - 2;
    *reader->end++ = '\n';
    *reader->end = '\0';
    reader->block = true;
}

static void read_continuation(struct reader *reader, char *line)
{
    const struct entry *entry = NULL;
    char *text = skip_blanks(line);

    if (!reader->open) {
        fault(reader->faults, reader->path, reader->line,
              "an indented line has nothing to continue");
        return;
    }
    cut_blanks(text);
    entry = &last_record(reader)->entries[last_record(reader)->count - 1];
    if (*text == '|' && (*entry->value == '\0' || reader->block)) {
        read_block_line(reader, text);
        return;
    }
    if (reader->end > entry->value)
        *reader->end++ = strncmp(text, "- ", 2) == 0 ? '\n' : ' ';
    memmove(reader->end, text, strlen(text) + 1);
    reader->end += strlen(reader->end);
}

static void read_lines(struct reader *reader)
{
    char *line = NULL;

    while ((line = read_line(reader))) {
        if (*line == '#')
            continue;
        if (*skip_blanks(line) == '\0')
            reader->open = false;
        else if (is_blank(*line))
            read_continuation(reader, line);
        else
            read_key(reader, line);
    }
}

/* The bytes of FILE, with room for a NUL and one byte more; NULL on error. */
static char *read_bytes(FILE *file, size_t *length)
{
    char *bytes = NULL;
    size_t count = 0;

    *length = 0;
    do {
        bytes = grow(bytes, *length + 4096 + 2, 1);
        count = fread(bytes + *length, 1, 4096, file);
        *length += count;
    } while (count > 0);
    bytes[*length] = '\0';
    if (!ferror(file))
        return bytes;
    free(bytes);
    return NULL;
}

/* One row of RFC 3629's table: a first byte, and the range of the second. */
struct sequence {
    unsigned char first, last;
    unsigned char second_low, second_high;
    size_t length;
};

static const struct sequence sequences[] = {
    {0x01, 0x0C, 0x00, 0x00, 1},
    {0x0E, 0x7F, 0x00, 0x00, 1},
    {0xC2, 0xDF, 0x80, 0xBF, 2},
    {0xE0, 0xE0, 0xA0, 0xBF, 3},
    {0xE1, 0xEC, 0x80, 0xBF, 3},
    {0xED, 0xED, 0x80, 0x9F, 3},
    {0xEE, 0xEF, 0x80, 0xBF, 3},
    {0xF0, 0xF0, 0x90, 0xBF, 4},
    {0xF1, 0xF3, 0x80, 0xBF, 4},
    {0xF4, 0xF4, 0x80, 0x8F, 4},
};

static const struct sequence *sequence_of(unsigned char first)
{
    for (size_t i = 0; i < LENGTH_OF(sequences); i++) {
        if (first >= sequences[i].first && first <= sequences[i].last)
            return &sequences[i];
    }
    return NULL;
}

/* The length of the character at BYTES, or 0. */
static size_t character(const unsigned char *bytes, size_t length)
{
    const struct sequence *sequence = sequence_of(bytes[0]);

    if (!sequence || sequence->length > length)
        return 0;
    if (sequence->length > 1 && (bytes[1] < sequence->second_low ||
                                 bytes[1] > sequence->second_high))
        return 0;
    for (size_t i = 2; i < sequence->length; i++) {
        if ((bytes[i] & 0xC0) != 0x80)
            return 0;
    }
    return sequence->length;
}

/*
 * The first line, from 1, of the LENGTH bytes at BYTES that holds a NUL, a
 * carriage return or anything that is not UTF-8 (RFC 3629); 0 if none does.
 */
static int encoding_fault(const char *bytes, size_t length)
{
    const unsigned char *text = (const unsigned char *)bytes;
    size_t offset = 0;
    int line = 1;

    while (offset < length) {
        size_t step = character(text + offset, length - offset);

        if (step == 0)
            return line;
        line += text[offset] == '\n';
        offset += step;
    }
    return 0;
}

static void keep_buffer(struct records *records, char *buffer)
{
    records->buffers = grow(records->buffers, records->buffer_count + 1,
                            sizeof *records->buffers);
    records->buffers[records->buffer_count++] = buffer;
}

bool records_read(struct records *records, const char *path,
                  struct faults *faults)
{
    struct reader reader = {records, faults, path, NULL, NULL, 0, false, false};
    FILE *file = fopen(path, "rb");
    char *bytes = NULL;
    size_t length = 0;
    int line = 0;

    if (file)
        bytes = read_bytes(file, &length);
    if (!bytes) {
        fault(faults, path, 0, "%s", strerror(errno));
        goto out;
    }
    keep_buffer(records, bytes);
    line = encoding_fault(bytes, length);
    if (line > 0) {
        fault(faults, path, line, "the line is not UTF-8 text");
        goto out;
    }
    reader.next = bytes;
    read_lines(&reader);
out:
    if (file)
        fclose(file);
    return bytes && line == 0;
}

void records_free(struct records *records)
{
    for (size_t i = 0; i < records->count; i++)
        free(records->items[i].entries);
    for (size_t i = 0; i < records->buffer_count; i++)
        free(records->buffers[i]);
    free(records->items);
    free(records->buffers);
    *records = (struct records){NULL, 0, NULL, 0};
}

const struct entry *record_entry(const struct record *record, const char *key)
{
    for (size_t i = 0; i < record->count; i++) {
        if (strcmp(record->entries[i].key, key) == 0)
            return &record->entries[i];
    }
    return NULL;
}

const char *record_text(const struct record *record, const char *key)
{
    const struct entry *entry = record_entry(record, key);

    return entry ? entry->value : "";
}

const char *record_name(const struct record *record)
{
    return record->entries[0].value;
}

bool list_next(const char **list, struct slice *part)
{
    const char *start = *list + strspn(*list, " |");
    size_t length = strcspn(start, "|=");

    if (*start == '\0' || *start == '=')
        return false;
    *list = start + length;
    while (length > 0 && start[length - 1] == ' ')
        length--;
    *part = (struct slice){start, length};
    return true;
}
