/*
 * date.h - dates and times as people write them.
 *
 * Understood are ISO 8601 (2025-06-05, also unpadded, with / or . or blanks,
 * or with a hyphen that isn't one), names of months in English (June 5, 2025;
 * 5 June 2025; 3-Nov-2023), and days first or months first (13.10.2025,
 * 4/21/2025) where it is clear which. One without a year is not read.
 */
#ifndef REPORT_DATE_H
#define REPORT_DATE_H

#include <stdbool.h>
#include <stddef.h>

#include "memory.h"
#include "text.h"

#define SECONDS_A_MINUTE 60
#define SECONDS_A_DAY 86400LL
#define MINUTES_A_DAY (24 * 60)

enum date_form {
    DATE_ISO,               /* YYYY-MM-DD */
    DATE_CERTAIN,           /* another spelling of a certain day */
    DATE_AMBIGUOUS          /* 03/04/2025: two readings */
};

struct date {
    enum date_form form;
    bool valid;             /* there is such a day */
    int year, month, day;   /* if ambiguous: the day-first reading */
    int days;               /* from 1970-01-01; if valid */
    struct span span;       /* in the text it was found in */
};

/* True if DATE is a day, and can't be another. */
static inline bool date_is_certain(const struct date *date)
{
    return date->valid && date->form != DATE_AMBIGUOUS;
}

struct time {
    bool valid;             /* there is such a time */
    int hour, minute, second;
    bool zoned;             /* UTC, Z or an offset stands after it */
    int offset;             /* in minutes east of UTC, if zoned */
    struct span span;       /* hour to second (and AM or PM), not the zone */
    size_t end;             /* of that, or of the second time of a span: there
                               its zone stands */
};

/* The minute of the day that TIME names, in its own zone. */
static inline int time_minute(const struct time *time)
{
    return time->hour * 60 + time->minute;
}

/* The first date in TEXT that begins at FROM or later; or only before END. */
bool date_find(struct slice text, size_t from, struct date *date);

/* More of a cell isn't looked at for dates. */
#define DATE_TEXT_MOST 256

/*
 * The latest date in TEXT, up to DATE_TEXT_MOST: one that was put off stands
 * beside the new one. False if there is none, or if one can't be told.
 */
bool date_latest(struct slice text, struct date *latest);
bool date_find_near(struct slice text, size_t from, size_t end,
                    struct date *date);

/* The first time of day (HH:MM at least) in TEXT at FROM or later; or only
 * before END. */
bool time_find(struct slice text, size_t from, struct time *time);
bool time_find_near(struct slice text, size_t from, size_t end,
                    struct time *time);

/*
 * A time of day at FROM in TEXT, past blanks and marks, in spellings that are
 * certain only where one is expected: 12.00, 1200Z, 1200 UTC, 12h00, 12h,
 * 12:00h. False if there is none.
 */
bool time_find_spelt(struct slice text, size_t from, struct time *time);

/* The days from 1970-01-01 to a day of the Gregorian calendar that is. */
int date_days(int year, int month, int day);

/* The bytes that date_iso() may write. */
#define DATE_ISO_ROOM 40

/* Writes DAYS from 1970-01-01 as YYYY-MM-DD to ISO, a string, and returns it;
 * or adds it to BUFFER. */
struct slice date_iso(int days, char *iso);
void date_add(struct buffer *buffer, int days);

#endif
