/*
 * label.h - the label a line begins with, in whatever form it was typed.
 *
 * The template writes `- **Relevant policies:** `. People put the colon
 * outside, leave the stars away, make a heading of it or the value part of
 * the strong text; a reader takes all of these for the label, so we do too.
 */
#ifndef REPORT_LABEL_H
#define REPORT_LABEL_H

#include <stdbool.h>
#include <stddef.h>

#include "slice.h"
#include "text.h"

/* Room for any folded label or heading; longer ones are not the template's. */
#define LABEL_ROOM 192

enum label_form {
    LABEL_STRONG,           /* **Label:** or **Label**: */
    LABEL_STRONG_BARE,      /* **Label**, no colon at all */
    LABEL_STRONG_VALUE,     /* **Label: value** */
    LABEL_NOT_RENDERED,     /* **Label: ** */
    LABEL_EMPHASIS,         /* *Label:* */
    LABEL_PLAIN,            /* Label: value */
    LABEL_HEADING,          /* ### Label */
    LABEL_CELL              /* | Label | value | */
};

/* All spans count from the start of the line. */
struct label {
    enum label_form form;
    bool colon;
    struct span text;       /* the words: no marks, no colon */
    struct span whole;      /* with marks and colon */
    size_t value;           /* where what follows begins, blanks skipped */
    char folded[LABEL_ROOM];
};

/*
 * The readings LINE allows, the one that takes most of it first; false if
 * there is no reading number N. A line in strong text has one or two, a plain
 * line one for each colon or question mark that could end a label.
 */
bool label_read(struct slice line, size_t n, struct label *label);

#endif
