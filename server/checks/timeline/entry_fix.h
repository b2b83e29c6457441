/*
 * entry_fix.h - an entry that a timeline lacks, put in where it belongs.
 */
#ifndef CHECKS_ENTRY_FIX_H
#define CHECKS_ENTRY_FIX_H

#include "facts.h"

/* What the entry tells of: one of the dates of a Summary. */
struct entry_fix {
    int day;                    /* from 1970-01-01 */
    bool timed, zoned;          /* MINUTE is known, and is of UTC */
    int minute;
    const char *words;
};

/*
 * Offers with FINDING (NULL allowed) to put ENTRY into SECTION, in the form of
 * those that stand there: list items and rows with their dates in them, or list
 * items with their times below dates.
 */
void entry_fix_add(const struct check *check,
                   const struct timeline_section *section,
                   const struct entry_fix *entry, struct finding *finding);

/* What is told by an entry on the date that FIELD of the Summary gives. */
const char *entry_fix_words(enum field_id field);

#endif
