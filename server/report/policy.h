/*
 * policy.h - the policies that a text names.
 */
#ifndef REPORT_POLICY_H
#define REPORT_POLICY_H

#include <stdbool.h>

#include "rules.h"
#include "text.h"

/* A policy, and where it is named. */
struct policy_name {
    const struct rule_policy *policy;
    struct span span;
};

/*
 * The first policy that TEXT names at FROM or later, by its name, title or an
 * alias, the longest deciding; false if there is none.
 */
bool policy_find(struct slice text, size_t from, struct policy_name *name);

#endif
