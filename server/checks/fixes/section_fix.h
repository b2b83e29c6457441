/*
 * section_fix.h - fixes that put whole sections of a report in their places.
 *
 * Each adds a fix to FINDING (NULL allowed), or none where the text has no
 * safe place for it.
 */
#ifndef CHECKS_SECTION_FIX_H
#define CHECKS_SECTION_FIX_H

#include "check.h"

/* The report's heading above its first section. */
void section_fix_report_heading(const struct check *check,
                                struct finding *finding);

/* A template of today's below a report that has an older one. */
void section_fix_template(const struct check *check, struct finding *finding);

/* SECTION, as the template has it, below ABOVE; NULL: as the first one. */
void section_fix_missing(const struct check *check, struct finding *finding,
                         const struct rule_section *section,
                         const struct report_section *above);

/*
 * May SECTION of this report say N/A? Every incident has causes, and something
 * to be done about them; affected certificates must be listed.
 */
bool section_may_be_na(const struct check *check,
                       const struct rule_section *section);

/* Content for SECTION: the template's, where it has any, or N/A. */
void section_fix_empty(const struct check *check, struct finding *finding,
                       const struct report_section *section);

/* SECTION to below ABOVE; NULL: to above the first one. */
void section_fix_order(const struct check *check, struct finding *finding,
                       const struct report_section *section,
                       const struct report_section *above);

#endif
