/*
 * placeholder.h - what a template or a writer has left to be filled in.
 */
#ifndef CHECKS_PLACEHOLDER_H
#define CHECKS_PLACEHOLDER_H

#include "check.h"

/*
 * True if SPAN as a whole is filler: a placeholder of the template, or a
 * prompt in <> or []. Checks of values pass over it, since the rule
 * "placeholder" says all there is to say.
 */
bool placeholder_is(const struct check *check, struct span span);

/* False if no part of ELEMENT is filler: told without looking at its words. */
bool placeholder_may_be_in(const struct element *element);
/* placeholder_is() of a part of the element number AT. */
bool placeholder_is_part(const struct check *check, size_t at,
                         struct span span);

/* The first filler in TEXT, a value, an entry or the rest of one; false, with
 * FOUND undefined, if there is none. */
bool placeholder_inside(struct slice text, struct span *found);

#endif
