/*
 * big_report.h - a full incident report of any size, with nothing wrong.
 *
 * It grows as real reports do, in all its parts: with each contributing factor
 * come entries of the timeline, rows of both tables, lessons, prose, and
 * certificates in the appendix. So at 10 MB the timeline is one list, the
 * action items are one table and the certificates one block of code, of
 * megabytes each. It has characters beyond ASCII, as real reports do.
 */
#ifndef BENCH_BIG_REPORT_H
#define BENCH_BIG_REPORT_H

#include <stddef.h>

#include "memory.h"

/*
 * Adds a report of about SIZE bytes to TEXT; of 4 KB where SIZE is less. The
 * same SIZE and SEED make the same report.
 */
void big_report(struct buffer *text, size_t size, unsigned seed);

#endif
