/*
 * explain.h - the rows of the rule tables, explained to a writer.
 *
 * Each adds what a row means, whether and when it is required, what it may
 * hold, an example, and where the guidelines say so. GUIDELINE is the version
 * that is in force for the report.
 */
#ifndef FEATURES_EXPLAIN_H
#define FEATURES_EXPLAIN_H

#include "edition.h"
#include "prose.h"
#include "rules.h"

/* The kinds of rows that the template has. */
void explain_report(struct prose *prose, const struct rule_report *report,
                    const struct rule_guideline *guideline);
void explain_section(struct prose *prose, const struct rule_section *section,
                     const struct rule_guideline *guideline);
void explain_field(struct prose *prose, const struct rule_field *field,
                   const struct rule_guideline *guideline);
void explain_column(struct prose *prose, const struct rule_column *column,
                    const struct rule_guideline *guideline);
void explain_value(struct prose *prose, const struct rule_value *value);
/* What a finding's rule is about. */
void explain_rule(struct prose *prose, const struct rule *rule,
                  const struct rule_guideline *guideline);
/* The same with its examples, for a page of its own. */
void explain_rule_page(struct prose *prose, const struct rule *rule,
                       const struct rule_guideline *guideline);
void explain_directive(struct prose *prose,
                       const struct rule_directive *directive);
void explain_key(struct prose *prose, const struct rule_key *key);
void explain_oid(struct prose *prose, const struct rule_oid *oid);
void explain_tag(struct prose *prose, const struct rule_tag *tag);
/* THEN is the edition in force when the non-compliance began; or NULL. */
void explain_policy(struct prose *prose, const struct policy *policy,
                    const struct rule_edition *then);

#endif
