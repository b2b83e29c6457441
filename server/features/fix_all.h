/*
 * fix_all.h - all the fixes that change no meaning, made at once.
 */
#ifndef FEATURES_FIX_ALL_H
#define FEATURES_FIX_ALL_H

#include <stdbool.h>
#include <stddef.h>

#include "memory.h"
#include "proof.h"

/* What has been fixed. */
struct fix_all {
    struct buffer text;             /* with the fixes made */
    size_t counts[RULE_COUNT];      /* how many findings of each rule */
    size_t count;                   /* of all */
};

/* True if one of FINDINGS has a fix that changes no meaning. */
bool fix_all_possible(const struct findings *findings);

/* How many of the findings of SOURCE, which must not be NULL, the first round
 * of fix_all() makes go. */
size_t fix_all_count(const struct proof_source *source);

/*
 * Makes the safe fixes of what is found in SOURCE, if they hold as proof.h
 * says, then those of what is found after that, and so on for at most ten
 * rounds. A round costs one check; each fix that doesn't hold costs two more
 * for each time that the number of fixes can be halved. False, and *FIXED is
 * empty, if there was nothing to do. Otherwise fix_all_free() releases it.
 */
bool fix_all(const struct proof_source *source, struct fix_all *fixed);
void fix_all_free(struct fix_all *fixed);           /* leaves it empty */

#endif
