/*
 * separator.h - what stands between the parts of a list in a sentence.
 */
#ifndef REPORT_SEPARATOR_H
#define REPORT_SEPARATOR_H

#include <stddef.h>

#include "rules.h"

/*
 * How many bytes at AT in TEXT join the parts of a list: a comma and its like,
 * a <br>, a whole word of PHRASES_JOIN; 0 if none do.
 */
size_t separator_at(struct slice text, size_t at);

/* Where the next of these stands in TEXT from AT on; the end if none does. */
size_t separator_find(struct slice text, size_t at);

/*
 * The longest phrase of LIST that stands as whole words at AT in TEXT; how
 * many bytes it takes, 0 if none. A digit may follow at once ("CF2").
 */
size_t separator_phrase(enum phrases_id list, struct slice text, size_t at);

/*
 * How many bytes at AT in TEXT stand between the ends of a range: a hyphen or
 * a dash, a word of PHRASES_RANGE, with the blanks before it; 0 if none do.
 */
size_t separator_range(struct slice text, size_t at);

#endif
