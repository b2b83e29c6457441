/*
 * directives.h - what the checks of directives share.
 */
#ifndef CHECKS_DIRECTIVES_H
#define CHECKS_DIRECTIVES_H

#include "check.h"
#include "directive.h"

/* Where a directive stands: slices of BASE, which begins at START of the
 * text, are told as spans. */
struct directive_place {
    const struct check *check;
    struct slice base;
    size_t start;
};

/* Adds a finding on WHERE, a slice of the place. */
void directives_add(const struct directive_place *place, enum case_id which,
                    struct slice where, const struct finding_words *words);

/* The same, with a fix that writes what WORDS expect in place of WHERE. */
void directives_respell(const struct directive_place *place,
                        enum case_id which, struct slice where,
                        const struct finding_words *words);

/*
 * Says that the value of WORDS isn't known, and which of KNOWN it is near to,
 * or else what WHICH says. KNOWN ends with NULL.
 */
void directives_unknown(const struct directive_place *place, enum case_id which,
                        const char *const *known, struct finding_words *words);
/* Likewise of the phrases of LIST, which are then what is expected. */
void directives_unlisted(const struct directive_place *place,
                         enum case_id which, enum phrases_id list,
                         struct finding_words *words);

/* The phrase of LIST that WORD is, or NULL. */
const struct rule_phrase *directives_phrase(enum phrases_id list,
                                            struct slice word);

/* Checks one fact of a directive: `posted=2026-03-01`. */
void directives_fact(const struct directive_place *place,
                     const struct directive_entry *entry);

/* True, with a finding on SPAN, if WORDS, what an HTML comment there holds,
 * were meant for a directive. */
bool directives_comment(const struct check *check, struct span span,
                        struct slice words);

#endif
