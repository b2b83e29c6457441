/*
 * check.h - whether records can be compiled. Each fault is printed with
 * its file and line.
 */
#ifndef COMPILER_CHECK_H
#define COMPILER_CHECK_H

#include "schema.h"

/*
 * Sets the kinds of RECORDS and checks every record by itself: its keys, and
 * whether each value has the form its key asks for.
 */
void check_forms(struct records *records, struct faults *faults);

/* True if VALUE is a day, YYYY-MM-DD. *DAY gets its days from 1970-01-01. */
bool read_day(const char *value, int *day);

/* The rest only makes sense of records without faults of form. */

/* Checks that records agree with each other: unique names, order, versions,
 * lists. */
void check_coherence(const struct records *records, struct faults *faults);

/* Checks that reports' skeletons hold their sections, fields and columns. */
void check_skeletons(const struct records *records, struct faults *faults);

#endif
