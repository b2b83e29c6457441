/*
 * each.h - tries something on every report the tests have.
 *
 *     PROGRAM FILE...             annotated reports
 *     PROGRAM --faults FOLDER     the faults made in the samples of FOLDER
 */
#ifndef TESTS_EACH_H
#define TESTS_EACH_H

#include "checks.h"
#include "memory.h"
#include "proof.h"

/*
 * Tries REPORT, called NAME, as it is to be checked; returns how much failed,
 * after it has said what.
 */
typedef int each_trial(const char *name, const struct buffer *report,
                       const struct check_options *options);

/* Runs TRY on each of the reports that the arguments of main() name, as tests
 * of cmocka. Returns what main() is to. */
int each_report(int argc, char **argv, each_trial *try);

/* Is the report at PATH one in which not all holds that is written for
 * others? */
bool each_is_odd(const char *path);

/* Whether CLAIM holds, tried alone. */
bool each_holds(const struct proof_source *source, const struct claim *claim);

#endif
