/* Finds what joins the parts of a list in a sentence. */
#include "separator.h"

#include <string.h>

#include "array.h"
#include "name.h"

static bool is_letter_at(struct slice text, size_t at)
{
    return at < text.length && byte_is_letter(text.bytes[at]);
}

size_t separator_phrase(enum phrases_id list, struct slice text, size_t at)
{
    struct slice rest = {text.bytes + at, text.length - at};
    const struct rule_phrase *phrase;
    size_t longest = 0;

    if (!rest.length || (at && byte_is_alphanumeric(text.bytes[at - 1])))
        return 0;
    phrase =
        rule_phrase_first(list, byte_lower(*rest.bytes));
    for (; phrase; phrase = rule_phrase_next(phrase)) {
        size_t length = name_begins(rest, phrase->folded);

        if (length > longest && !is_letter_at(rest, length))
            longest = length;
    }
    return longest;
}

/* "<br>", which people put between the lines of a cell. */
static size_t tag_at(struct slice text, size_t at)
{
    const char *close;

    if (text.bytes[at] != '<' || !is_letter_at(text, at + 1))
        return 0;
    close = memchr(text.bytes + at, '>', text.length - at);
    return close ? (size_t)(close - text.bytes) + 1 - at : 0;
}

size_t separator_at(struct slice text, size_t at)
{
    if (at >= text.length)
        return 0;
    if (byte_is_in(text.bytes[at], ",;&+/\n"))
        return 1;
    if (text.bytes[at] == '<')
        return tag_at(text, at);
    return separator_phrase(PHRASES_JOIN, text, at);
}

size_t separator_find(struct slice text, size_t at)
{
    while (at < text.length && !separator_at(text, at)) {
        at++;
        /* None begins within a word. */
        while (at < text.length && byte_is_alphanumeric(text.bytes[at]) &&
               byte_is_alphanumeric(text.bytes[at - 1]))
            at++;
    }
    return at;
}

/* A hyphen, also one that doesn't break, or a dash. */
static size_t dash_at(struct slice text, size_t at)
{
    static const char *const dashes[] = {"-", "\xe2\x80\x91", "\xe2\x80\x93",
                                         "\xe2\x80\x94"};

    for (size_t index = 0; index < LENGTH_OF(dashes); index++) {
        size_t length = strlen(dashes[index]);

        if (text.length - at >= length &&
            !memcmp(text.bytes + at, dashes[index], length))
            return length;
    }
    return 0;
}

size_t separator_range(struct slice text, size_t at)
{
    size_t start = at;
    size_t length;

    while (start < text.length && strchr(" \t", text.bytes[start]) &&
           text.bytes[start])
        start++;
    length = separator_phrase(PHRASES_RANGE, text, start);
    if (!length)
        length = dash_at(text, start);
    return length ? start + length - at : 0;
}
