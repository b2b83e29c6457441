/*
 * bullet.h - what people put before a line to make a list of it, and Markdown
 * does not take for a bullet.
 *
 * A word processor pastes its own bullets, one for each level; a web page, or a
 * key held too long, leaves a space after "-" that is not an ordinary blank. A
 * reader sees a list in both, so we do too.
 */
#ifndef REPORT_BULLET_H
#define REPORT_BULLET_H

#include <stdbool.h>
#include <stddef.h>

#include "slice.h"

enum bullet_kind {
    BULLET_TYPED,           /* a sign that is none of Markdown's */
    BULLET_SPACED           /* Markdown's, and a space of another width */
};

/* Spans count from the start of the line. */
struct bullet {
    enum bullet_kind kind;
    struct span mark;       /* the sign itself */
    size_t end;             /* where what follows begins, blanks skipped */
    unsigned rank;          /* rises with the level that the sign stands for */
};

/* Whether LINE, without its indentation, begins with such a bullet. */
bool bullet_read(struct slice line, struct bullet *bullet);

#endif
