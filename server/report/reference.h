/*
 * reference.h - the factors that an action item says it is about.
 *
 * People write "#1", "Root Cause # 1", "CF2", "Factors 1-3", "1, 2 and 3",
 * "all", or the title of a factor. What can't be told is said to be unclear,
 * and nothing should follow from it.
 */
#ifndef REPORT_REFERENCE_H
#define REPORT_REFERENCE_H

#include "report.h"

enum reference_kind {
    REFERENCE_NUMBER,       /* to a factor, or a range of them, by number */
    REFERENCE_TITLE,        /* to a factor, by its title */
    REFERENCE_ALL,          /* to every factor */
    REFERENCE_LESSON,       /* to an item of Lessons Learned */
    REFERENCE_UNCLEAR
};

/* Spans are of the whole text. */
struct reference {
    enum reference_kind kind;
    struct span span;           /* all of it: "Root Cause # 1" */
    uint64_t first, last;  /* of a number; equal unless it is a range */
    struct span first_digits, last_digits;
    size_t factor;              /* of a title: the index among the factors */
};

/* {NULL, 0, 0} is empty. */
struct references {
    struct reference *items;
    size_t count, room;
};

/*
 * Adds to REFERENCES those in CELL, in their order; none if it is empty or says
 * N/A. CAUSES, the section with the factors, may be NULL.
 */
void references_read(const struct reports *reports,
                     const struct report_section *causes, struct span cell,
                     struct references *references);

/*
 * Adds to REFERENCES those that the sentences of REPORT make beyond doubt, as
 * "Contributing Factor #2" or "root causes #1-3 and #5": anywhere but in the
 * headings of CAUSES' factors, in what action items have for their causes, and
 * among related incidents, whose factors are others'.
 */
void references_read_prose(const struct reports *reports,
                           const struct report *report,
                           const struct report_section *causes,
                           struct references *references);
void references_free(struct references *references);    /* leaves it empty */

/*
 * True if REFERENCE names factor number INDEX of CAUSES (from 0): by the
 * number it has, or by its place where no factor has that number.
 */
bool reference_names(const struct reference *reference,
                     const struct report_section *causes, size_t index);

/*
 * True if REFERENCE has a number that CAUSES has no factor for, neither so
 * numbered nor so placed; *NUMBER then is the first of them.
 */
bool reference_unknown(const struct reference *reference,
                       const struct report_section *causes,
                       uint64_t *number);

#endif
