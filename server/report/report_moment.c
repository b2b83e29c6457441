/* Reads, compares and writes moments. */
#include "report_moment.h"

#include "date.h"

struct report_moment report_moment_at(long long seconds)
{
    return (struct report_moment){
        .given = true,
        .timed = true,
        .day = (int)(seconds / SECONDS_A_DAY),
        .minute = (int)(seconds % SECONDS_A_DAY / SECONDS_A_MINUTE),
    };
}

bool report_moment_is_after(const struct report_moment *moment,
                            const struct report_moment *other)
{
    if (moment->day != other->day)
        return moment->day > other->day;
    return moment->timed && other->timed && moment->minute > other->minute;
}

/* Minutes may be negative, or more than a day has. */
static void set_minutes(struct report_moment *moment, int minutes)
{
    int days = minutes / MINUTES_A_DAY - (minutes % MINUTES_A_DAY < 0);

    moment->timed = true;
    moment->day += days;
    moment->minute = minutes - days * MINUTES_A_DAY;
}

void report_moment_find(struct slice value, struct span span,
                        struct report_moment *moment)
{
    struct date date;
    struct time time;

    if (!date_find(value, 0, &date) || !date.valid)
        return;
    *moment = (struct report_moment){
        .given = true, .day = date.days, .span = span};
    if (time_find(value, date.span.end, &time) && time.valid)
        set_minutes(moment, time_minute(&time) - time.offset);
}

bool report_moment_read(struct slice value, struct report_moment *moment,
                        bool *zoned)
{
    struct date date;
    struct time time;

    *zoned = false;
    if (!date_find(value, 0, &date) || !date.valid || date.span.start ||
        date.form == DATE_AMBIGUOUS)
        return false;
    if (date.span.end < value.length &&
        (!time_find(value, date.span.end, &time) || !time.valid ||
         time.span.start > date.span.end + 1))
        return false;
    if (date.span.end < value.length)
        *zoned = time.zoned;
    report_moment_find(value, (struct span){0, value.length}, moment);
    return true;
}

void report_moment_add(struct buffer *words, const struct report_moment *moment)
{
    date_add(words, moment->day);
    if (!moment->timed)
        return;
    buffer_add_char(words, ' ');
    buffer_add_time(words, moment->minute);
    buffer_add_string(words, " UTC");
}

void report_moment_add_iso(struct buffer *words,
                           const struct report_moment *moment)
{
    char iso[16];

    buffer_add_slice(words, date_iso(moment->day, iso));
    if (!moment->timed)
        return;
    buffer_add_char(words, 'T');
    buffer_add_time(words, moment->minute);
    buffer_add_char(words, 'Z');
}
