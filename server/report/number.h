/*
 * number.h - how many certificates a sentence speaks of.
 */
#ifndef REPORT_NUMBER_H
#define REPORT_NUMBER_H

#include <stdbool.h>

#include "text.h"

/*
 * The first number in TEXT that counts something: with or without separators
 * (18,838; 18 838), or a word from "zero" to "twenty". Dates, times, versions,
 * OIDs and what a '#' precedes are passed over. *SPAN gets where it stands.
 */
bool number_find(struct slice text, unsigned long *number, struct span *span);

#endif
