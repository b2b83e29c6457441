/* Finds bugs by their numbers, and writes links to them. */
#include "bug.h"

#include <string.h>

bool bug_number_find(struct slice text, struct span part, size_t least,
                     struct span *number)
{
    for (size_t at = part.start; at < part.end; at++) {
        size_t end = at;
        char before = at > part.start ? text.bytes[at - 1] : ' ';

        while (end < part.end && byte_is_digit(text.bytes[end]))
            end++;
        if (end - at >= least && end - at <= BUG_DIGITS_MOST &&
            !strchr("-_.", before)) {
            *number = (struct span){at, end};
            return true;
        }
        at = end > at ? end - 1 : at;
    }
    return false;
}

/* The same, in what goes on from AT without a blank. */
static bool find_in_address(struct slice text, size_t at, size_t end,
                            struct span *number)
{
    size_t stop = at;

    while (stop < end && !byte_is_in(text.bytes[stop], " )>|"))
        stop++;
    return bug_number_find(text, (struct span){at, stop}, 1, number);
}

bool bug_address_find(struct slice text, struct span part,
                      struct span *number)
{
    for (size_t at = part.start; at < part.end; at++) {
        const struct rule_phrase *phrase = rule_phrase_first(
            PHRASES_BUG_ADDRESS, byte_lower(text.bytes[at]));

        for (; phrase; phrase = rule_phrase_next(phrase)) {
            size_t past = at + phrase->length;

            if (past <= part.end && slice_has_word(text, at, phrase->folded) &&
                find_in_address(text, past, part.end, number))
                return true;
        }
    }
    return false;
}

/* The column's example, with another number. */
void bug_link_add(struct slice number, struct buffer *link)
{
    const char *at = rule_columns[COLUMN_BUG].example;

    while (*at) {
        if (!byte_is_digit(*at)) {
            buffer_add_char(link, *at++);
            continue;
        }
        buffer_add_slice(link, number);
        at += strspn(at, "0123456789");
    }
}
