/* shorthand_kinds.h - the kinds of shorthand, for shorthand.c alone. */
#ifndef FEATURES_SHORTHAND_KINDS_H
#define FEATURES_SHORTHAND_KINDS_H

#include <stdbool.h>
#include <stddef.h>

#include "slice.h"
#include "memory.h"

/* Where shorthand may begin: at AT of TEXT, where a character does. FROM is
 * where a link of another kind ends, or 0; TEXT ends where one begins. */
struct shorthand_place {
    struct slice text;
    size_t from, at;
};

/*
 * Where the shorthand that begins at PLACE ends, and its address in TARGET,
 * which was empty; PLACE's AT, with TARGET as it was, if none does.
 */
typedef size_t shorthand_kind(const struct shorthand_place *place,
                              struct buffer *target);

/* In the order in which Bugzilla looks for them; ends with NULL. */
extern shorthand_kind *const shorthand_kinds[];

#endif
