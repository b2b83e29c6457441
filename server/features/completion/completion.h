/*
 * completion.h - what may be written at a cursor.
 *
 * Something is offered only where something belongs: a template outside of
 * reports, a section after #, a field where fields stand, a value after a
 * label, in a cell, in the certificate list or in a directive. In prose there
 * is silence. No item leaves a report with more structural findings.
 */
#ifndef FEATURES_COMPLETION_H
#define FEATURES_COMPLETION_H

#include <stdbool.h>
#include <stddef.h>

#include "checks.h"
#include "memory.h"
#include "report.h"
#include "snippet.h"
#include "template.h"

/* The most that are offered at one place. */
#define COMPLETIONS_MOST 200

enum completion_kind {
    COMPLETION_TEMPLATE,
    COMPLETION_SECTION,
    COMPLETION_FIELD,
    COMPLETION_ENTRY,           /* of a timeline, a table or the like */
    COMPLETION_VALUE,
    COMPLETION_REFERENCE,       /* to a contributing factor */
    COMPLETION_KEY              /* of a directive */
};

/* In the order in which they are to be shown. */
struct completion {
    enum completion_kind kind;
    struct buffer label;        /* what the list shows */
    struct buffer detail;       /* beside it; may be empty */
    struct buffer means;        /* Markdown; may be empty */
    struct buffer filter;       /* what the typed text is compared with */
    struct snippet snippet;     /* what is inserted, lines ending with LF; it
                                   is plain text if it has no stops */
    struct span span;           /* what is replaced, on the cursor's line and
                                   with the cursor in it */
};

/* {NULL, 0, 0} is empty. */
struct completions {
    struct completion *items;
    size_t count, room;
};

/* What there is to go by; all borrowed. */
struct completion_source {
    const struct reports *reports;
    const struct check_options *options;
    struct template_facts facts;
    enum snippet_skill skill;
    bool typing;                /* the list is open, and more has been typed */
};

/* Fills COMPLETIONS with what may be written at OFFSET (clamped). */
void completions_at(struct completions *completions,
                    const struct completion_source *source, size_t offset);
void completions_free(struct completions *completions); /* leaves it empty */

#endif
