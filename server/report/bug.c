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

/* Where PHRASE stands in PART of TEXT; its end if nowhere. */
static size_t find_phrase(struct slice text, struct span part,
                          const char *phrase)
{
    size_t length = strlen(phrase);

    for (size_t at = part.start; at + length <= part.end; at++) {
        if (byte_lower(text.bytes[at]) == *phrase &&
            slice_has_word(text, at, phrase))
            return at;
    }
    return part.end;
}

bool bug_address_find(struct slice text, struct span part,
                      struct span *number)
{
    const struct rule_phrases *list = &rule_phrase_lists[PHRASES_BUG_ADDRESS];
    size_t first = part.end;

    for (size_t index = 0; index < list->count; index++) {
        const char *phrase = list->phrases[index].folded;
        size_t at = find_phrase(text, part, phrase);
        size_t end = at;

        while (end < part.end && !byte_is_in(text.bytes[end], " )>|"))
            end++;
        if (at < first &&
            bug_number_find(text, (struct span){at + strlen(phrase), end}, 1,
                            number))
            first = at;
    }
    return first < part.end;
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
