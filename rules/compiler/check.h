/*
 * check.h - whether records can be compiled. Each fault found is complained
 * of with its file and line.
 */
#ifndef COMPILER_CHECK_H
#define COMPILER_CHECK_H

#include "records.h"

/*
 * Sets the kinds of RECORDS and checks every record by itself: its keys, and
 * whether each value has the form its key asks for.
 */
void check_forms(struct records *records, struct faults *faults);

/* What is wrong with VALUE as a message, the title of a fix or an anchor; NULL
 * if nothing. */
const char *message_fault(const char *value);
const char *title_fault(const char *value);
const char *anchor_fault(const char *value);

/* True if VALUE is a day, YYYY-MM-DD. *DAY gets its days from 1970-01-01. */
bool read_day(const char *value, int *day);

/* The rest only makes sense of records without faults of form. */

/* That what must be alone is: names, aliases, ids. */
void check_names(const struct records *records, struct faults *faults);

/* That records agree with each other: order, versions, lists. */
void check_coherence(const struct records *records, struct faults *faults);

/* That the reports' skeletons hold their sections, fields and columns. */
void check_skeletons(const struct records *records, struct faults *faults);

#endif
