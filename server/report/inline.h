/*
 * inline.h - the inline Markdown of one paragraph, heading or table cell.
 *
 * cmark's own inline parser is quadratic on some inputs, and emphasis is of no
 * interest here. So this finds only what the checks ask for, in one pass: code
 * spans, links, images, tags and comments, in the order in which they end.
 * What a code span or an address holds is not looked at; what the words of a
 * link hold is.
 */
#ifndef REPORT_INLINE_H
#define REPORT_INLINE_H

#include <stddef.h>

#include "text.h"

enum inline_kind {
    INLINE_CODE,        /* TEXT without the backticks */
    INLINE_LINK,        /* [TEXT](TARGET), the target may be empty */
    INLINE_IMAGE,       /* ![TEXT](TARGET) */
    INLINE_BROKEN_LINK, /* [TEXT](TARGET) where blanks keep it from being
                               one */
    INLINE_AUTOLINK,    /* <TARGET> that begins with http:// or https:// */
    INLINE_FOOTNOTE,    /* [^TEXT] */
    INLINE_TAG,         /* <TEXT ...>, TEXT its name */
    INLINE_CLOSING_TAG, /* </TEXT> */
    INLINE_COMMENT      /* <!--TEXT--> */
};

/* Spans count from the start of what was scanned. */
struct inline_item {
    enum inline_kind kind;
    struct span span; /* with all of its marks */
    struct span text;
    struct span target; /* empty where there is none */
};

/* {NULL, 0, 0} is empty. */
struct inlines {
    struct inline_item *items;
    size_t count, room;
};

/* Fills INLINES, to be freed with inlines_free(), with what is in TEXT. Takes
 * time in proportion to TEXT's length, whatever it holds. */
void inlines_read(struct inlines *inlines, struct slice text);
void inlines_free(struct inlines *inlines); /* leaves it empty */

#endif
