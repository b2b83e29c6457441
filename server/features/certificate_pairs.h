/*
 * certificate_pairs.h - certificates given line by line: "Serial: 01".
 */
#ifndef FEATURES_CERTIFICATE_PAIRS_H
#define FEATURES_CERTIFICATE_PAIRS_H

#include "certificate_grid.h"
#include "report.h"

/*
 * Adds to GRID, which is empty, a row of names and one of values for each
 * certificate in the lines from element AT to END; a name that comes again
 * begins the next one. Returns the element after them; AT, with GRID still
 * empty, if there are none.
 */
size_t certificate_pairs_read(const struct reports *reports, size_t at,
                              size_t end, struct grid *grid);

#endif
