/*
 * renumbering.h - contributing factors numbered from 1, as they stand.
 *
 * With a factor's number go the references to it: in action items, and in
 * sentences wherever one factor alone has the number.
 */
#ifndef CHECKS_RENUMBERING_H
#define CHECKS_RENUMBERING_H

#include "check.h"
#include "items.h"

struct renumbering {
    const struct check *check;
    const struct report_section *causes;
    const struct references *items; /* in action items */
    struct references sentences;
    bool possible;                  /* something would change, and it is not
                                       too much to be done unseen */
};

/*
 * Fills RENUMBERING, which borrows the rest: CAUSES has the factors, ITEMS are
 * the action items of CHECK's report. Free it with renumbering_free().
 */
void renumbering_read(struct renumbering *renumbering,
                      const struct check *check,
                      const struct report_section *causes,
                      const struct action_items *items);
void renumbering_free(struct renumbering *renumbering);

/* Adds the edits to FIX; RENUMBERING must be possible. */
void renumbering_edit(const struct renumbering *renumbering, struct fix *fix);

#endif
