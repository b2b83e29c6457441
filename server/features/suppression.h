/*
 * suppression.h - the edits that silence a rule at a place, or in a report.
 *
 * A directive is a link reference definition, which only stands where a block
 * of its own may begin. The edits insert it, with the blank lines it needs.
 */
#ifndef FEATURES_SUPPRESSION_H
#define FEATURES_SUPPRESSION_H

#include <stdbool.h>

#include "blocks.h"
#include "finding.h"

/* What goes in: TEXT, with LF, at OFFSET. */
struct suppression {
    size_t offset;
    struct buffer text;             /* the caller's, for buffer_free() */
};

/*
 * Silences FINDING's rule on the line of the finding. False, with nothing in
 * SUPPRESSION, where no directive can stand above that line: inside a
 * paragraph, a table, code or a quote.
 */
bool suppression_of_line(const struct text *text, const struct blocks *blocks,
                         const struct finding *finding,
                         struct suppression *suppression);

/* Silences FINDING's rule in all of its report. */
bool suppression_of_report(const struct text *text, const struct blocks *blocks,
                           const struct finding *finding,
                           struct suppression *suppression);

#endif
