/* Reads the days and times of certificate lists. */
#include "moment.h"

#include <string.h>

#include "date.h"
#include "memory.h"

static void set_time(struct moment *moment, const struct time *time)
{
    int minutes = time_minute(time) - time->offset;

    moment->timed = time->valid;
    moment->zoned = time->zoned;
    if (!time->valid)
        return;
    moment->days += minutes < 0 ? -1 : minutes / MINUTES_A_DAY;
    moment->minutes = (minutes + MINUTES_A_DAY) % MINUTES_A_DAY;
}

/* YYYYMMDD, which may be followed by HHMMSS and Z, as in the certificate. */
static bool read_packed(struct slice text, struct moment *moment)
{
    char spaced[] = "YYYY-MM-DD";
    struct date date;

    if (text.length < 8)
        return false;
    for (size_t at = 0; at < 8; at++) {
        if (!byte_is_digit(text.bytes[at]))
            return false;
        spaced[at + (at > 3) + (at > 5)] = text.bytes[at];
    }
    if (!date_find((struct slice){spaced, sizeof spaced - 1}, 0, &date) ||
        !date.valid)
        return false;
    moment->days = date.days;
    return true;
}

/* The date in TEXT once the time in its middle is taken out: programs write
 * "Jul 18 14:54:06 2025 GMT". */
static bool read_around(struct slice text, const struct time *time,
                        struct date *date)
{
    struct buffer rest = {NULL, 0, 0};
    bool found;

    buffer_add(&rest, text.bytes, time->span.start);
    buffer_add(&rest, text.bytes + time->span.end,
               text.length - time->span.end);
    found = date_find(buffer_slice(&rest), 0, date);
    buffer_free(&rest);
    return found;
}

/* The number of LENGTH digits at AT; -1 if there are others. */
static int digits_at(struct slice text, size_t at, size_t length)
{
    int number = 0;

    for (size_t end = at + length; at < end; at++) {
        if (at >= text.length || !byte_is_digit(text.bytes[at]))
            return -1;
        number = number * 10 + (text.bytes[at] - '0');
    }
    return number;
}

/* YYYY-MM-DD HH:MM:SS, a T in the middle or a Z at the end allowed: what most
 * lists hold, in a form that needs no search. */
static bool read_plain(struct slice text, struct moment *moment)
{
    struct date date;
    struct slice day = {text.bytes, 10};
    bool zulu = text.length == 20 && text.bytes[19] == 'Z';
    int hour = digits_at(text, 11, 2);
    int minute = digits_at(text, 14, 2);
    int second = digits_at(text, 17, 2);

    if ((text.length != 19 && !zulu) || !strchr("T ", text.bytes[10]) ||
        text.bytes[13] != ':' || text.bytes[16] != ':' || hour < 0 ||
        hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59 ||
        !date_find(day, 0, &date) || date.form != DATE_ISO || !date.valid)
        return false;
    *moment = (struct moment){.timed = true, .zoned = zulu, .days = date.days,
                              .minutes = hour * 60 + minute};
    return true;
}

bool moment_read(struct slice text, struct moment *moment)
{
    struct date date;
    struct time time;
    bool timed;

    if (read_plain(text, moment))
        return true;
    *moment = (struct moment){.timed = false};
    if (date_find(text, 0, &date)) {
        timed = time_find(text, date.span.end, &time);
    } else {
        timed = time_find(text, 0, &time);
        if (!timed || !read_around(text, &time, &date))
            return read_packed(text, moment);
    }
    if (!date.valid)
        return false;
    moment->days = date.days;
    if (timed)
        set_time(moment, &time);
    return true;
}

bool moment_is_before(const struct moment *one, const struct moment *other)
{
    if (one->days != other->days)
        return one->days < other->days;
    return one->timed && other->timed && one->zoned == other->zoned &&
           one->minutes < other->minutes;
}
