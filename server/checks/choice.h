/*
 * choice.h - a value of a closed list: is it one, and which was meant?
 */
#ifndef CHECKS_CHOICE_H
#define CHECKS_CHOICE_H

#include "check.h"

/* A closed list, and the cases for a value that is not on it, for other
 * words that plainly mean one, and for one otherwise spelt. */
struct choice {
    enum list_id list;
    enum case_id none, words, spelling;
};

/*
 * Adds the findings on the value in SPAN, which isn't empty, with the values of
 * the list as fixes, the nearest first. Returns the value that is meant, or
 * NULL; *MATCH gets how plainly.
 */
const struct rule_value *choice_check(const struct check *check,
                                      const struct choice *choice,
                                      struct span span, enum match *match);

#endif
