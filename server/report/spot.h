/*
 * spot.h - what stands at an offset of a report.
 *
 * An editor asks about the place of its cursor. A spot says what the model
 * knows of that place: which part of which report it is, and what around it
 * belongs to the same thing. The blanks, bullets and #s before a line's
 * words count as part of them, and so does what is after them on the line.
 */
#ifndef REPORT_SPOT_H
#define REPORT_SPOT_H

#include "report.h"

enum spot_kind {
    SPOT_NOTHING,           /* a blank line, prose, code, outside a report */
    SPOT_REPORT,            /* the heading of a report */
    SPOT_SECTION,           /* the heading of a section */
    SPOT_FACTOR,            /* the heading of a contributing factor */
    SPOT_LABEL,             /* of FIELD */
    SPOT_VALUE,             /* of FIELD, or where it would stand */
    SPOT_HEADER,            /* a cell of a table's header: COLUMN */
    SPOT_CELL,              /* a cell below it: COLUMN */
    SPOT_LIST_HEADER,       /* the same in a list of certificates in */
    SPOT_LIST_CELL,         /*   comma-separated values */
    SPOT_ENTRY,             /* a line or row of a timeline */
    SPOT_DIRECTIVE,         /* a directive, but none of its entries */
    SPOT_KEY,               /* the KEY of a directive's entry */
    SPOT_KEY_VALUE          /* the value after it, or where it would stand */
};

/* Pointers are into the model; NULL where there is no such thing. */
struct spot {
    enum spot_kind kind;
    struct span span;       /* of the words, label, value, cell, entry or key;
                               empty at the offset of nothing */
    size_t element;         /* the one on the offset's line or around it, else
                               the last one above */
    bool on_element;        /* false: it is one above, or there is none */
    const struct report *report;
    const struct report_section *section;
    const struct report_field *field;   /* of a label or value */
    const struct report_factor *factor; /* whose heading or part it is */
    const struct rule_column *column;   /* NULL also for one of their own */
    size_t cell;            /* the number of the cell in its row, from 0 */
    struct span key;        /* of a directive's entry, for its value too */
    struct span directive;  /* the name of the directive, without brackets */
};

/* Fills SPOT with what stands at OFFSET, which is clamped to the text. */
void spot_at(const struct reports *reports, size_t offset, struct spot *spot);

#endif
