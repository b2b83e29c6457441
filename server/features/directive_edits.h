/*
 * directive_edits.h - edits that tell facts of a report in its directives.
 */
#ifndef FEATURES_DIRECTIVE_EDITS_H
#define FEATURES_DIRECTIVE_EDITS_H

#include "finding.h"
#include "report.h"

/* `key` or `key=value`. VALUE is "" for the key alone, and NULL to take it out
 * wherever it is. */
struct directive_fact {
    const struct rule_key *key;
    const char *value;              /* needs no quotes */
};

/* {NULL, 0, 0} is empty. */
struct directive_edits {
    struct edit *items;             /* in order and apart */
    size_t count, room;
};

/*
 * Fills EDITS with what makes the directives of REPORTS say the COUNT FACTS: of
 * the report at OFFSET if one of them tells when it was posted and it is one of
 * several, else of the bug that all are about. What says something else is
 * changed in its place; what is said nowhere comes to the first directive, or
 * to a new one. Without a report nothing is said. directive_edits_free() gives
 * memory back.
 */
void directive_edits_read(struct directive_edits *edits,
                          const struct reports *reports, size_t offset,
                          const struct directive_fact *facts, size_t count);

/* Fills EDITS with what takes KEY out of all directives of REPORTS; a directive
 * that says nothing else goes with its lines. */
void directive_edits_without(struct directive_edits *edits,
                             const struct reports *reports, enum key_id key);

void directive_edits_free(struct directive_edits *edits);     /* leaves it empty */

#endif
