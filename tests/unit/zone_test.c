/* Zones: UTC, offsets from it, and names. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "rules.h"
#include "zone.h"

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

struct row {
    const char *text;
    enum zone_kind kind;
    bool known;
    int offset;
    const char *found;      /* NULL: not looked at */
};

static void compare(const struct row *row, const struct zone *zone)
{
    size_t length = zone->span.end - zone->span.start;

    if (zone->kind != row->kind || zone->known != row->known ||
        zone->offset != row->offset)
        fail_msg("\"%s\": kind %d known %d offset %d", row->text,
                 (int)zone->kind, zone->known, zone->offset);
    if (row->found && (length != strlen(row->found) ||
                       strncmp(row->text + zone->span.start, row->found,
                               length)))
        fail_msg("\"%s\": %zu-%zu", row->text, zone->span.start,
                 zone->span.end);
}

/* What stands behind a time. */
static const struct row behind[] = {
    {" UTC", ZONE_OFFSET, true, 0, "UTC"},
    {" utc text", ZONE_OFFSET, true, 0, "utc"},
    {"Z", ZONE_OFFSET, true, 0, "Z"},
    {" (UTC+8): text", ZONE_OFFSET, true, 480, "UTC+8"},
    {" [GMT]", ZONE_OFFSET, true, 0, "GMT"},
    {", UTC", ZONE_OFFSET, true, 0, "UTC"},
    {"** UTC", ZONE_OFFSET, true, 0, "UTC"},
    {" UTC +05:30", ZONE_OFFSET, true, 330, NULL},
    {" UTC\xe2\x88\x92" "5", ZONE_OFFSET, true, -300, NULL},
    {"+08:00", ZONE_OFFSET, true, 480, "+08:00"},
    {"-0700", ZONE_OFFSET, true, -420, NULL},
    {" -0700", ZONE_OFFSET, true, -420, NULL},
    {" CET (UTC+1) text", ZONE_OFFSET, true, 60, "CET (UTC+1"},
    {" CEST/UTC+2", ZONE_OFFSET, true, 120, NULL},
    {" local time (UTC-3)", ZONE_OFFSET, true, -180, NULL},
    {" Beijing time (UTC+8)", ZONE_OFFSET, true, 480, NULL},
    {" UTC - 2 certificates", ZONE_OFFSET, true, 0, "UTC"},
    {" CET text", ZONE_NAMED, true, 60, "CET"},
    {" Central European Time", ZONE_NAMED, true, 60,
     "Central European Time"},
    {" CST", ZONE_NAMED, false, 0, "CST"},
    {" ESTABLISHED", ZONE_NONE, false, 0, NULL},
    {" et al.", ZONE_NONE, false, 0, NULL},
    {" cet", ZONE_NONE, false, 0, NULL},
    {" Zoo", ZONE_NONE, false, 0, NULL},
    {" - 2 certificates", ZONE_NONE, false, 0, NULL},
    {" +8 certificates", ZONE_NONE, false, 0, NULL},
    {" -9999", ZONE_NONE, false, 0, NULL},
    {"", ZONE_NONE, false, 0, NULL},
};

static void reads_behind_a_time(void **state)
{
    (void)state;
    for (size_t row = 0; row < COUNT(behind); row++) {
        struct zone zone;
        bool found = zone_read(slice_of(behind[row].text), 0, &zone);

        assert_int_equal(found, behind[row].kind != ZONE_NONE);
        compare(&behind[row], &zone);
    }
}

/* What is said somewhere in a line. */
static const struct row lines[] = {
    {"All times are UTC.", ZONE_OFFSET, true, 0, "UTC"},
    {"All times are UTC +1.", ZONE_OFFSET, true, 60, "UTC +1"},
    {"All times are UTC-0700.", ZONE_OFFSET, true, -420, "UTC-0700"},
    {"All times are +05:45.", ZONE_OFFSET, true, 345, "+05:45"},
    {"2025-03-01 (\xe2\x88\x92" "03:00), not +0200", ZONE_OFFSET, true, -180,
     "\xe2\x88\x92" "03:00"},
    {"Times in CET, that is UTC+1.", ZONE_OFFSET, true, 60, NULL},
    {"In PST; the logs are in UTC.", ZONE_OFFSET, true, 0, "UTC"},
    {"All times are IST.", ZONE_NAMED, true, 330, "IST"},
    {"The plan Z of 2025-03-01 -2", ZONE_NONE, false, 0, NULL},
    {"CUTCH, GMTX, 10-0700", ZONE_NONE, false, 0, NULL},
    {"10-0700 of -9999, +2 more", ZONE_NONE, false, 0, NULL},
    {"", ZONE_NONE, false, 0, NULL},
};

static void finds_in_a_line(void **state)
{
    (void)state;
    for (size_t row = 0; row < COUNT(lines); row++) {
        struct zone zone;
        bool found = zone_find(slice_of(lines[row].text), &zone);

        assert_int_equal(found, lines[row].kind != ZONE_NONE);
        compare(&lines[row], &zone);
    }
}

/* A look for signs alone, where no name is mentioned, finds the same. */
static void finds_signs_alone(void **state)
{
    size_t without_names = 0;

    (void)state;
    for (size_t row = 0; row < COUNT(lines); row++) {
        struct slice text = slice_of(lines[row].text);
        struct zone zone;

        if (rule_mentions(text) & RULE_MENTION(PHRASES_ZONE))
            continue;
        zone_find_bare(text, &zone);
        compare(&lines[row], &zone);
        without_names++;
    }
    assert_true(without_names > 3);
}

static void writes_offsets(void **state)
{
    static const struct {
        int offset;
        const char *written;
    } rows[] = {{0, "UTC"},        {60, "UTC+1"},    {-420, "UTC-7"},
                {330, "UTC+5:30"}, {840, "UTC+14"}, {-570, "UTC-9:30"}};

    (void)state;
    for (size_t row = 0; row < COUNT(rows); row++) {
        char written[16];
        struct slice slice = zone_write(rows[row].offset, written);

        assert_int_equal(slice.length, strlen(rows[row].written));
        assert_memory_equal(slice.bytes, rows[row].written, slice.length);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_behind_a_time),
        cmocka_unit_test(finds_in_a_line),
        cmocka_unit_test(finds_signs_alone),
        cmocka_unit_test(writes_offsets),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
