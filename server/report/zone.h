/*
 * zone.h - offsets from UTC, and the names of time zones.
 *
 * A time means something to everybody if UTC, GMT, Z or an offset stands with
 * it. The name of a zone (CET, Beijing time) alone doesn't say its offset.
 */
#ifndef REPORT_ZONE_H
#define REPORT_ZONE_H

#include <stdbool.h>
#include <stddef.h>

#include "text.h"

enum zone_kind {
    ZONE_NONE,
    ZONE_OFFSET,            /* UTC, or so much from it */
    ZONE_NAMED              /* only the name of a zone */
};

struct zone {
    enum zone_kind kind;
    bool known;             /* the offset is; of ZONE_OFFSET it isn't if a
                               report says several of all times */
    int offset;             /* in minutes east of UTC, if known */
    struct span span;       /* in the text it was found in */
};

/*
 * The zone that stands in TEXT at AT, or after blanks, marks and an opening
 * bracket there; false, with ZONE_NONE, if none does. "CET (UTC+1)" is an
 * offset.
 */
bool zone_read(struct slice text, size_t at, struct zone *zone);

/*
 * The first zone in TEXT that is an offset; if there is none, the first that
 * is a name. False, with ZONE_NONE, if there is neither.
 */
bool zone_find(struct slice text, struct zone *zone);

/*
 * The same of a text that no name of a zone stands in: the first offset from
 * UTC with nothing but a sign before it, "(+0200)".
 */
bool zone_find_bare(struct slice text, struct zone *zone);

/* Writes "UTC", "UTC+5:30" and the like into WRITTEN, of 16 bytes. */
struct slice zone_write(int offset, char *written);

#endif
