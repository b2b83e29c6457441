/*
 * skeleton.h - the parts of a report's skeleton.
 */
#ifndef COMPILER_SKELETON_H
#define COMPILER_SKELETON_H

#include "schema.h"

/*
 * What stands in REPORT's skeleton below the heading of SECTION and above the
 * next, with one line end at its end and no blank lines around it; bytes is
 * NULL if the heading isn't there. A section that is called like its report
 * has the report's heading.
 */
struct slice skeleton_part(const struct record *report,
                           const struct record *section);

/* The first report that names SECTION, or NULL. */
const struct record *skeleton_report(const struct records *records,
                                     const struct record *section);

#endif
