/* The words that Bugzilla makes links of. */
#include "shorthand.h"

#include "shorthand_kinds.h"

/* The rel is Bugzilla's own. */
#define LINK_BEGINS "<a rel=\"nofollow noreferrer\" href=\""

void shorthand_add_plain(struct buffer *html, struct slice text)
{
    for (size_t i = 0; i < text.length; i++) {
        char byte = text.bytes[i];

        if (byte == '&')
            buffer_add_string(html, "&amp;");
        else if (byte == '<')
            buffer_add_string(html, "&lt;");
        else if (byte == '>')
            buffer_add_string(html, "&gt;");
        else if (byte == '"')
            buffer_add_string(html, "&quot;");
        else
            buffer_add_char(html, byte);
    }
}

/* Where the character after the one at OFFSET begins. */
static size_t next_character(struct slice text, size_t offset)
{
    do
        offset++;
    while (offset < text.length && byte_continues(text.bytes[offset]));
    return offset;
}

static void add_link(struct buffer *html, struct slice words,
                     const struct buffer *target)
{
    buffer_add_string(html, LINK_BEGINS);
    shorthand_add_plain(html, buffer_slice(target));
    buffer_add_string(html, "\">");
    shorthand_add_plain(html, words);
    buffer_add_string(html, "</a>");
}

/*
 * Adds what is after FROM in TEXT with the links of the kinds from KIND on.
 * What is between two links of a kind is left to the next kind, so this goes
 * as deep as there are kinds.
 */
/* NOLINTNEXTLINE(misc-no-recursion) */
static void add_kinds(struct buffer *html, struct slice text, size_t from,
                      shorthand_kind *const *kind)
{
    struct shorthand_place place = {text, from, from};
    struct buffer target = {NULL, 0, 0};
    size_t start = from;

    if (!*kind) {
        shorthand_add_plain(html, slice_from(text, from));
        return;
    }
    while (place.at < text.length) {
        size_t end = (*kind)(&place, &target);

        if (end == place.at) {
            place.at = next_character(text, place.at);
            continue;
        }
        add_kinds(html, slice_part(text, 0, place.at), start, kind + 1);
        add_link(html, slice_part(text, place.at, end), &target);
        buffer_cut(&target, 0);
        start = place.at = end;
    }
    add_kinds(html, text, start, kind + 1);
    buffer_free(&target);
}

void shorthand_add(struct buffer *html, struct slice text)
{
    add_kinds(html, text, 0, shorthand_kinds);
}
