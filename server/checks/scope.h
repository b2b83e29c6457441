/*
 * scope.h - the fields that belong together: a section's, or a factor's.
 */
#ifndef CHECKS_SCOPE_H
#define CHECKS_SCOPE_H

#include "check.h"

struct scope {
    const struct check *check;
    const struct report_section *section;
    const struct report_field *fields;
    size_t count;
    struct span heading; /* where a missing field is missed */
    bool factor;
    size_t heading_element;
    size_t end_element; /* after the scope's last one */
    bool whole;         /* false: only in a duplicate section */
    const struct report_field *firsts[FIELD_COUNT]; /* by field_id; or NULL */
};

/* All of SECTION, which has a rule with fields. */
struct scope scope_of_section(const struct check *check,
                              const struct report_section *section);

/* The contributing factor of SECTION that is number INDEX. */
struct scope scope_of_factor(const struct check *check,
                             const struct report_section *section,
                             size_t index);

/* The element of the report's text that is number AT. */
const struct element *scope_element(const struct scope *scope, size_t at);

/* What the section, or the factor's line, is called, until the next slice. */
struct slice scope_name(const struct scope *scope);

/* The first field of SCOPE that is RULE, or NULL. */
const struct report_field *scope_find(const struct scope *scope,
                                      const struct rule_field *rule);

/* The same, in all sections of this rule: one that stands there twice is
 * complete if both together are. */
const struct report_field *scope_find_anywhere(const struct scope *scope,
                                               const struct rule_field *rule);

/* The last field of the template before RULE that SCOPE has, or NULL. */
const struct report_field *scope_above(const struct scope *scope,
                                       const struct rule_field *rule);

#endif
