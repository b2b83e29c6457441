/*
 * fix_all.h - all the fixes that change no meaning, made at once.
 */
#ifndef FEATURES_FIX_ALL_H
#define FEATURES_FIX_ALL_H

#include <stdbool.h>
#include <stddef.h>

#include "checks.h"
#include "memory.h"

/* What has been fixed. */
struct fix_all {
    struct buffer text;             /* with the fixes made */
    size_t counts[RULE_COUNT];      /* how many findings of each rule */
    size_t count;                   /* of all */
};

/* True if one of FINDINGS has a fix that changes no meaning. */
bool fix_all_possible(const struct findings *findings);

/*
 * Makes the safe fixes of what is found in SOURCE (valid UTF-8), checks again
 * and goes on until none is left, for at most ten rounds. False, and *FIXED is
 * empty, if there was nothing to do; so too if SOURCE holds a NUL, at which the
 * text of an edit would end. Otherwise fix_all_free() releases it.
 */
bool fix_all(struct slice source, const struct check_options *options,
             struct fix_all *fixed);
void fix_all_free(struct fix_all *fixed);           /* leaves it empty */

#endif
