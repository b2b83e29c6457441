/*
 * proof.h - fixes tried on a copy of the text before they are offered or made.
 *
 * Fixes are written for the texts people have; in an odd one they may do
 * something else. So a fix is made on a copy, the copy is checked with the
 * options that its finding was found with, and the fix holds if
 *
 * - its finding goes: where it would be now there are fewer findings of its
 *   case and, if it is tried alone, fewer have its words at all;
 * - the form of the report stays as whole as it was: of no rule on the form
 *   (rules[].form) are there more errors and warnings than before. What still
 *   has to be filled in (rules[].softened) within what the fix itself wrote
 *   does not count, for that is what it was asked to write; but where the
 *   fix is for such a finding, there must be fewer of its rule elsewhere.
 *
 * A fix may bring to light what a report says: once an action item can be read,
 * it can be seen to be overdue. That is a fault of the report, not of the fix.
 */
#ifndef FEATURES_PROOF_H
#define FEATURES_PROOF_H

#include <stdbool.h>
#include <stddef.h>

#include "checks.h"
#include "edits.h"

/* About how many bytes all the tries of one proof may check; after that nothing
 * holds. That is 40 tries at 64 KB with 700 lines and 50 findings, and 2 at 1 MB
 * with 20,000 lines; none where that is all short lines. */
#define PROOF_BYTES_MOST ((size_t)3 << 20)

/* What fixes are tried on; all borrowed. */
struct proof_source {
    struct slice text;                      /* valid UTF-8 */
    const struct check_options *options;
    const struct findings *findings;    /* of that text; NULL: not known yet */
};

/* Edits, with LF as line ends, in the order that fix_edit() added them in, and
 * the finding that they make go (NULL: none in particular). All borrowed. */
struct claim {
    const struct finding *finding;
    const struct edit *edits;
    size_t edit_count;
};

struct proof;

/* Nothing is parsed before it is needed. SOURCE's members must live as long as
 * the proof, which is for proof_free(). Never fails. */
struct proof *proof_new(const struct proof_source *source);
/* NULL is allowed. */
void proof_free(struct proof *proof);

/* The text that fixes are tried on; valid until proof_keep(). */
struct slice proof_text(const struct proof *proof);
/* What is found in that text; valid likewise. */
const struct findings *proof_findings(struct proof *proof);
/* What edits_line_end() says of it. */
const char *proof_line_end(struct proof *proof);

/*
 * True if CLAIMS, all made at once, hold. False also if their edits overlap or
 * are none, if the text has a NUL, at which the text of an edit would end, or
 * more findings than are kept, or if enough has been tried. It costs one check
 * of the text.
 */
bool proof_holds(struct proof *proof, const struct claim *claims,
                 size_t count);

/* Makes the text the one in which claims held last, and gives up the findings
 * before it; false if none have held since. */
bool proof_keep(struct proof *proof);

#endif
