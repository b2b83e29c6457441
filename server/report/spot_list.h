/*
 * spot_list.h - what stands at a place of a list of certificates.
 */
#ifndef REPORT_SPOT_LIST_H
#define REPORT_SPOT_LIST_H

#include "spot.h"

/*
 * Fills in SPOT's kind, span, cell and column for OFFSET in BLOCK, code that
 * holds comma-separated values below a header. False, with SPOT as it was, if
 * nothing of a list stands there.
 */
bool spot_in_list(const struct reports *reports, struct span block,
                  size_t offset,
                  struct spot *spot);

#endif
