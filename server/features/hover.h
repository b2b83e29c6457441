/*
 * hover.h - what there is to know about the place under the pointer.
 */
#ifndef FEATURES_HOVER_H
#define FEATURES_HOVER_H

#include <stdbool.h>

#include "checks.h"
#include "report.h"

/* What is asked; all borrowed. */
struct hover_question {
    const struct reports *reports;
    const struct findings *findings;            /* of the same text */
    const struct rule_guideline *guideline;     /* if the report names none */
    const struct own_policies *policies;        /* of the CA Owner; or NULL */
    int today;                                  /* from 1970-01-01 */
    bool markdown;                              /* else plain text */
    size_t offset;
};

struct hover {
    struct span span;               /* what it is about */
    struct buffer words;            /* the caller's, for buffer_free() */
};

/* False if there is nothing to say; HOVER then needs no freeing. */
bool hover_at(const struct hover_question *question, struct hover *hover);

#endif
