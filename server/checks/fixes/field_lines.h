/*
 * field_lines.h - the lines of a field that is missing, as its neighbours have
 * theirs: bullet, indentation, heading or not.
 */
#ifndef CHECKS_FIELD_LINES_H
#define CHECKS_FIELD_LINES_H

#include "memory.h"
#include "scope.h"

/* The field of SCOPE nearest to RULE, of those on its level, or NULL. */
const struct report_field *field_lines_sibling(const struct scope *scope,
                                               const struct rule_field *rule);

/* Do blank lines stand between SIBLING (NULL allowed) and its like? */
bool field_lines_loose(const struct scope *scope,
                       const struct report_field *sibling);

/* Adds the lines of RULE and of its sub-fields, but those that SCOPE has. */
void field_lines_add(const struct scope *scope, const struct rule_field *rule,
                     struct buffer *lines);

#endif
