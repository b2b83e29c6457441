/*
 * repeats.h - where much is wrong alike, it is said once.
 */
#ifndef CHECKS_REPEATS_H
#define CHECKS_REPEATS_H

#include "finding.h"
#include "report.h"

/* More findings of one case in one place are said once. */
#define REPEATS_MOST 10

/*
 * Of more than REPEATS_MOST findings of a case in one field, also one that
 * stands there again and again, in one section outside its fields, or in one
 * list, the first gets their number in its message and the next ones as related
 * places; these are marked as repeated, and keep their fixes. FINDINGS are
 * sorted; REPORTS is NULL if they are of a list in a file of its own.
 */
void repeats_mark(struct findings *findings, const struct reports *reports);

/* Drops those that are marked. */
void repeats_drop(struct findings *findings);

#endif
