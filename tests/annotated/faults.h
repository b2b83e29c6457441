/*
 * faults.h - one fault at a time in a flawless report.
 *
 * The list is made of the files faults*.inc, whose entries say what is changed
 * in which of the samples, and what is to be found there.
 */
#ifndef TESTS_FAULTS_H
#define TESTS_FAULTS_H

#include <stddef.h>

#include "checks.h"
#include "memory.h"

/* In REPORT the first FIND becomes REPLACE; then RULE is found where the text
 * begins with AT. No RULE: the change is none that matters. */
struct fault {
    const char *report, *find, *replace, *rule, *at;
};

extern const struct fault faults[];
extern const size_t fault_count;

/*
 * Adds to REPORT the sample of FAULT, found in FOLDER, with the fault made; a
 * fault that can't be made fails the test.
 */
void fault_make(const struct fault *fault, const char *folder,
                struct buffer *report);

/* What all faults are checked with. */
void fault_options(struct check_options *options);

#endif
