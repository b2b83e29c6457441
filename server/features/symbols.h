/*
 * symbols.h - what a report is made of, as an outline to jump about in.
 */
#ifndef FEATURES_SYMBOLS_H
#define FEATURES_SYMBOLS_H

#include "report.h"

/* The most that are listed; the last ones of a longer report are left out. */
#define SYMBOLS_MOST 5000

enum symbol_kind {
    SYMBOL_REPORT,
    SYMBOL_SECTION,
    SYMBOL_FACTOR,
    SYMBOL_FIELD,
    SYMBOL_ENTRY,           /* of a timeline */
    SYMBOL_INCIDENT,        /* a related one */
    SYMBOL_ACTION
};

struct symbol {
    enum symbol_kind kind;
    size_t depth;           /* one more than that of what it is part of, which
                               is the last one above with less */
    char *name;             /* one line, never "" */
    char *detail;           /* one line; "" if there is none */
    struct span span;       /* all of it */
    struct span heading;    /* what names it, within SPAN */
};

/* {NULL, 0, 0} is empty; in the order of the text. */
struct symbols {
    struct symbol *items;
    size_t count, room;
};

/* Fills SYMBOLS, to be freed with symbols_free(). */
void symbols_read(const struct reports *reports, struct symbols *symbols);
void symbols_free(struct symbols *symbols);     /* leaves it empty */

#endif
