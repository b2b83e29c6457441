/*
 * draft.h - what makes a report a draft, and how it ceases to be one.
 */
#ifndef FEATURES_DRAFT_H
#define FEATURES_DRAFT_H

#include "finding.h"
#include "report.h"

/* What says so, to be taken out. {NULL, 0, 0} is empty. */
struct draft {
    struct edit *edits;         /* in order and apart */
    size_t count, room;
};

/*
 * Fills DRAFT with what takes the word "draft" out of all directives of
 * REPORTS; a directive that says nothing else goes with its lines.
 * draft_free() gives memory back.
 */
void draft_read(struct draft *draft, const struct reports *reports);
void draft_free(struct draft *draft);       /* leaves it empty */

#endif
