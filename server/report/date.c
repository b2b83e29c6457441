/* Finds dates in text, in the spellings that people use. */
#include "date.h"

#include <stdio.h>
#include <string.h>

#include "array.h"
#include "rules.h"

/* What is being read: where it is, and what was taken so far. */
struct scan {
    struct slice text;
    size_t at;
};

/* Reads a number of MINIMUM..MAXIMUM digits and no more. */
static bool read_number(struct scan *scan, int minimum, int maximum,
                        int *number)
{
    int digits = 0;

    *number = 0;
    while (slice_digit_at(scan->text, scan->at + (size_t)digits) &&
           digits <= maximum)
        *number = *number * 10 +
                  (scan->text.bytes[scan->at + (size_t)digits++] - '0');
    if (digits < minimum || digits > maximum)
        return false;
    scan->at += (size_t)digits;
    return true;
}

/* The kind of the separator at the scan: '-', '/', '.', ' ', and 'h' for a
 * hyphen that isn't ASCII's; 0 if there is none. It is taken. */
static char read_separator(struct scan *scan)
{
    struct slice text = scan->text;
    char byte = slice_at(text, scan->at);

    if (byte_is_in(byte, "-/. ")) {
        scan->at++;
        return byte;
    }
    if (slice_has(text, scan->at, "\xe2\x80") &&
        byte_is_in(slice_at(text, scan->at + 2), "\x90\x91\x93")) {
        scan->at += 3;
        return 'h';
    }
    return '\0';
}

static void skip_any(struct scan *scan, const char *set)
{
    scan->at = slice_skip(scan->text, scan->at, set);
}

/* Takes WORD if it is the next one, in any case. */
static bool read_word(struct scan *scan, const char *word)
{
    size_t length = strlen(word);

    for (size_t index = 0; index < length; index++) {
        if (!byte_is_letter(slice_at(scan->text, scan->at + index)) ||
            byte_lower(scan->text.bytes[scan->at + index]) !=
                word[index])
            return false;
    }
    if (byte_is_letter(slice_at(scan->text, scan->at + length)))
        return false;
    scan->at += length;
    return true;
}

/* Takes the name of a month; 0 if there is none. */
static int read_month(struct scan *scan)
{
    const struct rule_phrase *month;

    if (scan->at >= scan->text.length)
        return 0;
    month = rule_phrase_first(
        PHRASES_MONTH,
        byte_lower(scan->text.bytes[scan->at]));
    for (; month; month = rule_phrase_next(month)) {
        if (read_word(scan, month->folded)) {
            int number = 0;

            for (const char *digit = month->means; *digit; digit++)
                number = number * 10 + (*digit - '0');
            return number;
        }
    }
    return 0;
}

static void skip_ordinal(struct scan *scan)
{
    if (!read_word(scan, "st") && !read_word(scan, "nd") &&
        !read_word(scan, "rd"))
        read_word(scan, "th");
}

static int days_in(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30,
                               31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

    return days[month - 1] + (month == 2 && leap);
}

/* Howard Hinnant's days_from_civil: years begin in March, so that the leap
 * day is the last one of a year. */
int date_days(int year, int month, int day)
{
    int shifted = month <= 2 ? year - 1 : year;
    int era = shifted / 400;
    int of_era = shifted - era * 400;
    int of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;

    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year -
           719468;
}

/* And civil_from_days, of the same author. */
struct slice date_iso(int days, char *iso)
{
    int shifted = days + 719468;
    int era = shifted / 146097;
    int of_era = shifted - era * 146097;
    int year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) /
               365;
    int of_year = of_era - (365 * year + year / 4 - year / 100);
    int month = (5 * of_year + 2) / 153;
    int day = of_year - (153 * month + 2) / 5 + 1;

    month += month < 10 ? 3 : -9;
    year += era * 400 + (month <= 2);
    snprintf(iso, DATE_ISO_ROOM, "%04d-%02d-%02d", year, month, day);
    return slice_of(iso);
}

void date_add(struct buffer *buffer, int days)
{
    char iso[DATE_ISO_ROOM];

    buffer_add_slice(buffer, date_iso(days, iso));
}

static void set(struct date *date, int year, int month, int day)
{
    date->year = year;
    date->month = month;
    date->day = day;
    date->valid = month >= 1 && month <= 12 && day >= 1 && year >= 1 &&
                  day <= days_in(year, month);
    if (date->valid)
        date->days = date_days(year, month, day);
}

/* Outside of these years only ISO's form is a date for sure. */
static bool is_of_our_time(int year)
{
    return year >= 1900 && year <= 2199;
}

/* 2025-06-05 and its variants. */
static bool read_year_first(struct scan *scan, struct date *date)
{
    int year, month, day;
    size_t start = scan->at;
    char first;

    if (!read_number(scan, 4, 4, &year) || !(first = read_separator(scan)) ||
        !read_number(scan, 1, 2, &month) || read_separator(scan) != first ||
        !read_number(scan, 1, 2, &day))
        return false;
    set(date, year, month, day);
    date->form = first == '-' && scan->at - start == 10 ? DATE_ISO
                                                         : DATE_CERTAIN;
    return is_of_our_time(year) || (date->form == DATE_ISO && date->valid);
}

/* 13.10.2025, 4/21/2025, 28-04-2025. Dots are never American. */
static bool read_year_last(struct scan *scan, struct date *date)
{
    int first, second, year;
    char separator;

    if (!read_number(scan, 1, 2, &first) ||
        !(separator = read_separator(scan)) || separator == ' ' ||
        !read_number(scan, 1, 2, &second) ||
        read_separator(scan) != separator ||
        !read_number(scan, 4, 4, &year) || !is_of_our_time(year))
        return false;
    date->form = DATE_CERTAIN;
    if (second > 12 && first <= 12) {
        set(date, year, first, second);
        return true;
    }
    set(date, year, second, first);
    if (separator != '.' && first <= 12 && second <= 12 && first != second)
        date->form = DATE_AMBIGUOUS;
    return true;
}

/* 5 June 2025, 2nd of March 2023, 3-Nov-2023. */
static bool read_day_month(struct scan *scan, struct date *date)
{
    int day, month, year;

    if (!read_number(scan, 1, 2, &day))
        return false;
    skip_ordinal(scan);
    if (!read_separator(scan))
        return false;
    if (read_word(scan, "of"))
        skip_any(scan, " ");
    month = read_month(scan);
    skip_any(scan, ".,");
    if (!month || !read_separator(scan) || !read_number(scan, 4, 4, &year))
        return false;
    set(date, year, month, day);
    date->form = DATE_CERTAIN;
    return true;
}

/* June 5, 2025; March 13th 2025; July12, 2024; July 29. 2024. */
static bool read_month_day(struct scan *scan, struct date *date)
{
    int day, month, year;

    month = read_month(scan);
    skip_any(scan, ". -");
    if (!month || !read_number(scan, 1, 2, &day))
        return false;
    skip_ordinal(scan);
    skip_any(scan, "., -");
    if (!read_number(scan, 4, 4, &year))
        return false;
    set(date, year, month, day);
    date->form = DATE_CERTAIN;
    return true;
}

typedef bool reader(struct scan *, struct date *);

static bool read_date(struct slice text, size_t at, struct date *date)
{
    static reader *const readers[] = {read_year_first, read_year_last,
                                      read_day_month, read_month_day};

    for (size_t index = 0; index < LENGTH_OF(readers); index++) {
        struct scan scan = {text, at};

        if (!readers[index](&scan, date) || slice_digit_at(text, scan.at))
            continue;
        date->span = (struct span){at, scan.at};
        return true;
    }
    return false;
}

/* May a date begin at AT? Not in a word, a number, a version or an address. */
static bool may_begin(struct slice text, size_t at)
{
    char before = at ? text.bytes[at - 1] : ' ';

    if (!byte_is_alphanumeric(text.bytes[at]) || byte_is_alphanumeric(before) ||
        byte_is_in(before, "/_"))
        return false;
    return !byte_is_in(before, ".-") || at < 2 ||
           !byte_is_alphanumeric(text.bytes[at - 2]);
}

/* What may follow a date at once: ISO's T with a time, its Z. */
static bool is_mark_of_time(struct slice text, size_t at)
{
    bool last = !byte_is_alphanumeric(slice_at(text, at + 1));

    return byte_is_in(text.bytes[at], last ? "Zz" : "Tt");
}

/* Is a date that ends at END part of something longer: 2.0.0.1, a path, the
 * release 2025-06-05a? */
static bool goes_on(struct slice text, size_t end)
{
    char byte = slice_at(text, end);

    if (byte_is_letter(byte))
        return !is_mark_of_time(text, end);
    return byte == '_' || (byte_is_in(byte, "./-") &&
                           byte_is_alphanumeric(slice_at(text, end + 1)));
}

bool date_find_near(struct slice text, size_t from, size_t end,
                    struct date *date)
{
    for (size_t at = from; at < text.length && at < end; at++) {
        if (may_begin(text, at) && read_date(text, at, date) &&
            !goes_on(text, date->span.end))
            return true;
    }
    return false;
}

bool date_find(struct slice text, size_t from, struct date *date)
{
    return date_find_near(text, from, text.length, date);
}

bool date_latest(struct slice text, struct date *latest)
{
    struct date date;
    bool found = false;

    if (text.length > DATE_TEXT_MOST)
        text.length = DATE_TEXT_MOST;
    for (size_t at = 0; date_find(text, at, &date); at = date.span.end) {
        if (!date_is_certain(&date))
            return false;
        if (!found || date.days > latest->days)
            *latest = date;
        found = true;
    }
    return found;
}
