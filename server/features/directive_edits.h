/*
 * directive_edits.h - edits that record facts of a report in its directives.
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
 * Fills EDITS with what makes the directives of REPORTS say the COUNT FACTS. If
 * one of them is when a report was posted, and there are several, they are
 * about the report at OFFSET, else about the bug. An entry that says something
 * else is changed in place; a fact that no directive has goes into the first
 * one, or into a new one. Without a report there are no edits. Free them with
 * directive_edits_free().
 */
void directive_edits_read(struct directive_edits *edits,
                          const struct reports *reports, size_t offset,
                          const struct directive_fact *facts, size_t count);

/* Fills EDITS with what takes KEY out of all directives of REPORTS; a directive
 * that has nothing else goes, with its lines. */
void directive_edits_without(struct directive_edits *edits,
                             const struct reports *reports, enum key_id key);

/* Leaves EDITS empty. */
void directive_edits_free(struct directive_edits *edits);

#endif
