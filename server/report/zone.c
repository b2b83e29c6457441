/* Reads zones: UTC, offsets from it, and names. */
#include "zone.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "rules.h"

/* What is written between a time and its zone, or a name and its offset. */
#define BETWEEN " \t([*_,;/|"

/* U+2212, the minus that isn't a hyphen. */
#define MINUS "\xe2\x88\x92"

/* Takes a sign; 0 if there is none. */
static int read_sign(struct slice text, size_t *at)
{
    size_t length = strlen(MINUS);

    if (*at + length <= text.length &&
        !memcmp(text.bytes + *at, MINUS, length)) {
        *at += length;
        return -1;
    }
    if (slice_at(text, *at) != '+' && slice_at(text, *at) != '-')
        return 0;
    return text.bytes[(*at)++] == '-' ? -1 : 1;
}

static int number(struct slice text, size_t at, size_t digits)
{
    int value = 0;

    while (digits--)
        value = value * 10 + (text.bytes[at++] - '0');
    return value;
}

static size_t count_digits(struct slice text, size_t at)
{
    size_t count = 0;

    while (slice_digit_at(text, at + count))
        count++;
    return count;
}

/*
 * Takes "+8", "+08", "-0700", "+5:30"; zero if there is no such offset at AT,
 * else how many digits it has.
 */
static size_t read_offset(struct slice text, size_t *at, int *offset)
{
    size_t start = *at;
    int sign = read_sign(text, &start);
    size_t digits = sign ? count_digits(text, start) : 0;
    size_t end = start + digits;
    int minutes = 0;
    int hours;

    if (digits < 1 || digits > 4 || digits == 3)
        return 0;
    hours = number(text, start, digits == 1 ? 1 : 2);
    if (digits == 4) {
        minutes = number(text, start + 2, 2);
    } else if (slice_at(text, end) == ':' &&
               count_digits(text, end + 1) == 2) {
        minutes = number(text, end + 1, 2);
        digits += 2;
        end += 3;
    }
    if (hours > 14 || minutes > 59)
        return 0;
    *offset = sign * (hours * 60 + minutes);
    *at = end;
    return digits;
}

static bool is_utc(const struct rule_phrase *phrase)
{
    return !strcmp(phrase->means, "UTC");
}

/* An abbreviation must be in capitals, so that "art" and "et" aren't zones. */
static bool is_any_case(const struct rule_phrase *phrase)
{
    return memchr(phrase->folded, ' ', phrase->length) ||
           (is_utc(phrase) && phrase->length == 3);
}

/* Does PHRASE stand in TEXT at AT as whole words? */
static bool stands_at(struct slice text, size_t at,
                      const struct rule_phrase *phrase)
{
    bool capitals = true;

    for (size_t index = 0; index < phrase->length; index++) {
        char byte = slice_at(text, at + index);

        if (byte_lower(byte) != phrase->folded[index])
            return false;
        capitals &= !byte_is_small(byte);
    }
    return !byte_is_letter(slice_at(text, at + phrase->length)) &&
           (capitals || is_any_case(phrase));
}

/* May the second byte of PHRASE be the one at AT + 1? A quick test, since most
 * words are not zones. */
static bool is_second(struct slice text, size_t at,
                      const struct rule_phrase *phrase)
{
    return phrase->length == 1 ||
           (slice_at(text, at + 1) | ('a' ^ 'A')) ==
               (phrase->folded[1] | ('a' ^ 'A'));
}

/* The longest phrase of the list of zones that stands at AT, or NULL. */
static const struct rule_phrase *phrase_at(struct slice text, size_t at)
{
    char first = byte_lower(slice_at(text, at));
    const struct rule_phrase *phrase = rule_phrase_first(PHRASES_ZONE, first);
    const struct rule_phrase *longest = NULL;

    for (; phrase; phrase = rule_phrase_next(phrase)) {
        if ((!longest || phrase->length > longest->length) &&
            is_second(text, at, phrase) && stands_at(text, at, phrase))
            longest = phrase;
    }
    return longest;
}

static bool take(struct zone *zone, size_t start, size_t end, int offset)
{
    *zone = (struct zone){ZONE_OFFSET, true, offset, {start, end}};
    return true;
}

/* UTC and what follows it: "UTC+8", "UTC (+8)"; AT is after the name. */
static bool take_utc(struct slice text, size_t start, size_t at,
                     struct zone *zone)
{
    size_t past = slice_skip(text, at, " (");
    int offset = 0;

    if (read_offset(text, &past, &offset))
        at = past;
    return take(zone, start, at, offset);
}

/* The offset that explains a name: "CET (UTC+1)", "CET/+01:00". */
static bool read_explained(struct slice text, size_t start, size_t at,
                           struct zone *zone)
{
    size_t past = slice_skip(text, at, BETWEEN);
    const struct rule_phrase *phrase = phrase_at(text, past);
    int offset;

    if (phrase && is_utc(phrase) && strlen(phrase->folded) > 1)
        return take_utc(text, start, past + strlen(phrase->folded), zone);
    if (read_offset(text, &past, &offset))
        return take(zone, start, past, offset);
    return false;
}

/* A zone whose first letter stands at AT. */
static bool read_words(struct slice text, size_t at, struct zone *zone)
{
    const struct rule_phrase *phrase = phrase_at(text, at);
    size_t end;

    if (!phrase)
        return false;
    end = at + strlen(phrase->folded);
    if (is_utc(phrase))
        return take_utc(text, at, end, zone);
    if (read_explained(text, at, end, zone))
        return true;
    *zone = (struct zone){ZONE_NAMED, *phrase->means != '\0',
                          (int)strtol(phrase->means, NULL, 10), {at, end}};
    return true;
}

/* An offset with nothing in front: close to its time it may be short. */
static bool read_bare(struct slice text, size_t at, bool close,
                      struct zone *zone)
{
    size_t start = at;
    int offset;
    size_t digits = read_offset(text, &at, &offset);

    if (digits < (close ? 2 : 3))
        return false;
    return take(zone, start, at, offset);
}

bool zone_read(struct slice text, size_t at, struct zone *zone)
{
    size_t word = slice_skip(text, at, BETWEEN);

    *zone = (struct zone){ZONE_NONE, false, 0, {at, at}};
    return read_bare(text, at, true, zone) ||
           read_bare(text, word, false, zone) || read_words(text, word, zone);
}

/* Does a blank or a bracket stand before AT? */
static bool is_opening(struct slice text, size_t at)
{
    return !at || byte_is_in(text.bytes[at - 1], " (");
}

/* Is a zone said at AT, where a word begins? A bare Z is not. */
static bool read_said(struct slice text, size_t at, struct zone *zone)
{
    char before = at ? text.bytes[at - 1] : ' ';

    if (byte_is_alphanumeric(before) || before == '.' || before == '-')
        return false;
    if (byte_is_letter(text.bytes[at]))
        return read_words(text, at, zone) &&
               zone->span.end > zone->span.start + 1;
    return is_opening(text, at) && read_bare(text, at, false, zone);
}

bool zone_find(struct slice text, struct zone *zone)
{
    struct zone found;

    *zone = (struct zone){ZONE_NONE, false, 0, {0, 0}};
    for (size_t at = 0; at < text.length; at++) {
        if (!read_said(text, at, &found))
            continue;
        if (found.kind == ZONE_OFFSET || zone->kind == ZONE_NONE)
            *zone = found;
        if (found.kind == ZONE_OFFSET)
            return true;
        at = found.span.end - 1;
    }
    return zone->kind != ZONE_NONE;
}

/* The first offset in TEXT whose sign begins with the byte SIGN. */
static bool find_signed(struct slice text, char sign, struct zone *zone)
{
    const char *end = text.bytes + text.length;
    const char *byte = text.bytes;

    while ((byte = memchr(byte, (unsigned char)sign, (size_t)(end - byte)))) {
        size_t at = (size_t)(byte++ - text.bytes);

        if (is_opening(text, at) && read_bare(text, at, false, zone))
            return true;
    }
    return false;
}

bool zone_find_bare(struct slice text, struct zone *zone)
{
    static const char signs[] = {'+', '-', MINUS[0]};
    struct zone found;

    *zone = (struct zone){ZONE_NONE, false, 0, {0, 0}};
    for (size_t i = 0; i < sizeof signs; i++) {
        if (find_signed(text, signs[i], &found) &&
            (zone->kind == ZONE_NONE || found.span.start < zone->span.start))
            *zone = found;
    }
    return zone->kind != ZONE_NONE;
}

struct slice zone_write(int offset, char *written)
{
    int minutes = abs(offset);
    char *at = written;

    for (const char *name = "UTC"; *name; name++)
        *at++ = *name;
    if (minutes) {
        *at++ = offset < 0 ? '-' : '+';
        if (minutes >= 600)
            *at++ = (char)('0' + minutes / 600);
        *at++ = (char)('0' + minutes / 60 % 10);
    }
    if (minutes % 60) {
        *at++ = ':';
        *at++ = (char)('0' + minutes % 60 / 10);
        *at++ = (char)('0' + minutes % 10);
    }
    return (struct slice){written, (size_t)(at - written)};
}
