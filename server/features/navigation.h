/*
 * navigation.h - the contributing factors of a report, and what names them.
 *
 * A factor is headed in the root cause analysis; action items name it by its
 * number or its title, sentences by its number. From any of these an editor can
 * go to the others. A report with more factors than any real one is left alone.
 */
#ifndef FEATURES_NAVIGATION_H
#define FEATURES_NAVIGATION_H

#include "items.h"
#include "reference.h"

/* How words name a factor. */
enum naming_kind {
    NAMING_NUMBER,          /* one factor, by the number it has */
    NAMING_TITLE,           /* one factor, by its title */
    NAMING_OTHERWISE        /* by its place, several at once, all of them */
};

/* Words that name factors, wherever they stand. Pointers are into
 * the model. */
struct naming {
    enum naming_kind kind;
    struct span span;       /* digits, title; otherwise all the words */
    const struct report *report;
    const struct report_section *causes;
    size_t factor;          /* the index of the first that is named */
    bool named[ITEMS_FACTORS_MOST];     /* by index */
};

/* A place where a factor is named. */
struct mention {
    struct span span;
    bool declares;          /* it is a factor's heading */
};

/* {NULL, 0, 0} is empty. */
struct mentions {
    struct mention *items;
    size_t count, room;
};

/* False if at OFFSET, which is clamped, nothing names a factor. */
bool naming_at(const struct reports *reports, size_t offset,
               struct naming *naming);

/* Fills MENTIONS with the headings of what NAMING names: their numbers, or
 * titles where NAMING is one, so that a factor can be renamed there. */
void mentions_headings(const struct reports *reports,
                       const struct naming *naming, struct mentions *mentions);
/* Adds to MENTIONS what else names one of the same. */
void mentions_references(const struct reports *reports,
                         const struct naming *naming,
                         struct mentions *mentions);
void mentions_add(struct mentions *mentions, struct span span, bool declares);
void mentions_free(struct mentions *mentions);      /* leaves it empty */

/*
 * Fills REFERENCES (references_free) with all those in NAMING's report, those
 * of action items first.
 */
void naming_references(const struct reports *reports,
                       const struct naming *naming,
                       struct references *references);

/* The words of REFERENCE, without the marks after them. */
struct span naming_words(const struct reports *reports,
                         const struct reference *reference);

#endif
