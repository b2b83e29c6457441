/* Reads tags, comments and addresses in angle brackets. */
#include "inline_html.h"

#include <string.h>

/* The longest tag that is taken for one. */
#define TAG_MOST 1024

size_t inline_autolink_end(struct slice text, size_t at)
{
    if (!slice_has_word(text, at, "<http://") &&
        !slice_has_word(text, at, "<https://"))
        return 0;
    for (at++; at < text.length; at++) {
        if (text.bytes[at] == '>')
            return at + 1;
        if (text.bytes[at] == '<' || (unsigned char)text.bytes[at] <= ' ')
            return 0;
    }
    return 0;
}

bool inline_comment_begins(struct slice text, size_t at)
{
    return slice_has_word(text, at, "<!--");
}

size_t inline_comment_end(struct slice text, size_t at)
{
    for (at += 4; at + 3 <= text.length; at++) {
        const char *dash = memchr(text.bytes + at, '-', text.length - at);

        if (!dash)
            return 0;
        at = (size_t)(dash - text.bytes);
        if (slice_has_word(text, at, "-->"))
            return at + 3;
    }
    return 0;
}

static size_t name_end(struct slice text, size_t at)
{
    while (byte_is_alphanumeric(slice_at(text, at)) ||
           slice_at(text, at) == '-')
        at++;
    return at;
}

/* The end of the tag whose attributes begin at AT; 0 if it has none. */
static size_t attributes_end(struct slice text, size_t at)
{
    char quote = '\0';

    for (; at < text.length; at++) {
        char byte = text.bytes[at];

        if (quote && byte == quote)
            quote = '\0';
        else if (!quote && (byte == '"' || byte == '\''))
            quote = byte;
        else if (!quote && byte == '>')
            return at + 1;
        else if (!quote && byte == '<')
            return 0;
    }
    return 0;
}

bool inline_tag_read(struct slice text, size_t at, struct inline_tag *tag)
{
    size_t start = at + 1;
    size_t end;

    if (text.length - at > TAG_MOST)
        text.length = at + TAG_MOST;
    tag->closing = slice_at(text, start) == '/';
    start += tag->closing;
    if (!byte_is_letter(slice_at(text, start)))
        return false;
    end = name_end(text, start);
    tag->name = (struct span){start, end};
    if (!byte_is_in(slice_at(text, end), " \t\r\n/>"))
        return false;
    tag->end = attributes_end(text, end);
    return tag->end != 0;
}
