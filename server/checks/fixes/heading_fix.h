/*
 * heading_fix.h - fixes that give headings the template's form.
 *
 * Each adds a fix to FINDING (NULL allowed), or none where there is no safe
 * way.
 */
#ifndef CHECKS_HEADING_FIX_H
#define CHECKS_HEADING_FIX_H

#include "check.h"

/* All headings of the report to the levels they have below WANTED, the level
 * of a section's; those in list items out of their lists. */
void heading_fix_levels(const struct check *check, struct finding *finding,
                        int wanted);

/* The line that heads SECTION becomes HEADING ("### Impact"). */
void heading_fix_plain(const struct check *check, struct finding *finding,
                       const struct report_section *section,
                       struct slice heading);

/* The heading of SECTION gets the name it is near to. */
void heading_fix_name(struct finding *finding,
                      const struct report_section *section);

#endif
