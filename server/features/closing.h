/*
 * closing.h - what is still to be done before a closure is posted.
 */
#ifndef FEATURES_CLOSING_H
#define FEATURES_CLOSING_H

#include "finding.h"
#include "prose.h"
#include "report.h"

struct closing {
    size_t open;            /* actions that are ongoing or delayed */
    size_t unstated;        /* actions whose final status isn't given */
    bool question;          /* one has no answer yet */
    size_t unfilled;        /* places of a draft to be filled in */
    size_t errors;          /* in the closure itself */
    bool request;           /* the guidelines want information requested */
    const struct finding *first;    /* of the closure's errors, or of what a
                                       draft still lacks; or NULL */
};

/* Fills CLOSING for CLOSURE, one of REPORTS. FINDINGS are those of the text. */
void closing_read(struct closing *closing, const struct reports *reports,
                  const struct report *closure,
                  const struct findings *findings,
                  const struct rule_guideline *guideline);

/* Adds "2 actions open · a question unanswered", or that it is ready. */
void closing_add_words(const struct closing *closing, struct buffer *words);

/* Adds the same as a list, what is done included. */
void closing_explain(const struct closing *closing, struct prose *prose);

#endif
