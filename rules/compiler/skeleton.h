/*
 * skeleton.h - the parts of a report's skeleton.
 */
#ifndef COMPILER_SKELETON_H
#define COMPILER_SKELETON_H

#include "schema.h"

/*
 * The part of REPORT's skeleton between the heading of SECTION and the next
 * heading, without blank lines around it and with one line end at its end;
 * bytes is NULL if the heading is missing. A section with the name of its
 * report has the report's heading.
 */
struct slice skeleton_part(const struct record *report,
                           const struct record *section);

/* The first report that names SECTION, or NULL. */
const struct record *skeleton_report(const struct records *records,
                                     const struct record *section);

#endif
