/* Reads what stands in parentheses after the words of a link. */
#include "inline_link.h"

/* A title, or an address with blanks in it, is no longer than this; else every
 * one that isn't closed would be looked for up to the end of the text. */
#define REST_MOST 512

/* How deep parentheses may nest in an address, as for cmark. */
#define NESTING_MOST 32

static size_t skip_blanks(struct slice text, size_t at)
{
    size_t most = at + REST_MOST;

    while (at < most && at < text.length && byte_is_space(text.bytes[at]))
        at++;
    return at;
}

/* The end of the address at START without <>; blanks and a parenthesis that
 * isn't matched end it. */
static bool bare_end(struct slice text, size_t start, size_t *end)
{
    size_t nesting = 0;
    size_t at = start;

    while (at < text.length && (unsigned char)text.bytes[at] > ' ') {
        char byte = text.bytes[at];

        if (byte_is_alphanumeric(byte)) {
            at++;
            continue;
        }
        if (byte == ')' && !nesting)
            break;
        nesting += byte == '(';
        nesting -= byte == ')';
        if (nesting > NESTING_MOST)
            return false;
        at += byte == '\\' && at + 1 < text.length ? 2 : 1;
    }
    *end = at < text.length ? at : text.length;
    return !nesting;
}

/* The address at *AT, which moves past it. */
static bool read_target(struct slice text, size_t *at, struct span *target)
{
    size_t end = *at;

    if (slice_at(text, *at) != '<') {
        *target = (struct span){*at, *at};
        if (!bare_end(text, *at, &end))
            return false;
        target->end = *at = end;
        return true;
    }
    for (end++; end < text.length; end++) {
        if (byte_is_in(text.bytes[end], "<>\n\r"))
            break;
    }
    if (slice_at(text, end) != '>')
        return false;
    *target = (struct span){*at + 1, end};
    *at = end + 1;
    return true;
}

/* Moves AT past the title that stands there, if one does. */
static bool skip_title(struct slice text, size_t *at)
{
    char open = slice_at(text, *at);
    char close = open == '(' ? ')' : open;
    size_t most = *at + REST_MOST;

    if (!byte_is_in(open, "\"'("))
        return true;
    for (size_t end = *at + 1; end < text.length && end < most; end++) {
        if (text.bytes[end] == '\\') {
            end++;
        } else if (text.bytes[end] == close) {
            *at = end + 1;
            return true;
        }
    }
    return false;
}

static bool read_whole(struct slice text, size_t at, struct inline_link *link)
{
    size_t past;

    at = skip_blanks(text, at);
    if (!read_target(text, &at, &link->target))
        return false;
    past = skip_blanks(text, at);
    if (past > at) {
        at = past;
        if (!skip_title(text, &at))
            return false;
        at = skip_blanks(text, at);
    }
    link->end = at + 1;
    return slice_at(text, at) == ')';
}

/* An address with blanks in it, all on one line. */
static bool read_broken(struct slice text, size_t at, struct inline_link *link)
{
    size_t most = at + REST_MOST;
    size_t end = at;

    while (end < text.length && end < most &&
           !byte_is_in(text.bytes[end], "()[]<>\"\n\r"))
        end++;
    link->broken = true;
    link->target = (struct span){at, end};
    link->end = end + 1;
    return slice_at(text, end) == ')';
}

bool inline_link_read(struct slice text, size_t at, struct inline_link *link)
{
    *link = (struct inline_link){.broken = false};
    if (slice_at(text, at) != '(')
        return false;
    return read_whole(text, at + 1, link) || read_broken(text, at + 1, link);
}
