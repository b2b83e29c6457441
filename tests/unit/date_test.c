/* Dates and times of day in the spellings that people use. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "date.h"

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

static const struct {
    const char *text;
    const char *found;      /* NULL: no date */
    enum date_form form;
    int year, month, day;
} dates[] = {
    {"0001-01-01", "0001-01-01", DATE_ISO, 1, 1, 1},
    {"9999-12-31", "9999-12-31", DATE_ISO, 9999, 12, 31},
    {"2025-06-05", "2025-06-05", DATE_ISO, 2025, 6, 5},
    {"on 2025-06-05.", "2025-06-05", DATE_ISO, 2025, 6, 5},
    {"2025-06-05T10:00Z", "2025-06-05", DATE_ISO, 2025, 6, 5},
    {"2025-06-05:", "2025-06-05", DATE_ISO, 2025, 6, 5},
    {"**2025-06-05**", "2025-06-05", DATE_ISO, 2025, 6, 5},
    {"2026-3-3", "2026-3-3", DATE_CERTAIN, 2026, 3, 3},
    {"2025/12/13", "2025/12/13", DATE_CERTAIN, 2025, 12, 13},
    {"2025.01.15", "2025.01.15", DATE_CERTAIN, 2025, 1, 15},
    {"2025 12 29", "2025 12 29", DATE_CERTAIN, 2025, 12, 29},
    {"2025\xe2\x80\x91" "12\xe2\x80\x91" "18",
     "2025\xe2\x80\x91" "12\xe2\x80\x91" "18", DATE_CERTAIN, 2025, 12, 18},
    {"June 5, 2025", "June 5, 2025", DATE_CERTAIN, 2025, 6, 5},
    {"june 5 2025", "june 5 2025", DATE_CERTAIN, 2025, 6, 5},
    {"Monday March 13th, 2025", "March 13th, 2025", DATE_CERTAIN, 2025, 3, 13},
    {"July12, 2024", "July12, 2024", DATE_CERTAIN, 2024, 7, 12},
    {"July 29. 2024", "July 29. 2024", DATE_CERTAIN, 2024, 7, 29},
    {"Sep 25, 2024", "Sep 25, 2024", DATE_CERTAIN, 2024, 9, 25},
    {"Sept. 25, 2024", "Sept. 25, 2024", DATE_CERTAIN, 2024, 9, 25},
    {"5 June 2025", "5 June 2025", DATE_CERTAIN, 2025, 6, 5},
    {"2nd of March 2023", "2nd of March 2023", DATE_CERTAIN, 2023, 3, 2},
    {"12-January-2026", "12-January-2026", DATE_CERTAIN, 2026, 1, 12},
    {"3-Nov-2023", "3-Nov-2023", DATE_CERTAIN, 2023, 11, 3},
    {"13.10.2025", "13.10.2025", DATE_CERTAIN, 2025, 10, 13},
    {"12.09.2025", "12.09.2025", DATE_CERTAIN, 2025, 9, 12},
    {"28-04-2025", "28-04-2025", DATE_CERTAIN, 2025, 4, 28},
    {"4/21/2025", "4/21/2025", DATE_CERTAIN, 2025, 4, 21},
    {"5/5/2025", "5/5/2025", DATE_CERTAIN, 2025, 5, 5},
    {"03/04/2025", "03/04/2025", DATE_AMBIGUOUS, 2025, 4, 3},
    {"version 2.0.0 of 2023-09-15", "2023-09-15", DATE_ISO, 2023, 9, 15},
    {"2024-02-29", "2024-02-29", DATE_ISO, 2024, 2, 29},
    {"October 6", NULL, DATE_ISO, 0, 0, 0},
    {"ongoing", NULL, DATE_ISO, 0, 0, 0},
    {"OID 1.2.2025.3.4", NULL, DATE_ISO, 0, 0, 0},
    {"REQ-2025-01-02", NULL, DATE_ISO, 0, 0, 0},
    {"https://example.com/2025/01/02/x", NULL, DATE_ISO, 0, 0, 0},
    {"12025-01-02", NULL, DATE_ISO, 0, 0, 0},
    {"2025-01-022", NULL, DATE_ISO, 0, 0, 0},
    {"2025-01-02.csv", NULL, DATE_ISO, 0, 0, 0},
    {"list_2025-01-02", NULL, DATE_ISO, 0, 0, 0},
    {"market 5 2025", NULL, DATE_ISO, 0, 0, 0},
    {"", NULL, DATE_ISO, 0, 0, 0},
};

static void finds_dates(void **state)
{
    (void)state;
    for (size_t row = 0; row < COUNT(dates); row++) {
        struct slice text = slice_of(dates[row].text);
        struct date date;
        bool found = date_find(text, 0, &date);

        if (found != (dates[row].found != NULL))
            fail_msg("\"%s\": found %d", dates[row].text, found);
        if (!found)
            continue;
        if (date.span.end - date.span.start != strlen(dates[row].found) ||
            strncmp(text.bytes + date.span.start, dates[row].found,
                    strlen(dates[row].found)))
            fail_msg("\"%s\": %zu-%zu", dates[row].text, date.span.start,
                     date.span.end);
        if (!date.valid || date.form != dates[row].form ||
            date.year != dates[row].year || date.month != dates[row].month ||
            date.day != dates[row].day)
            fail_msg("\"%s\": %d-%d-%d", dates[row].text, date.year,
                     date.month, date.day);
    }
}

static void knows_days_that_are_not(void **state)
{
    static const char *const rows[] = {
        "2025-02-30", "2025-02-29", "1900-02-29", "2025-13-01", "2025-00-10",
        "2025-04-31", "2025-01-00", "June 31, 2025", "32 June 2025",
        "31.04.2025", "2025/02/30", "32.01.2025",
    };

    (void)state;
    for (size_t row = 0; row < COUNT(rows); row++) {
        struct date date;

        if (!date_find(slice_of(rows[row]), 0, &date) || date.valid)
            fail_msg("\"%s\"", rows[row]);
    }
}

static void counts_days(void **state)
{
    (void)state;
    assert_int_equal(date_days(1970, 1, 1), 0);
    assert_int_equal(date_days(1969, 12, 31), -1);
    assert_int_equal(date_days(2000, 3, 1), 11017);
    assert_int_equal(date_days(2024, 2, 29), 19782);
    assert_int_equal(date_days(2026, 11, 1), 20758);
    assert_int_equal(date_days(2100, 3, 1) - date_days(2100, 2, 28), 1);
}

static void writes_the_days_it_counts(void **state)
{
    int today = date_days(1900, 1, 1);
    char iso[DATE_ISO_ROOM];

    (void)state;
    for (; today < date_days(2200, 1, 1); today++) {
        struct slice text = date_iso(today, iso);
        struct date date;

        if (!date_find(text, 0, &date) || date.days != today)
            fail_msg("day %d is not %.*s", today, (int)text.length, text.bytes);
    }
    assert_memory_equal(date_iso(date_days(2024, 2, 29), iso).bytes,
                        "2024-02-29", 10);
}

static void finds_the_next_date(void **state)
{
    struct slice text = slice_of("2025-01-02 - 2025-03-04");
    struct date date;

    (void)state;
    assert_true(date_find(text, 0, &date));
    assert_int_equal(date.span.start, 0);
    assert_true(date_find(text, date.span.end, &date));
    assert_int_equal(date.span.start, 13);
    assert_false(date_find(text, date.span.end, &date));
}

static const struct {
    const char *text;
    const char *found;      /* NULL: no time */
    bool valid;
    int hour, minute, second;
    bool zoned;
    int offset;
} times[] = {
    {"10:20", "10:20", true, 10, 20, 0, false, 0},
    {"10:20:30", "10:20:30", true, 10, 20, 30, false, 0},
    {"T09:23:58Z", "09:23:58", true, 9, 23, 58, true, 0},
    {"09:23:58.123Z", "09:23:58.123", true, 9, 23, 58, true, 0},
    {"18:53 UTC", "18:53", true, 18, 53, 0, true, 0},
    {"18:53 (UTC+1)", "18:53", true, 18, 53, 0, true, 60},
    {"18:53 UTC +05:30", "18:53", true, 18, 53, 0, true, 330},
    {"14:56:09+08:00", "14:56:09", true, 14, 56, 9, true, 480},
    {"14:56 -0700", "14:56", true, 14, 56, 0, true, -420},
    {"12:00 GMT", "12:00", true, 12, 0, 0, true, 0},
    {"9:15 AM PST", "9:15 AM", true, 9, 15, 0, false, 0},
    {"9:15 p.m. UTC", "9:15 p.m", true, 21, 15, 0, false, 0},
    {"12:05am", "12:05am", true, 0, 5, 0, false, 0},
    {"12:05 pm", "12:05 pm", true, 12, 5, 0, false, 0},
    {"15:35 - 15:39", "15:35", true, 15, 35, 0, false, 0},
    {"24:00", "24:00", true, 24, 0, 0, false, 0},
    {"23:59:60", "23:59:60", true, 23, 59, 60, false, 0},
    {"24:59", "24:59", false, 24, 59, 0, false, 0},
    {"25:61", "25:61", false, 25, 61, 0, false, 0},
    {"10:75", "10:75", false, 10, 75, 0, false, 0},
    {"13:00 PM", "13:00 PM", false, 13, 0, 0, false, 0},
    {"10", NULL, false, 0, 0, 0, false, 0},
    {"10:2", NULL, false, 0, 0, 0, false, 0},
    {"110:20", NULL, false, 0, 0, 0, false, 0},
    {"a0:11:22:33", NULL, false, 0, 0, 0, false, 0},
    {"10:11:12:13", NULL, false, 0, 0, 0, false, 0},
};

static void finds_times(void **state)
{
    (void)state;
    for (size_t row = 0; row < COUNT(times); row++) {
        struct slice text = slice_of(times[row].text);
        struct time time;
        bool found = time_find(text, 0, &time);

        if (found != (times[row].found != NULL))
            fail_msg("\"%s\": found %d", times[row].text, found);
        if (!found)
            continue;
        if (time.span.end - time.span.start != strlen(times[row].found) ||
            strncmp(text.bytes + time.span.start, times[row].found,
                    strlen(times[row].found)))
            fail_msg("\"%s\": %zu-%zu", times[row].text, time.span.start,
                     time.span.end);
        if (time.valid != times[row].valid ||
            time.zoned != times[row].zoned ||
            time.offset != times[row].offset)
            fail_msg("\"%s\": valid %d zoned %d offset %d", times[row].text,
                     time.valid, time.zoned, time.offset);
        if (time.valid && (time.hour != times[row].hour ||
                           time.minute != times[row].minute ||
                           time.second != times[row].second))
            fail_msg("\"%s\": %d:%d:%d", times[row].text, time.hour,
                     time.minute, time.second);
    }
}

static const struct {
    const char *text;
    const char *found;      /* NULL: no time */
    int hour, minute;
    bool zoned;
} spelt_times[] = {
    {"12.00 Scope", "12.00", 12, 0, false},
    {" - **12.30** Scope", "12.30", 12, 30, false},
    {"at 09.05 UTC", "09.05", 9, 5, true},
    {"1200Z", "1200", 12, 0, true}, {"1200 UTC: x", "1200", 12, 0, true},
    {"0930h", "0930h", 9, 30, false}, {"0930 hrs", "0930 hrs", 9, 30, false},
    {"12h00", "12h00", 12, 0, false}, {"9h30 x", "9h30", 9, 30, false},
    {"12H00m", "12H00m", 12, 0, false}, {"12h: x", "12h", 12, 0, false},
    {"12h UTC", "12h", 12, 0, true}, {"12h later", NULL, 0, 0, false},
    {"12:00", NULL, 0, 0, false}, {"1200", NULL, 0, 0, false},
    {"1200 certificates", NULL, 0, 0, false}, {"1.20", NULL, 0, 0, false},
    {"12.00%", NULL, 0, 0, false}, {"12.0.1", NULL, 0, 0, false},
    {"12.00.1", NULL, 0, 0, false}, {"25.00", NULL, 0, 0, false},
    {"12.75", NULL, 0, 0, false}, {"2575Z", NULL, 0, 0, false},
    {"12.000", NULL, 0, 0, false}, {"12h000", NULL, 0, 0, false},
    {"x", NULL, 0, 0, false}, {"", NULL, 0, 0, false},
};

static void finds_spelt_times(void **state)
{
    (void)state;
    for (size_t row = 0; row < COUNT(spelt_times); row++) {
        struct slice text = slice_of(spelt_times[row].text);
        struct time time;
        bool found = time_find_spelt(text, 0, &time);

        if (found != (spelt_times[row].found != NULL))
            fail_msg("\"%s\": found %d", spelt_times[row].text, found);
        if (!found)
            continue;
        if (time.span.end - time.span.start !=
                strlen(spelt_times[row].found) ||
            strncmp(text.bytes + time.span.start, spelt_times[row].found,
                    strlen(spelt_times[row].found)) ||
            time.hour != spelt_times[row].hour ||
            time.minute != spelt_times[row].minute ||
            time.zoned != spelt_times[row].zoned)
            fail_msg("\"%s\": %zu-%zu %d:%d", spelt_times[row].text,
                     time.span.start, time.span.end, time.hour, time.minute);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_dates),
        cmocka_unit_test(knows_days_that_are_not),
        cmocka_unit_test(counts_days),
        cmocka_unit_test(writes_the_days_it_counts),
        cmocka_unit_test(finds_the_next_date),
        cmocka_unit_test(finds_times),
        cmocka_unit_test(finds_spelt_times),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
