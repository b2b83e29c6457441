/*
 * policy.h - the policies that a text names.
 *
 * They are those of the rules and those that a CA has of its own, which the
 * settings name.
 */
#ifndef REPORT_POLICY_H
#define REPORT_POLICY_H

#include <stdbool.h>

#include "rules.h"
#include "text.h"

/* One version of a policy of the CA's own. */
struct own_policy {
    char name[128]; /* "Example Trust CP/CPS" */
    char folded[128];
    char version[32]; /* "5.3" */
    int since;        /* in force from that day, from 1970-01-01; 0:
                                   not known */
};

#define OWN_POLICIES_MOST 16

/* Those of one name stand together, the oldest first. {0} is empty. */
struct own_policies {
    struct own_policy items[OWN_POLICIES_MOST];
    size_t count;
};

/* A policy: one of the rules, or else versions of the CA's own. */
struct policy {
    const struct rule_policy *rule; /* or NULL */
    const struct own_policy *own;   /* the first version; or NULL */
    size_t edition_count;
};

/* A policy, and where it is named. */
struct policy_name {
    struct policy policy;
    struct span span;
};

/* Policy number INDEX of the rules' and then of OWN (NULL allowed); false past
 * the last. */
bool policy_at(const struct own_policies *own, size_t index,
               struct policy *policy);

/* True if both are the same policy. */
bool policy_same(const struct policy *one, const struct policy *other);

/* What people call it, in short. */
const char *policy_label(const struct policy *policy);

/*
 * The first policy that TEXT names at FROM or later, by its name, title or an
 * alias, the longest deciding; false if there is none. OWN may be NULL.
 */
bool policy_find(struct slice text, size_t from, const struct own_policies *own,
                 struct policy_name *name);

#endif
