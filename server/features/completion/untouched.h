/*
 * untouched.h - rows, entries and factors that a template put in and nobody
 * has written in yet: whoever wants one more is led there first.
 *
 * Each function finds the first in its section, and the SPAN of what is to be
 * replaced; false, with SPAN untouched, if there is none.
 */
#ifndef FEATURES_UNTOUCHED_H
#define FEATURES_UNTOUCHED_H

#include "report.h"
#include "table.h"
#include "timeline.h"

/* Of the rows of TABLE; SPAN is all of the row. */
bool untouched_row(const struct reports *reports, const struct table *table,
                   struct span *span);

/* Of the entries of TIMELINE, which was read of SECTION; SPAN begins at the
 * date, after the bullet. */
bool untouched_entry(const struct reports *reports,
                     const struct report_section *section,
                     const struct timeline *timeline, struct span *span);

/* Of the factors of SECTION, with its NUMBER. */
bool untouched_factor(const struct reports *reports,
                      const struct report_section *section, size_t *number,
                      struct span *span);

#endif
