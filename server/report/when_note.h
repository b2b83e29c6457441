/*
 * when_note.h - what was read of the dates and times of a line, kept with it.
 *
 * A Timeline is read whole after each edit, and may be large. What a line's
 * words say of when something happened is a function of these alone, so it is
 * read once, and noted in the element until that is parsed anew. The notes are
 * packed: there is one for each line of a Timeline.
 */
#ifndef REPORT_WHEN_NOTE_H
#define REPORT_WHEN_NOTE_H

#include "timeline.h"

/* Does what when_read() does, for the line or row that is ELEMENT. */
void when_note_read(struct reports *reports, size_t element,
                    struct timeline_entry *entry);

/* True if the words of ELEMENT speak of times as such: "All times",
 * "timestamps". */
bool when_note_speaks_of_times(struct reports *reports, size_t element);

#endif
