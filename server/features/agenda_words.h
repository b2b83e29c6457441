/*
 * agenda_words.h - what is due in a report's bug, in words.
 */
#ifndef FEATURES_AGENDA_WORDS_H
#define FEATURES_AGENDA_WORDS_H

#include "due.h"
#include "memory.h"

/*
 * Adds "Full report due in 4 days, 2026-12-03 14:05 UTC", or "Update overdue by
 * 1 day, ...", as of the day TODAY.
 */
void agenda_add_words(struct buffer *words, const struct due *due, int today);

/* Adds the same without the name, as of NOW. */
void agenda_add_when(struct buffer *words, const struct due *due,
                     const struct report_moment *now);

/* Adds where the report gives the moment that DUE counts from: "from the
 * timeline, line 14". */
void agenda_add_source(struct buffer *words, const struct due *due);

/* Adds "Full report", and its subject if it is one of several. */
void agenda_add_title(struct buffer *words, const struct due *due);

/* Adds "within 14 days of the first disclosure (2026-03-01)", and whether that
 * is a MUST. */
void agenda_add_why(struct buffer *words, const struct due *due);

/* Adds the address where GUIDELINE says so. */
void agenda_add_link(struct buffer *words, const struct due *due,
                     const struct rule_guideline *guideline);

#endif
