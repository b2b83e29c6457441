/*
 * section.h - divides a report into sections, and sections into fields.
 */
#ifndef REPORT_SECTION_H
#define REPORT_SECTION_H

#include "report.h"

/*
 * Fills the sections of REPORT, whose rule, heading and elements are known.
 * A closure report is one section, headed by the report's own heading.
 */
void sections_read(const struct reports *reports, struct report *report);
void sections_free(struct report *report);

/*
 * The section of REPORT that WORDS name, a heading or a line of its own; NULL
 * if none.
 */
const struct rule_section *section_named(const struct rule_report *report,
                                         struct slice words);

/* Fills the fields and factors of SECTION, which may have fields, by
 * GUIDELINE. */
void fields_read(const struct reports *reports, struct report_section *section,
                 const struct rule_guideline *guideline);

#endif
