/*
 * context.h - where a writer's cursor stands, half-typed lines included.
 *
 * A model says what a text is; this says what the line being written may
 * become. So what the cursor's own line holds doesn't count: a section or a
 * field is above it or below it.
 */
#ifndef FEATURES_CONTEXT_H
#define FEATURES_CONTEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "report.h"

/* Longer lines are prose, and not looked at. */
#define CONTEXT_LINE_MOST 4096

struct context {
    const struct reports *reports;
    size_t offset;              /* of the cursor */
    size_t number;              /* of its line */
    struct span line;           /* without its line end */
    struct slice bytes;         /* of that line */
    size_t column;              /* the cursor's, in BYTES */
    const struct report *report;        /* begun above the line; or NULL */
    const struct report_section *section;   /* likewise */
    const struct report_factor *factor;     /* likewise */
    const struct element *opaque;       /* code or the like that the line is
                                           in; NULL */
    size_t below;               /* the first element below the line */
};

/*
 * Fills CONTEXT, which borrows REPORTS. False on a line that is too long.
 * OFFSET is clamped to the text.
 */
bool context_read(struct context *context, const struct reports *reports,
                  size_t offset);

/* True if there is nothing but blanks in the line AWAY (-1, 0 or 1) from the
 * cursor's, or no such line. */
bool context_blank(const struct context *context, int away);

/* True if the line below would go on with the paragraph on the cursor's. */
bool context_goes_on(const struct context *context);

/* True if nothing that is shown stands between the line and the next section
 * or report, or the end of the text. */
bool context_last_in_section(const struct context *context);

/* True if nothing stands between the line and the heading of the next report,
 * or the end of the text. */
bool context_last_in_report(const struct context *context);

/* A label, or what could become one, as typed so far. In bytes of the line. */
struct context_label {
    size_t indent;              /* of blanks */
    char bullet;                /* 0 if there is none */
    size_t words;               /* where they begin, after the marks */
    size_t end;                 /* of what a label would replace */
    bool valued;                /* something stands after that */
};

/*
 * False if the cursor is in nothing that a label could be made of: in prose,
 * after a label.
 */
bool context_label(const struct context *context, struct context_label *label);

#endif
