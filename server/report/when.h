/*
 * when.h - the date and the time that a timeline's line or row begins with.
 */
#ifndef REPORT_WHEN_H
#define REPORT_WHEN_H

#include "timeline.h"

/*
 * Fills in ENTRY's date, last date, time and zone, and what they say of it
 * (dated, timed, heading, vague, period), from ELEMENT, its first line, whose
 * words are LINE; if it is a row, from its first cells. Spans count from the
 * line's start.
 */
void when_read(const struct element *element, struct slice line,
               struct timeline_entry *entry);

/* True if no words but a weekday's name stand before ENTRY's date or time. */
bool when_is_bare(struct slice line, const struct timeline_entry *entry);

/* True if ENTRY's date is set apart from what follows: by a time, a colon. */
bool when_is_set_apart(struct slice line, const struct timeline_entry *entry);

#endif
