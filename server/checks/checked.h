/*
 * checked.h - what a check has found, kept for the next one of the same text.
 *
 * A check looks at the stretches of a text one by one, and then at each report
 * as a whole. What it found in a stretch is a function of
 *
 *   - the blocks that the stretch takes part in: their bytes and nodes,
 *   - its section, as the division of the text has it, and few words on the
 *     report around it: all in struct kept_inputs,
 *   - the options, the day among them.
 *
 * So it is kept, moved along with its text, while these are as they were. What
 * is found by looking at a report as a whole is kept while its sections are the
 * same, and none was looked at again that the part in question looks at. Parts
 * that look at all sections go by their fields and facts, not by the text.
 *
 * A text that is checked for the first time is one of which all is replaced:
 * there is no other way to check, and so the findings of a text are the same
 * whatever it was before. A property test holds us to that.
 */
#ifndef CHECKS_CHECKED_H
#define CHECKS_CHECKED_H

#include "checks.h"
#include "replaced.h"
#include "report.h"

struct checked;

/* Nothing has been found yet. */
struct checked *checked_new(void);
void checked_free(struct checked *checked);         /* NULL is allowed */

/*
 * Adds to FINDINGS, which are empty, what there is to say of the text of
 * REPORTS, in its order. REPLACED is what edits have replaced since the last
 * time that this was asked of CHECKED. The findings are shared: CHECKED owns
 * their strings, until the next check.
 */
void checked_update(struct checked *checked, struct reports *reports,
                    const struct replaced *replaced,
                    const struct check_options *options,
                    struct findings *findings);

/* The same for a text that is checked only once; FINDINGS own all they hold. */
void checked_once(struct reports *reports, const struct check_options *options,
                  struct findings *findings);

#endif
