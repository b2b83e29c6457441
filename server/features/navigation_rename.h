/*
 * navigation_rename.h - another number or title for a contributing factor.
 */
#ifndef FEATURES_NAVIGATION_RENAME_H
#define FEATURES_NAVIGATION_RENAME_H

#include "navigation.h"

/* True if what NAMING names can be given another name there. */
bool rename_can(const struct naming *naming);

/*
 * Fills MENTIONS (mentions_free) with the places where NAME, which loses the
 * blanks around it, is to stand instead: in the heading, and wherever the
 * factor is named in the same way. If that can't be done, or would make
 * something name another factor, the sentence that says why, constant, is
 * returned and MENTIONS left empty; else NULL.
 */
const char *rename_read(const struct reports *reports,
                        const struct naming *naming,
                        struct slice *name, struct mentions *mentions);

#endif
