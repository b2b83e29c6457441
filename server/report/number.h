/*
 * number.h - how many certificates a sentence speaks of.
 */
#ifndef REPORT_NUMBER_H
#define REPORT_NUMBER_H

#include <stdbool.h>
#include <stdint.h>

#include "text.h"

/* As many as can be counted; what is said to be more is unbounded as well. */
#define NUMBER_MOST 1000000000000000000ULL

/* From LEAST to MOST, both included; equal if the number is exact. */
struct number {
    unsigned long long least, most;
    bool sure;          /* the sentence is about it, as far as can be told */
    struct span span;   /* its digits or its word, in the text */
};

/* True if TEXT begins with a way to say that there are none: NUMBER is then
 * zero, and sure unless another number that TEXT goes on with may be meant. */
bool number_none(struct slice text, struct number *number);

/*
 * The first number in TEXT that counts something: in digits, with or without
 * separators of thousands (18,838; 18 838; 18'838), or in words. "About 500",
 * "over 500", "500+" and "400 to 500" have bounds; dates, times, versions,
 * OIDs, percentages and what a '#' precedes are passed over. False if there is
 * none.
 */
bool number_find(struct slice text, struct number *number);

#endif
