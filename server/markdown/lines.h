/*
 * lines.h - where the lines of a text begin, in an array with a gap.
 *
 * Only breaks are kept: the offsets at which a line after the first begins, in
 * ascending order. Those before the gap count from the start of the text,
 * those after it from its end, so that an edit at the gap leaves all of them
 * true. Offsets are in bytes and fit 32 bits (text.c sees to that).
 */
#ifndef MARKDOWN_LINES_H
#define MARKDOWN_LINES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* All zeros is the empty set. LENGTH is the text's and the owner's to set. */
struct lines {
    uint32_t *breaks;
    size_t room;
    size_t gap;                 /* breaks before the gap */
    size_t after;              /* breaks after it, at the array's end */
    size_t length;              /* of the text, in bytes */
};

void lines_free(struct lines *lines);           /* leaves it empty */

/* How many breaks there are: one less than lines. */
size_t lines_break_count(const struct lines *lines);
/* The break of that INDEX, from the start of the text. */
size_t lines_break(const struct lines *lines, size_t index);
/* How many breaks are at or before OFFSET. */
size_t lines_breaks_to(const struct lines *lines, size_t offset);

/* Moves the gap to INDEX and drops the COUNT breaks that are then after it. */
void lines_open(struct lines *lines, size_t index, size_t count);
/* Puts a break at the gap; it is past those before and before those after. */
void lines_add(struct lines *lines, size_t offset);

#endif
