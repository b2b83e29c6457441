/* The text of one document, in one piece, and its lines. */
#include "text.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "encoding.h"
#include "lines.h"
#include "memory.h"

/* More than this counts as out of memory: cmark's sizes are of 31 bits. */
#define LENGTH_MAX ((size_t)1 << 30)

/* A place in a line whose units have been counted. */
struct counted {
    bool known;
    enum encoding encoding;
    size_t line;
    size_t bytes, units;            /* from the start of the line */
};

struct text {
    char *bytes;                    /* never NULL */
    size_t room;
    struct lines lines;             /* lines.length is the text's length */
    size_t characters;              /* line breaks excepted */

    /* Places are asked for in the order of the text mostly, so counting goes
     * on from the last one: a long line isn't counted for each again. */
    struct counted counted;
};

struct text *text_new(struct slice bytes)
{
    struct text *text = memory_new_zeroed(1, sizeof *text);

    text->bytes = memory_grow(NULL, &text->room, bytes.length + 1, 1);
    text_splice(text, (struct span){0, 0}, bytes);
    return text;
}

void text_free(struct text *text)
{
    if (!text)
        return;
    lines_free(&text->lines);
    memory_free(text->bytes);
    memory_free(text);
}

size_t text_length(const struct text *text)
{
    return text->lines.length;
}

size_t text_line_count(const struct text *text)
{
    return lines_break_count(&text->lines) + 1;
}

size_t text_characters(const struct text *text)
{
    return text->characters + lines_break_count(&text->lines);
}

static struct span clamped(const struct text *text, struct span span)
{
    size_t length = text_length(text);

    if (span.end > length)
        span.end = length;
    if (span.start > span.end)
        span.start = span.end;
    return span;
}

static size_t characters_in(struct slice bytes)
{
    size_t count = encoding_units(bytes, ENCODING_UTF32);

    for (size_t i = 0; i < bytes.length; i++)
        count -= byte_is_line_end(bytes.bytes[i]);
    return count;
}

static void splice_bytes(struct text *text, struct span span,
                         struct slice bytes)
{
    size_t rest = text_length(text) - span.end;
    size_t length = text_length(text) - (span.end - span.start);

    text->characters += characters_in(bytes);
    text->characters -= characters_in(text_slice(text, span));
    if (bytes.length > LENGTH_MAX - length)
        memory_new(SIZE_MAX);
    length += bytes.length;
    text->bytes = memory_grow(text->bytes, &text->room, length + 1, 1);
    memmove(text->bytes + span.start + bytes.length, text->bytes + span.end,
            rest);
    if (bytes.length)
        memcpy(text->bytes + span.start, bytes.bytes, bytes.length);
    text->lines.length = length;
}

/* Whether a line begins at OFFSET; only the bytes on its two sides tell. */
static bool begins_line(const struct text *text, size_t offset)
{
    char before = offset ? text->bytes[offset - 1] : '\0';

    if (before != '\r')
        return before == '\n';
    return offset == text_length(text) || text->bytes[offset] != '\n';
}

/* Adds the line breaks that the bytes of SPAN make, which were put in. */
static void add_breaks(struct text *text, struct span span)
{
    if (begins_line(text, span.start))
        lines_add(&text->lines, span.start);
    for (size_t at = span.start; at < span.end; at++) {
        if (byte_is_line_end(text->bytes[at]) && begins_line(text, at + 1))
            lines_add(&text->lines, at + 1);
    }
}

/*
 * The line breaks that an edit can change are those from its start to its end,
 * both included, since a break is made by the bytes on its two sides.
 */
struct text_change text_splice(struct text *text, struct span span,
                               struct slice bytes)
{
    struct lines *lines = &text->lines;
    size_t first, last, end;
    bool began_line;

    span = clamped(text, span);
    began_line = begins_line(text, span.start);
    first = span.start ? lines_breaks_to(lines, span.start - 1) : 0;
    last = lines_breaks_to(lines, span.end);

    lines_open(lines, first, last - first);
    splice_bytes(text, span, bytes);
    end = span.start + bytes.length;
    add_breaks(text, (struct span){span.start, end});
    text->counted.known = false;

    /* A line that began where the edit begins and still does leaves the line
     * before it untouched. */
    if (began_line && begins_line(text, span.start))
        first++;
    return (struct text_change){.line = first,
                                .removed = last - first + 1,
                                .added = lines->gap - first + 1,
                                .above = span.start,
                                .below = text_length(text) - end};
}

struct slice text_slice(const struct text *text, struct span span)
{
    span = clamped(text, span);
    return (struct slice){text->bytes + span.start, span.end - span.start};
}

struct slice text_bytes(const struct text *text)
{
    return text_slice(text, (struct span){0, text_length(text)});
}

size_t text_line_start(const struct text *text, size_t offset)
{
    return text_line(text, text_line_at(text, offset)).start;
}

size_t text_line_end(const struct text *text, size_t offset)
{
    return text_line_content(text, text_line_at(text, offset)).end;
}

struct span text_line_near(const struct text *text, size_t offset, size_t most)
{
    struct span near = text_line_content(text, text_line_at(text, offset));

    if (offset > near.end)
        offset = near.end;
    if (near.start + most < offset)
        near.start = offset - most;
    if (near.end > offset + most)
        near.end = offset + most;
    return near;
}

struct slice text_line_bytes(const struct text *text, size_t line)
{
    return text_slice(text, text_line_content(text, line));
}

size_t text_line_at(const struct text *text, size_t offset)
{
    return lines_breaks_to(&text->lines, offset);
}

struct span text_line(const struct text *text, size_t line)
{
    size_t last = lines_break_count(&text->lines);
    struct span span = {0, text_length(text)};

    if (line > last)
        line = last;
    if (line > 0)
        span.start = lines_break(&text->lines, line - 1);
    if (line < last)
        span.end = lines_break(&text->lines, line);
    return span;
}

struct span text_line_content(const struct text *text, size_t line)
{
    struct span span = text_line(text, line);

    if (span.end > span.start && text->bytes[span.end - 1] == '\n')
        span.end--;
    if (span.end > span.start && text->bytes[span.end - 1] == '\r')
        span.end--;
    return span;
}

/* The last counted place if counting LINE may go on from there, else the
 * line's start. */
static struct counted counted_in(const struct text *text, size_t line,
                                 enum encoding encoding)
{
    const struct counted *counted = &text->counted;

    if (counted->known && counted->line == line &&
        counted->encoding == encoding)
        return *counted;
    return (struct counted){true, encoding, line, 0, 0};
}

size_t text_offset(struct text *text, struct position position,
                   enum encoding encoding)
{
    struct counted place;
    struct span content;
    size_t units;

    if (position.line >= text_line_count(text))
        return text_length(text);
    content = text_line_content(text, position.line);
    place = counted_in(text, position.line, encoding);
    if (place.units > position.character)
        place.bytes = place.units = 0;
    units = position.character - place.units;
    content.start += place.bytes;
    place.bytes += encoding_bytes(text_slice(text, content), &units, encoding);
    place.units += units;
    text->counted = place;
    return text_line(text, position.line).start + place.bytes;
}

/* OFFSET, but not past the line's content and not inside a character. */
static size_t rounded_down(const struct text *text, struct span content,
                           size_t offset)
{
    if (offset >= content.end)
        return content.end;
    while (offset > content.start &&
           byte_continues(text->bytes[offset]))
        offset--;
    return offset;
}

struct position text_position(struct text *text, size_t offset,
                              enum encoding encoding)
{
    size_t line = text_line_at(text, offset);
    struct span content = text_line_content(text, line);
    struct counted place = counted_in(text, line, encoding);
    struct span counted;

    offset = rounded_down(text, content, offset);
    if (content.start + place.bytes > offset)
        place.bytes = place.units = 0;
    counted = (struct span){content.start + place.bytes, offset};
    place.units += encoding_units(text_slice(text, counted), encoding);
    place.bytes = offset - content.start;
    text->counted = place;
    return (struct position){line, place.units};
}

struct span text_span(struct text *text, struct range range,
                      enum encoding encoding)
{
    size_t start = text_offset(text, range.start, encoding);
    size_t end = text_offset(text, range.end, encoding);

    return start <= end ? (struct span){start, end}
                        : (struct span){end, start};
}

struct range text_range(struct text *text, struct span span,
                        enum encoding encoding)
{
    return (struct range){text_position(text, span.start, encoding),
                          text_position(text, span.end, encoding)};
}
