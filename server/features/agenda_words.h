/*
 * agenda_words.h - what is due in the bug of a report, in words.
 */
#ifndef FEATURES_AGENDA_WORDS_H
#define FEATURES_AGENDA_WORDS_H

#include "due.h"
#include "memory.h"

/*
 * Adds "Full report due in 4 days, 2026-12-03 14:05 UTC", or "Update overdue
 * by 1 day, ...", as it is on the day TODAY.
 */
void agenda_add_words(struct buffer *words, const struct due *due, int today);

/* Adds where the moment comes from that DUE runs from: "line 3", and whether
 * it was concluded from the text. */
void agenda_add_source(struct buffer *words, const struct due *due);

#endif
