/*
 * cutting.h - the few lines of a large file that something is said of.
 *
 * A file that is too large to be kept is read once; the lines that findings
 * are about are cut out and kept, with their places in the file. Findings of
 * such a file are about the text of its cutting.
 */
#ifndef CHECKS_CUTTING_H
#define CHECKS_CUTTING_H

#include "memory.h"
#include "text.h"

struct cutting_line {
    size_t line, offset;        /* in the file, both from 0 */
};

/* {{NULL, 0, 0}, NULL, 0, 0} is empty. */
struct cutting {
    struct buffer text;         /* whole lines, ended by LF */
    struct cutting_line *lines; /* one for each of them */
    size_t count, room;
};

/*
 * Adds BYTES, one or more lines without the last one's end, which stand in
 * the file from LINE and OFFSET on. Returns where they begin in the text.
 */
size_t cutting_add(struct cutting *cutting, struct slice bytes, size_t line,
                   size_t offset);

/* Where line NUMBER (from 0) of the text stands; of the last, if it is more. */
struct cutting_line cutting_line(const struct cutting *cutting,
                                 size_t number);

void cutting_free(struct cutting *cutting);     /* leaves it empty */

#endif
