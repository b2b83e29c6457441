/*
 * kept.h - what was found in a stretch of a text, or by a part that looks at
 * a whole report, and when it can be kept.
 */
#ifndef CHECKS_KEPT_H
#define CHECKS_KEPT_H

#include "check.h"

/* Findings of one check, or NULL, as most are: none. */
struct kept_findings {
    struct findings *list;
};

/* All that checks of a stretch look at but its blocks, its report and the
 * options. */
struct kept_inputs {
    const struct rule_section *rule, *near;
    enum heading_form form;
    unsigned char level;
    bool section, mistaken, in_list;
    bool first;                 /* of the report's, by its rule */
    bool last;                  /* of the text */
};

struct kept_stretch {
    struct span span;
    size_t report;              /* as a stretch has it */
    size_t heading;             /* where that begins; SPAN's start if none */
    struct kept_inputs inputs;
    bool fresh;                 /* looked at by the check that left this */
    struct zone above;          /* of times, said above a Timeline; its place
                                   is {0, 0} */
    struct kept_findings findings;
    struct kept_findings directives;
};

/* What all checks of a report look at. */
struct kept_report {
    const struct rule_report *rule;
    enum heading_form form;
    size_t heading;             /* where that begins */
    unsigned char level;
    struct report_facts facts;  /* but for the title */
};

/*
 * The list that a part which begins when TAKEN findings are kept would fill;
 * kept_end() keeps what was found.
 */
struct findings kept_begin(size_t taken);
void kept_end(struct kept_findings *kept, struct findings *found);
void kept_free(struct kept_findings *kept);     /* leaves it empty */

/* True if there was room for all findings, and is with TAKEN before them; or
 * for no more and no less than then. */
bool kept_fits(const struct kept_findings *kept, size_t taken);
size_t kept_count(const struct kept_findings *kept);

/* Moves all places BY bytes, or as edits have moved them. */
void kept_move(struct kept_findings *kept, ptrdiff_t by);
void kept_follow(struct kept_findings *kept, const struct replaced *replaced);
/* Says that the findings belong to the report with that HEADING. */
void kept_belong(struct kept_findings *kept, struct span heading);

/* The inputs of STRETCH, which CHECK is about. */
struct kept_inputs kept_inputs_of(const struct check *check,
                                  const struct stretch *stretch);
bool kept_inputs_same(const struct kept_inputs *one,
                      const struct kept_inputs *other);

struct kept_report kept_report_of(const struct report *report);
/* True if NOW is what BEFORE was, wherever they stand. */
bool kept_report_alike(const struct kept_report *before,
                       const struct kept_report *now);
/* The same, if also its heading stands where edits have moved it. */
bool kept_report_same(const struct kept_report *before,
                      const struct kept_report *now,
                      const struct replaced *replaced);

#endif
