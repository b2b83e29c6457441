/*
 * frame.c - cuts a stream of bytes into messages, whatever the bytes may be.
 */
#include "frame.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "slice.h"

#define LENGTH_NAME "content-length:"
#define LENGTH_NAME_LENGTH (sizeof LENGTH_NAME - 1)

/* What a header block says. */
struct header {
    size_t length;              /* of the body; 0 if unknown */
    size_t end;                 /* where the body begins */
    const char *problem;        /* with the length, or NULL */
    const char *warning;        /* with something else, or NULL */
};

enum progress { UNFINISHED, FINISHED, BROKEN };

/* The bytes that the name of a header may have (RFC 9110's "token"). */
static bool is_name_byte(char byte)
{
    return byte_is_alphanumeric(byte) || byte_is_in(byte, "!#$%&'*+-.^_`|~");
}

/*
 * 0 for what is not a number, or a number that is not the length of any
 * message.
 */
static size_t number_of(struct slice value)
{
    size_t number = 0;

    for (size_t i = 0; i < value.length; i++) {
        if (!byte_is_digit(value.bytes[i]) || number > FRAME_SKIP_MAX / 10)
            return 0;
        number = number * 10 + (size_t)(value.bytes[i] - '0');
    }
    return number <= FRAME_SKIP_MAX ? number : 0;
}

static void read_length(struct header *header, struct slice value)
{
    header->length = number_of(value);
    header->problem =
        header->length ? NULL : "a Content-Length that no message can have";
}

/* The value of "charset" among the parameters of a Content-Type, if any. */
static bool charset_find(struct slice type, struct slice *charset)
{
    static const char name[] = "charset=";
    size_t start = 0;

    while (start < type.length && !slice_has_word(type, start, name))
        start++;
    if (start == type.length)
        return false;
    start += strlen(name);
    *charset = slice_trim(
        slice_part(type, start, slice_find(type, start, ";")), " \t");
    return true;
}

static void read_type(struct header *header, struct slice value)
{
    struct slice charset;

    if (!charset_find(value, &charset))
        return;
    if (charset.length > 1 && charset.bytes[0] == '"')
        charset.bytes++, charset.length -= 2;
    if (!slice_is_word(charset, "utf-8") && !slice_is_word(charset, "utf8"))
        header->warning = "a Content-Type with a charset other than UTF-8";
}

static void read_header(struct header *header, struct slice name,
                        struct slice value)
{
    if (slice_is_word(name, "Content-Length"))
        read_length(header, value);
    else if (slice_is_word(name, "Content-Type"))
        read_type(header, value);
}

/*
 * How far the name at the beginning of the LENGTH bytes goes: BROKEN at the
 * first byte that no name has, so that nothing waits for the rest of garbage.
 */
static enum progress name_length(const char *bytes, size_t length, size_t *end)
{
    for (*end = 0; *end < length; (*end)++) {
        if (bytes[*end] == ':')
            return *end ? FINISHED : BROKEN;
        if (!is_name_byte(bytes[*end]))
            return BROKEN;
    }
    return UNFINISHED;
}

/* Reads one line that is not empty; *CONSUMED gets its length with its end. */
static enum progress read_line(struct header *header, const char *bytes,
                               size_t length, size_t *consumed)
{
    size_t name_end;
    enum progress progress = name_length(bytes, length, &name_end);
    const char *newline;
    struct slice line;
    size_t end;

    if (progress != FINISHED)
        return progress;
    newline = memchr(bytes, '\n', length);
    if (!newline)
        return UNFINISHED;
    end = (size_t)(newline - bytes);
    *consumed = end + 1;
    if (bytes[end - 1] == '\r')
        end--;
    line = (struct slice){bytes, end};
    read_header(header, slice_part(line, 0, name_end),
                slice_trim(slice_from(line, name_end + 1), " \t"));
    return FINISHED;
}

/*
 * The length of the empty line that ends a header block, if there is one here.
 */
static size_t empty_line(const char *bytes, size_t length)
{
    if (length >= 1 && bytes[0] == '\n')
        return 1;
    if (length >= 2 && bytes[0] == '\r' && bytes[1] == '\n')
        return 2;
    return 0;
}

/* Reads a whole block; FINISHED does not mean that its length is valid. */
static enum progress read_block(struct header *header, const char *bytes,
                                size_t length)
{
    size_t at = 0;
    size_t line_length;
    enum progress progress;

    *header = (struct header){0, 0, "a header block without a Content-Length",
                              NULL};
    for (;;) {
        line_length = empty_line(bytes + at, length - at);
        if (line_length) {
            header->end = at + line_length;
            return FINISHED;
        }
        if (length - at == 1 && bytes[at] == '\r')
            return UNFINISHED;
        progress = read_line(header, bytes + at, length - at, &line_length);
        if (progress != FINISHED)
            return progress;
        at += line_length;
    }
}

/* How many of the LENGTH bytes could be the beginning of a Content-Length. */
static size_t matching(const char *bytes, size_t length)
{
    size_t count = length < LENGTH_NAME_LENGTH ? length : LENGTH_NAME_LENGTH;

    return strncasecmp(bytes, LENGTH_NAME, count) ? 0 : count;
}

/* Skips at least one byte, up to what may be the next message. */
static struct frame garbage(const char *bytes, size_t length,
                            const char *problem)
{
    size_t at = 1;

    while (at < length && !matching(bytes + at, length - at))
        at++;
    return (struct frame){FRAME_GARBAGE, 0, 0, at, problem};
}

static struct frame skip(struct frame_reader *reader, size_t length)
{
    size_t piece = length < reader->skip ? length : reader->skip;

    if (!piece)
        return (struct frame){FRAME_MORE, 0, 0, 0, NULL};
    reader->skip -= piece;
    return (struct frame){FRAME_SKIPPED, 0, 0, piece, NULL};
}

static struct frame body(struct frame_reader *reader,
                         const struct header *header, size_t length)
{
    if (header->length > FRAME_BODY_MAX) {
        reader->skip = header->length;
        return (struct frame){FRAME_TOO_LONG, header->end, header->length,
                              header->end, "a message of more than 64 MiB"};
    }
    if (length - header->end < header->length)
        return (struct frame){FRAME_MORE, 0, 0, 0, NULL};
    return (struct frame){FRAME_MESSAGE, header->end, header->length,
                          header->end + header->length, header->warning};
}

struct frame frame_next(struct frame_reader *reader, const char *bytes,
                        size_t length)
{
    size_t head = length < FRAME_HEADER_MAX ? length : FRAME_HEADER_MAX;
    struct header header;

    if (reader->skip || !length)
        return skip(reader, length);
    switch (read_block(&header, bytes, head)) {
    case FINISHED:
        if (header.problem)
            return garbage(bytes, length, header.problem);
        return body(reader, &header, length);
    case UNFINISHED:
        if (head < FRAME_HEADER_MAX)
            return (struct frame){FRAME_MORE, 0, 0, 0, NULL};
        return garbage(bytes, length, "a header block of more than 4 KiB");
    default:
        return garbage(bytes, length, "bytes that are no header");
    }
}

size_t frame_header(char *header, size_t length)
{
    return (size_t)snprintf(header, FRAME_HEADER_ROOM,
                            "Content-Length: %zu\r\n\r\n", length);
}
