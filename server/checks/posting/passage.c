/* What the checks of how a report will be shown share. */
#include "posting.h"

#include <string.h>

#include "encoding.h"

struct slice passage_slice(const struct passage *passage, struct span span)
{
    return slice_part(passage->text, span.start, span.end);
}

struct span passage_span(const struct passage *passage, struct span span)
{
    return span_move(span, passage->span.start);
}

struct slice posting_line(const struct check *check, size_t at)
{
    return check_slice(check, check->reports->elements.items[at].span);
}

void posting_indent(const struct check *check, size_t at, struct buffer *indent)
{
    size_t start = check->reports->elements.items[at].span.start;
    const struct text *text = check->reports->text;
    struct span line = text_line(text, text_line_at(text, start));
    struct slice marker = check_slice(check, (struct span){line.start, start});

    for (size_t byte = 0; byte < marker.length; byte++)
        buffer_add_char(indent, marker.bytes[byte] == '\t' ? '\t' : ' ');
}

size_t posting_characters(struct slice text)
{
    size_t count = encoding_units(text, ENCODING_UTF32);
    const char *end = text.bytes + text.length;
    const char *at = text.bytes;

    while (at < end && (at = memchr(at, '\r', (size_t)(end - at)))) {
        at++;
        count -= at < end && *at == '\n';
    }
    return count;
}

size_t posting_length(struct slice text)
{
    while (text.length && (unsigned char)text.bytes[text.length - 1] <= ' ')
        text.length--;
    return posting_characters(text);
}

