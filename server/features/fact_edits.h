/*
 * fact_edits.h - edits that tell facts of a report in its directives.
 */
#ifndef FEATURES_FACT_EDITS_H
#define FEATURES_FACT_EDITS_H

#include "finding.h"
#include "report.h"

/* `key` or `key=value`. VALUE is "" for the key alone, and NULL to take it out
 * wherever it is. */
struct fact {
    const struct rule_key *key;
    const char *value;              /* needs no quotes */
};

/* {NULL, 0, 0} is empty. */
struct fact_edits {
    struct edit *items;             /* in order and apart */
    size_t count, room;
};

/*
 * Fills EDITS with what makes the directives of REPORTS say the COUNT FACTS: of
 * the report at OFFSET if one of them tells when it was posted and it is one of
 * several, else of the bug that all are about. What says something else is
 * changed in its place; what is said nowhere comes to the first directive, or
 * to a new one. Without a report nothing is said. fact_edits_free() gives
 * memory back.
 */
void fact_edits_read(struct fact_edits *edits, const struct reports *reports,
                     size_t offset, const struct fact *facts, size_t count);

/* Fills EDITS with what takes KEY out of all directives of REPORTS; a directive
 * that says nothing else goes with its lines. */
void fact_edits_without(struct fact_edits *edits,
                        const struct reports *reports, enum key_id key);

void fact_edits_free(struct fact_edits *edits);     /* leaves it empty */

#endif
