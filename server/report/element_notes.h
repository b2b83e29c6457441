/*
 * element_notes.h - notes on elements that were only parsed again.
 *
 * An edit has its whole block parsed again, and an item of a list with all that
 * is nested in it is one block. Most of its elements are what they were.
 */
#ifndef REPORT_ELEMENT_NOTES_H
#define REPORT_ELEMENT_NOTES_H

#include "element.h"

/* Elements of an old text, and those that stand in their place now. */
struct element_pair {
    struct element *old, *new;
    size_t old_count, new_count;
};

/*
 * Hands on to the new elements of PAIR the notes of old ones that are the same
 * and stand away from the edit in REPLACED, which is one of TEXT: on other
 * lines, and not in a group next to it.
 */
void element_notes_keep(const struct element_pair *pair, struct text *text,
                        const struct replaced *replaced);

#endif
