/*
 * check.h - what the parts of the catalogue share: one report being checked.
 *
 * Each check_NAME() adds the findings of its part, and is a function of the
 * report and the options. The parts don't depend on each other's findings;
 * where one finding would follow from another, the part that would repeat it
 * looks at the same facts and is silent.
 *
 * CONTRIBUTING.md tells how to add a rule.
 */
#ifndef CHECKS_CHECK_H
#define CHECKS_CHECK_H

#include "checks.h"
#include "report.h"
#include "timeline.h"

struct facts;

/* One report being checked; all borrowed. */
struct check {
    const struct reports *reports;
    const struct report *report;
    const struct check_options *options;
    const struct rule_guideline *guideline;     /* in force for this report */
    bool draft;
    const struct timelines *timelines;  /* of the report's sections */
    const struct facts *facts;          /* what the report says; NULL while it
                                           is gathered */
    struct findings *findings;          /* to be added to */
};

/*
 * Adds a finding, with the severity that settings and draft leave it. NULL if
 * the rule is switched off, or if there are enough findings; finding_relate()
 * and finding_fix() take that.
 */
struct finding *check_add(const struct check *check, enum case_id which,
                          struct span span, const struct finding_words *words);

/* Adds to FINDING (NULL allowed) the related place of its case. */
void check_relate(struct finding *finding, struct span span,
                  const struct finding_words *words);

/* The bytes of SPAN of the text. */
static inline struct slice check_slice(const struct check *check,
                                       struct span span)
{
    return slice_part(check->reports->bytes, span.start, span.end);
}

/* The report's day, from 1970-01-01: when it was posted, else today. */
int check_day(const struct check *check);

/* A string of the tables as a word for a message. */
struct slice check_word(const char *string);

/* Must this report have FIELD, even if only to say N/A? */
bool check_asks_for(const struct check *check, const struct rule_field *field);

/* True if SECTION is the report's first of its rule. */
bool check_is_first(const struct check *check,
                    const struct report_section *section);

/*
 * Of COUNT things whose places in the template are PLACES, all different, the
 * index of the first that must move if as few as possible do; COUNT if they
 * are in order.
 */
size_t check_out_of_order(const size_t *places, size_t count);

/* The parts that look at one section, whatever its name. */
void check_placeholders(const struct check *check,
                        const struct report_section *section);
void check_prose(const struct check *check,
                 const struct report_section *section);

/* The parts that look at one section that the template has. */
void check_labels(const struct check *check,
                  const struct report_section *section);
void check_not_applicable(const struct check *check,
                          const struct report_section *section);
void check_summary(const struct check *check,
                   const struct report_section *section);
void check_policies(const struct check *check,
                    const struct report_section *section);
void check_dates(const struct check *check,
                 const struct report_section *section);
void check_impact(const struct check *check,
                  const struct report_section *section);
void check_timeline(const struct check *check,
                    const struct report_section *section);
void check_tables(const struct check *check,
                  const struct report_section *section);
void check_related(const struct check *check,
                   const struct report_section *section);

/* The parts that look at a report as a whole, or compare its sections. */
void check_structure(const struct check *check);
void check_headings(const struct check *check);
void check_fields(const struct check *check);
void check_analysis(const struct check *check);
void check_coverage(const struct check *check);
void check_factors(const struct check *check);
void check_actions(const struct check *check);
void check_mapping(const struct check *check);
void check_lessons(const struct check *check);
void check_certificates(const struct check *check);
void check_agreement(const struct check *check);
void check_closure(const struct check *check);
void check_life_cycle(const struct check *check);
void check_updates(const struct check *check);
void check_length(const struct check *check);
void check_posting(const struct check *check);

/* The only part that is run on a text that is too long for all others. */
void check_too_long(const struct check *check);

/* The parts that look at the whole file; CHECK's report is its first. */
void check_directives(const struct check *check);
void check_markdown_off(const struct check *check);
void check_due(const struct check *check);

/*
 * Takes what is silenced out of the check's findings, which are sorted and of
 * the whole file, and adds findings on directives that silence nothing.
 */
void check_silenced(const struct check *check);

#endif
