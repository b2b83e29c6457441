/*
 * checks.h - everything the checker knows, tried on one document.
 *
 * The same text with the same options gives the same findings in the same
 * order: the day is an option, not a clock.
 */
#ifndef CHECKS_CHECKS_H
#define CHECKS_CHECKS_H

#include <stdbool.h>

#include "blocks.h"
#include "finding.h"
#include "policy.h"
#include "report.h"

/* A rule's severity is left as the catalogue has it. */
#define SEVERITY_AS_IT_IS (-1)

struct attachments;

/* The CA Owner that reports, as the CCADB has it. */
struct check_owner {
    char id[8];                     /* "A000123"; "" if not known */
    char name[256];                 /* "" if not known */
};

struct check_options {
    const struct rule_guideline *guideline;     /* never NULL */
    signed char severities[RULE_COUNT];         /* enum severity or _AS_IT_IS */
    bool draft;
    bool final;     /* no directive makes a draft of it, nor is DRAFT set */
    int today;                                  /* days from 1970-01-01, UTC */
    struct check_owner owner;
    struct own_policies policies;               /* of the CA Owner */
    struct attachments *attachments;            /* NULL: they aren't read */
};

/* The current guidelines, the catalogue's severities, no draft, TODAY. */
void check_options_default(struct check_options *options, int today);

/*
 * Adds to FINDINGS, which are empty, what is found in REPORTS, in the order of
 * the text. A text without a report has no findings. Nothing is kept: the
 * findings are a function of the text and OPTIONS, and own all they hold.
 */
void checks_of_reports(const struct reports *reports,
                       const struct check_options *options,
                       struct findings *findings);
/* The same for a text of which only the findings are wanted. */
void checks_run(const struct text *text, const struct blocks *blocks,
                const struct check_options *options,
                struct findings *findings);

/* The day of YYYY-MM-DD, from 1970-01-01; false if TEXT isn't such a day. */
bool checks_day(struct slice text, int *day);

#endif
