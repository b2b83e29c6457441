/*
 * checklist.h - which of the expected events a timeline has.
 */
#ifndef FEATURES_CHECKLIST_H
#define FEATURES_CHECKLIST_H

#include "facts.h"
#include "prose.h"

/* Adds "6 of 8 expected events; no entry on when issuance resumed" to WORDS;
 * nothing where nothing can be expected yet. */
void checklist_add_words(const struct facts_view *view, struct buffer *words);

/* Adds a list of the events: those that are there, with the day of the entry,
 * those that are owed, those that this report does not owe. */
void checklist_explain(const struct facts_view *view, struct prose *prose);

#endif
