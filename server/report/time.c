/* Finds times of day in text, with the offset from UTC where it is said. */
#include <string.h>

#include "array.h"
#include "date.h"
#include "zone.h"

/* Takes one or two digits. */
static bool read_pair(struct slice text, size_t *at, int *number)
{
    size_t start = *at;

    *number = 0;
    while (*at < start + 2 && slice_digit_at(text, *at))
        *number = *number * 10 + (text.bytes[(*at)++] - '0');
    return *at > start && !slice_digit_at(text, *at);
}

/* Takes ":MM", exactly two digits. */
static bool read_minutes(struct slice text, size_t *at, int *number)
{
    size_t after = *at + 1;

    if (slice_at(text, *at) != ':' || !read_pair(text, &after, number) ||
        after != *at + 3)
        return false;
    *at = after;
    return true;
}

/* WORD at AT, no letter or digit after it. */
static bool has_word(struct slice text, size_t at, const char *word)
{
    return byte_lower(slice_at(text, at)) == *word &&
           slice_has_word(text, at, word) &&
           !byte_is_alphanumeric(slice_at(text, at + strlen(word)));
}

/* Turns 9:15 PM into 21:15 if that is what stands there. */
static void read_half_day(struct slice text, struct time *time)
{
    size_t at = slice_skip(text, time->span.end, " ");
    bool morning = has_word(text, at, "am") || has_word(text, at, "a.m");
    bool evening = has_word(text, at, "pm") || has_word(text, at, "p.m");

    if (!morning && !evening)
        return;
    if (time->hour < 1 || time->hour > 12)
        time->valid = false;
    time->hour = time->hour % 12 + (evening ? 12 : 0);
    time->span.end = at + (has_word(text, at, "am") ||
                           has_word(text, at, "pm") ? 2 : 3);
}

static size_t skip_dash(struct slice text, size_t at)
{
    if (slice_at(text, at) == '-')
        return at + 1;
    if (slice_has(text, at, "\xe2\x80\x93") ||
        slice_has(text, at, "\xe2\x80\x94"))
        return at + 3;
    return at;
}

/* Is the second of two times, joined by a hyphen without blanks after it, no
 * offset? A span goes forward; and ISO's T has times of day before it. */
static bool goes_on(struct slice text, const struct time *time, int hour,
                    int minute)
{
    size_t start = time->span.start;
    bool iso = start && (text.bytes[start - 1] == 'T' ||
                         text.bytes[start - 1] == 't');

    return !iso && hour * 60 + minute > time_minute(time);
}

/* The end of "15:35 - 15:39", or of the time alone: there its zone stands. */
static size_t read_end(struct slice text, const struct time *time)
{
    size_t dash = slice_skip(text, time->span.end, " ");
    size_t after = skip_dash(text, dash);
    size_t at = slice_skip(text, after, " ");
    int hour, minute;

    if (after == dash || !slice_digit_at(text, at))
        return time->span.end;
    if (!read_pair(text, &at, &hour) || !read_minutes(text, &at, &minute))
        return time->span.end;
    if (after == dash + 1 && text.bytes[after] != ' ' &&
        !goes_on(text, time, hour, minute))
        return time->span.end;
    read_minutes(text, &at, &minute);
    after = slice_skip(text, at, " ");
    return has_word(text, after, "am") || has_word(text, after, "pm")
               ? after + 2
               : at;
}

static void read_zone(struct slice text, struct time *time)
{
    struct zone zone;

    time->end = read_end(text, time);
    if (zone_read(text, time->end, &zone) && zone.kind == ZONE_OFFSET) {
        time->zoned = true;
        time->offset = zone.offset;
    }
}

static bool read_time(struct slice text, size_t at, struct time *time)
{
    *time = (struct time){.span = {at, at}};
    if (!read_pair(text, &at, &time->hour) ||
        !read_minutes(text, &at, &time->minute))
        return false;
    read_minutes(text, &at, &time->second);
    if (slice_at(text, at) == '.' && slice_digit_at(text, at + 1))
        at = slice_skip_digits(text, at + 1);
    if (slice_at(text, at) == ':' &&
        byte_is_alphanumeric(slice_at(text, at + 1)))
        return false;
    time->span.end = at;
    time->valid = time->minute < 60 && time->second <= 60 &&
                  (time->hour < 24 || (time->hour == 24 && !time->minute &&
                                       !time->second));
    read_half_day(text, time);
    read_zone(text, time);
    return true;
}

/* Past blanks and the marks that may part a date from a time. */
static size_t skip_marks(struct slice text, size_t at)
{
    while (at < text.length && !byte_is_alphanumeric(text.bytes[at]))
        at++;
    return has_word(text, at, "at") ? slice_skip(text, at + 2, " ") : at;
}

/* "Z" at AT, or a zone that is an offset, past blanks too. */
static bool is_zone_at(struct slice text, size_t at)
{
    struct zone zone;

    return zone_read(text, at, &zone) && zone.kind == ZONE_OFFSET;
}

/* Past "h", "hrs" or the like at AT; AT if it isn't there. */
static size_t past_hours(struct slice text, size_t at)
{
    static const char *const words[] = {"h", "hrs", "hours", "hr", "uhr"};
    size_t start = slice_skip(text, at, " ");

    for (size_t i = 0; i < LENGTH_OF(words); i++) {
        if (has_word(text, start, words[i]))
            return start + strlen(words[i]);
    }
    return at;
}

/* Takes the four digits of 1200, if what follows makes them a time. */
static bool read_bare_digits(struct slice text, size_t *at, struct time *time)
{
    size_t end = *at + 4;

    for (size_t i = 0; i < 4; i++) {
        if (!slice_digit_at(text, *at + i))
            return false;
    }
    if (slice_digit_at(text, end) ||
        (past_hours(text, end) == end && !is_zone_at(text, end)))
        return false;
    time->hour = (text.bytes[*at] - '0') * 10 + text.bytes[*at + 1] - '0';
    time->minute = (text.bytes[*at + 2] - '0') * 10 + text.bytes[*at + 3] - '0';
    *at = past_hours(text, end);
    return true;
}

/* Is there more of a number at AT, so that 12.00 before it is no time? */
static bool is_quantity(struct slice text, size_t at)
{
    size_t past = slice_skip(text, at, " ");

    return byte_is_alphanumeric(slice_at(text, at)) ||
           slice_at(text, past) == '%' ||
           (byte_is_in(slice_at(text, at), ".,/-") &&
            slice_digit_at(text, at + 1));
}

/* Takes 12.00, 12h00 or 12h. */
static bool read_parted_digits(struct slice text, size_t *at,
                               struct time *time)
{
    size_t end = *at;
    char mark;

    if (!read_pair(text, &end, &time->hour) || end >= text.length)
        return false;
    mark = byte_lower(text.bytes[end]);
    if (mark == '.' && end != *at + 2)
        return false;
    if (mark != '.' && mark != 'h')
        return false;
    *at = end + 1;
    if (mark == 'h' && !slice_digit_at(text, *at))
        return !byte_is_alphanumeric(slice_at(text, *at)) &&
               (slice_at(text, *at) != ' ' || is_zone_at(text, *at));
    end = *at;
    if (!read_pair(text, at, &time->minute) || *at != end + 2)
        return false;
    if (mark == 'h' && has_word(text, *at, "m"))
        (*at)++;
    return !is_quantity(text, *at);
}

bool time_find_spelt(struct slice text, size_t from, struct time *time)
{
    size_t start = skip_marks(text, from);
    size_t at = start;
    struct date date;

    *time = (struct time){.span = {start, start}};
    if (!slice_digit_at(text, start))
        return false;
    if (!read_bare_digits(text, &at, time)) {
        at = start;
        time->hour = time->minute = 0;
        if (!read_parted_digits(text, &at, time))
            return false;
    }
    if (date_find_near(text, start, start + 1, &date))
        return false;   /* whose year would pass for hours and minutes */
    time->span.end = at;
    time->valid = time->hour < 24 && time->minute < 60;
    read_zone(text, time);
    return time->valid;
}

bool time_find_near(struct slice text, size_t from, size_t end,
                    struct time *time)
{
    for (size_t at = from; at < text.length && at < end; at++) {
        char before = at ? text.bytes[at - 1] : ' ';
        bool apart =
            !byte_is_alphanumeric(before) || before == 'T' || before == 't';

        if (slice_digit_at(text, at) && apart && before != ':' &&
            before != '.' && read_time(text, at, time))
            return true;
    }
    return false;
}

bool time_find(struct slice text, size_t from, struct time *time)
{
    return time_find_near(text, from, text.length, time);
}
