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
void sections_read(struct reports *reports, struct report *report);
void sections_free(struct report *report);

/*
 * The section of REPORT that WORDS name, a heading or a line of its own; NULL
 * if none.
 */
const struct rule_section *section_named(const struct rule_report *report,
                                         struct slice words);

/* Fills the fields and factors of SECTION, which may have fields. */
void fields_read(struct reports *reports, struct report_section *section);

/*
 * Adds those that begin among the elements FIRST..END-1 of SECTION. The first
 * of these, if it isn't the section's, begins a factor or a field that is sure,
 * and so is the element END, if it isn't behind the section. fields_settle() is
 * to follow.
 */
void fields_read_part(struct reports *reports, struct report_section *section,
                      size_t first, size_t end);
/* Finishes the factors FIRST..END-1 of SECTION, and what is in no factor. */
void fields_settle(struct report_section *section, size_t first, size_t end);

/* True if FIELD begins with its line, whatever stands above that. */
bool field_is_sure(const struct report_field *field);

/* Sections of a text as they were before an edit. */
struct earlier {
    struct elements_change change;
    struct report_section **sections;   /* in the order of the text */
    size_t count;
};

/*
 * Takes the fields and factors of SECTION, which may have some, from EARLIER, if
 * it is one of those; what the edit has touched is read anew. Else false.
 */
bool fields_keep(struct reports *reports, const struct earlier *earlier,
                 struct report_section *section);

#endif
