/*
 * blanks.h - the places in a text that still have to be filled in.
 */
#ifndef FEATURES_BLANKS_H
#define FEATURES_BLANKS_H

#include "finding.h"
#include "report.h"

#define BLANKS_MOST 5000

/* Spans of the text, in its order, none in another; empty where nothing stands
 * in place of an answer. {NULL, 0, 0} is empty. */
struct blanks {
    struct span *items;
    size_t count, room;
};

/*
 * Fills BLANKS, to be freed with blanks_free(): what FINDINGS, sorted, say of
 * REPORTS to be filler or empty, cell by cell and prompt by prompt; the first
 * BLANKS_MOST of them.
 */
void blanks_read(struct blanks *blanks, const struct reports *reports,
                 const struct findings *findings);
/* The index of the first that FINDING, one of those, is about; the count of
 * BLANKS if it is about something else. */
size_t blanks_find(const struct blanks *blanks, const struct finding *finding);
void blanks_free(struct blanks *blanks);        /* leaves it empty */

#endif
