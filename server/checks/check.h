/*
 * check.h - what the parts of the catalogue share: one report being checked.
 *
 * Each check_NAME() adds the findings of its part for one report. They don't
 * depend on each other's findings; where one finding would follow from
 * another, the part that would repeat it looks at the same facts and is
 * silent.
 */
#ifndef CHECKS_CHECK_H
#define CHECKS_CHECK_H

#include "checks.h"
#include "report.h"

/* One report being checked; all borrowed. */
struct check {
    struct reports *reports;
    const struct report *report;
    const struct check_options *options;
    const struct rule_guideline *guideline;     /* in force for this report */
    bool draft;
    struct findings *findings;
};

/*
 * Adds a finding, with the severity that settings and draft leave it. NULL if
 * the rule is switched off; finding_relate() takes that.
 */
struct finding *check_add(const struct check *check, enum case_id which,
                          struct span span, const struct finding_words *words);

/* Adds to FINDING (NULL allowed) the related place of its case. */
void check_relate(struct finding *finding, struct span span,
                  const struct finding_words *words);

/* The bytes of SPAN, until the next call. */
struct slice check_slice(const struct check *check, struct span span);

/* A string of the tables as a word for a message. */
struct slice check_word(const char *string);

/* True if SECTION is the report's first of its rule. */
bool check_is_first(const struct check *check,
                    const struct report_section *section);

/*
 * Of COUNT things whose places in the template are PLACES, all different, the
 * index of the first that must move if as few as possible do; COUNT if they
 * are in order.
 */
size_t check_out_of_order(const size_t *places, size_t count);

/* Must this report have FIELD, even if only to say N/A? */
bool check_asks_for(const struct check *check, const struct rule_field *field);

/* The parts. */
void check_structure(const struct check *check);
void check_headings(const struct check *check);
void check_fields(const struct check *check);
void check_labels(const struct check *check);
void check_not_applicable(const struct check *check);
void check_placeholders(const struct check *check);
void check_summary(const struct check *check);
void check_dates(const struct check *check);
void check_impact(const struct check *check);
void check_prose(const struct check *check);
void check_timeline(const struct check *check);
void check_tables(const struct check *check);
void check_related(const struct check *check);
void check_factors(const struct check *check);
void check_actions(const struct check *check);
void check_mapping(const struct check *check);
void check_lessons(const struct check *check);
void check_certificates(const struct check *check);
void check_closure(const struct check *check);
void check_life_cycle(const struct check *check);
void check_posting(const struct check *check);

/* The parts that are about the whole file, its directives above all. The last
 * one takes out what is silenced; the findings must be sorted. */
void check_markdown_off(const struct check *check);
void check_directives(const struct check *check);
void check_silenced(const struct check *check);

#endif
