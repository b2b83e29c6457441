/*
 * folding.h - which lines of a report can be folded away.
 *
 * Folded are reports, sections, factors, lists and their items, code, quotes
 * and tables, where they take more than one line. A text without a report has
 * no folds.
 */
#ifndef FEATURES_FOLDING_H
#define FEATURES_FOLDING_H

#include "report.h"

#define FOLDS_MOST 5000

/* The lines FIRST to LAST, of which the first stays to be seen. */
struct fold {
    size_t first, last;
};

/* {NULL, 0, 0} is empty; in the order of the text, the longer ones first. */
struct folds {
    struct fold *items;
    size_t count, room;
};

/* Fills FOLDS with at most MOST folds; free them with folds_free(). */
void folds_read(const struct reports *reports, const struct blocks *blocks,
                size_t most, struct folds *folds);
void folds_free(struct folds *folds);       /* leaves it empty */

#endif
