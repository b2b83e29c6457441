/*
 * agreement.h - the rules that compare two places of a report, or work out what
 * it owes by its facts.
 *
 * All of them read the facts (facts.h) and look at the text only for words.
 */
#ifndef CHECKS_AGREEMENT_H
#define CHECKS_AGREEMENT_H

#include "facts.h"

/* What the Impact owes once certificates are affected. */
void agree_impact(const struct check *check);
/* The totals and the rows of the lists. */
void agree_certificates(const struct check *check);
/* Which events the timeline owes. */
void agree_events(const struct check *check);
/* The times of the timeline: is everything in time by it? */
void agree_times(const struct check *check);
/* The moments of the Summary and those that the timeline tells. */
void agree_moments(const struct check *check);
/* Lessons, factors and actions. */
void agree_actions(const struct check *check);
/* Who is named as the reporter. */
void agree_privacy(const struct check *check);
/* What the words say of other places, and of containment. */
void agree_words(const struct check *check);

#endif
