/*
 * field_lines.h - where a missing field goes, and how its lines begin.
 *
 * It is written as its neighbours are: with their bullet and indentation, as a
 * heading or not. Fixes and completion put it in alike.
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

/* Adds the marker that RULE's line gets: its sibling's, or else one below that
 * of the field that RULE is a part of. */
void field_lines_marker(const struct scope *scope,
                        const struct rule_field *rule, struct buffer *marker);

/* Adds the marker of sub-fields below a field that has MARKER. */
void field_lines_sub_marker(const char *marker, struct buffer *sub);

/* Is PART, which the report must have, a sub-field of RULE that SCOPE lacks? */
bool field_lines_lack(const struct scope *scope, const struct rule_field *rule,
                      const struct rule_field *part);

/* Adds the lines of RULE and of its sub-fields, but those that SCOPE has. */
void field_lines_add(const struct scope *scope, const struct rule_field *rule,
                     struct buffer *lines);

#endif
