/*
 * progress.h - how far a report has come.
 */
#ifndef FEATURES_PROGRESS_H
#define FEATURES_PROGRESS_H

#include "checks.h"
#include "report.h"

struct progress {
    size_t complete, asked;     /* fields; none are asked of a template that
                                   has been superseded */
    size_t errors, warnings;
    size_t owed;                /* errors, and what would be one in no draft */
    const struct finding *first;    /* error, else warning, else owed; borrowed;
                                       NULL if there is none */
    bool draft;                 /* what is to be filled in is no error yet */
};

/*
 * Fills PROGRESS for REPORT, one of REPORTS. FINDINGS are those of the text,
 * found with OPTIONS.
 */
void progress_read(struct progress *progress, const struct reports *reports,
                   const struct report *report,
                   const struct findings *findings,
                   const struct check_options *options);

/* Adds "Draft · 21 of 27 fields complete · 2 errors" to WORDS. */
void progress_add_words(const struct progress *progress, struct buffer *words);

#endif
