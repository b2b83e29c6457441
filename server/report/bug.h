/*
 * bug.h - the numbers of bugs, and links to them.
 */
#ifndef REPORT_BUG_H
#define REPORT_BUG_H

#include <stdbool.h>
#include <stddef.h>

#include "memory.h"
#include "rules.h"
#include "text.h"

/* A bug's number has this many digits; other numbers stand in words, too. */
#define BUG_DIGITS_LEAST 5
#define BUG_DIGITS_MOST 8

/* The first number of LEAST digits or more, but no more than a bug's has, that
 * stands alone in PART of TEXT. */
bool bug_number_find(struct slice text, struct span part, size_t least,
                     struct span *number);

/* The number of the first bug that an address in PART of TEXT leads to. */
bool bug_address_find(struct slice text, struct span part,
                      struct span *number);

/* Adds the template's link, to the bug NUMBER. */
void bug_link_add(struct slice number, struct buffer *link);

#endif
