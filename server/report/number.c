/* Finds the number of certificates in a sentence. */
#include "number.h"

#include <ctype.h>
#include <string.h>

#include "date.h"
#include "rules.h"

static bool is_digit_at(struct slice text, size_t at)
{
    return at < text.length && isdigit((unsigned char)text.bytes[at]);
}

static bool is_word_at(struct slice text, size_t at)
{
    return at < text.length && (isalnum((unsigned char)text.bytes[at]) ||
                                (unsigned char)text.bytes[at] >= 0x80);
}

/* Behind a separator of thousands at AT, if three digits follow; else 0. */
static size_t behind_separator(struct slice text, size_t at)
{
    size_t behind = 0;

    if (at < text.length && strchr(",.' ", text.bytes[at]) && text.bytes[at])
        behind = at + 1;
    else if (at + 2 < text.length && !memcmp(text.bytes + at, "\xc2\xa0", 2))
        behind = at + 2;
    if (!behind || !is_digit_at(text, behind) ||
        !is_digit_at(text, behind + 1) || !is_digit_at(text, behind + 2) ||
        is_digit_at(text, behind + 3))
        return 0;
    return behind;
}

static unsigned long with_digit(unsigned long number, char digit)
{
    if (number > 1000000000000ul)
        return number;
    return number * 10 + (unsigned long)(digit - '0');
}

/* Behind the digits at AT, whose value is *NUMBER. */
static size_t read_digits(struct slice text, size_t at, unsigned long *number)
{
    size_t start = at;
    size_t behind;

    *number = 0;
    while (is_digit_at(text, at))
        *number = with_digit(*number, text.bytes[at++]);
    while (at - start <= 3 && (behind = behind_separator(text, at))) {
        for (start = at = behind; at < behind + 3; at++)
            *number = with_digit(*number, text.bytes[at]);
    }
    return at;
}

/* Is the number START..END part of a version, an OID, a time or a name? */
static bool is_part(struct slice text, size_t start, size_t end)
{
    char before = start ? text.bytes[start - 1] : ' ';
    char behind = end < text.length ? text.bytes[end] : ' ';

    if ((start && is_word_at(text, start - 1)) || before == '#' ||
        before == '.' || before == '/' || before == '-' || before == '&' ||
        (before == ':' && is_word_at(text, start - 2)))
        return true;
    if (is_word_at(text, end) || behind == '/')
        return true;
    return (behind == '.' || behind == ':' || behind == '-') &&
           is_word_at(text, end + 1);
}

static bool word_at(struct slice text, size_t at, unsigned long *number,
                    size_t *end)
{
    char first = (char)tolower((unsigned char)text.bytes[at]);
    const struct rule_phrase *word = rule_phrase_first(PHRASES_NUMBER, first);

    for (; word; word = rule_phrase_next(word)) {
        size_t same = 0;

        while (same < word->length && at + same < text.length &&
               tolower((unsigned char)text.bytes[at + same]) ==
                   word->folded[same])
            same++;
        if (same < word->length || is_word_at(text, at + same))
            continue;
        read_digits((struct slice){word->means, strlen(word->means)}, 0,
                    number);
        *end = at + same;
        return true;
    }
    return false;
}

bool number_find(struct slice text, unsigned long *number, struct span *span)
{
    struct date date;
    bool dated = date_find(text, 0, &date);

    for (size_t at = 0; at < text.length; at++) {
        size_t end;
        bool begins = !at || !is_word_at(text, at - 1);

        if (dated && at == date.span.start) {
            at = date.span.end;
            if (at == text.length)
                break;
            dated = date_find(text, at, &date);
        }
        if (is_digit_at(text, at) && begins) {
            end = read_digits(text, at, number);
            if (!is_part(text, at, end)) {
                *span = (struct span){at, end};
                return true;
            }
            at = end - 1;
        } else if (begins && word_at(text, at, number, &end)) {
            *span = (struct span){at, end};
            return true;
        }
    }
    return false;
}
