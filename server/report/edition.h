/*
 * edition.h - the versions of a policy, and which was in force when.
 *
 * Days count from 1970-01-01. An edition is looked at as the rules have it; one
 * of the CA's own borrows from its policy.
 */
#ifndef REPORT_EDITION_H
#define REPORT_EDITION_H

#include "policy.h"

/* Edition number INDEX of POLICY, which must have it; the oldest is 0. */
struct rule_edition edition_at(const struct policy *policy, size_t index);

/* The number of the edition in force on DAY; false if there was none yet. */
bool edition_on(const struct policy *policy, int day, size_t *index);

/* The day from which edition INDEX can't have been followed any more, because
 * a newer one was in force; false while it can. */
bool edition_superseded(const struct policy *policy, size_t index, int *day);

/* The first day on which edition INDEX may have been in force. */
int edition_earliest(const struct policy *policy, size_t index);

/* The number of the edition called NUMBER ("3.10" and "3.10.0" are the same),
 * or that came into force on DAY; false if there is none. */
bool edition_numbered(const struct policy *policy, struct slice number,
                      size_t *index);
bool edition_dated(const struct policy *policy, int day, size_t *index);

#endif
