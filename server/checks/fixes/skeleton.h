/*
 * skeleton.h - the pieces of a report's template, as fixes put them in.
 *
 * Slices are of the rule tables. Lines end with LF, the last one too.
 */
#ifndef CHECKS_SKELETON_H
#define CHECKS_SKELETON_H

#include "layout.h"

/* What the template of REPORT has below the heading of SECTION, without blank
 * lines around it; empty if it has nothing there. */
struct slice skeleton_body(const struct rule_report *report,
                           const struct rule_section *section);

/* The fields among those lines: without a factor's heading above them or the
 * closing sentence below. */
struct slice skeleton_fields(const struct rule_report *report,
                             const struct rule_section *section);

/* The lines of BODY, a table, that are below its header and delimiter. */
struct slice skeleton_rows(struct slice body);

/* Adds a heading of LEVEL that says NAME. */
void skeleton_heading(int level, const char *name, struct buffer *lines);

/* Adds SECTION, heading and all, at LEVEL and indented by INDENT. */
void skeleton_section(const struct check *check,
                      const struct rule_section *section, int level,
                      const char *indent, struct buffer *lines);

#endif
