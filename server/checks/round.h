/*
 * round.h - one check of a text under way: what was kept, and what is found.
 */
#ifndef CHECKS_ROUND_H
#define CHECKS_ROUND_H

#include "certificate_rows.h"
#include "checked.h"
#include "kept.h"
#include "stretch.h"
#include "timeline_check.h"

/* The parts that look at whole reports (see round_reports.c). */
#define ROUND_PARTS 14

/* What a part looks at, and what was looked at anew, as sets of sections. */
#define ROUND_SECTION(id) (1u << (id))
#define ROUND_UNKNOWN (1u << SECTION_COUNT)     /* the template hasn't them */
#define ROUND_FIELDS (1u << (SECTION_COUNT + 1))    /* those with fields */
#define ROUND_FILES (1u << (SECTION_COUNT + 2)) /* attached ones */
#define ROUND_ALL (~0u)

/* One report, and what the parts found in it. */
struct entry {
    struct kept_report report;
    size_t first, count;        /* its stretches, with what stands above the
                                   first report */
    struct kept_findings findings[ROUND_PARTS];
};

struct checked {
    bool any;                   /* there was a check before */
    struct check_options options;       /* of that */
    uint64_t attachments;       /* what was known of them then */
    struct entry *entries;
    size_t entry_count;
    struct kept_stretch *stretches;
    struct facts *facts;        /* of each */
    size_t count;
    struct certificate_lists lists;
    struct kept_findings file;  /* of parts about the whole file */
    struct kept_findings unused;    /* directives that silence nothing */
};

/* One check under way: what it finds goes to NOW. */
struct round {
    struct checked *before, *now;
    struct reports *reports;
    const struct replaced *replaced;
    const struct check_options *options;
    struct stretches stretches;
    unsigned touched;           /* the sections that were looked at anew */
    bool divided_same;          /* the text is divided as it was */
    size_t taken;               /* findings so far */
    struct timeline_read *timeline;     /* for all checks */
};

/* The check that parts on the report INDEX are given; on the whole file if that
 * is STRETCH_ABOVE. */
struct check round_check(const struct round *round, size_t index);

/* True if report INDEX (or STRETCH_ABOVE) is what it was, as far as all checks
 * go by it. */
bool round_same_report(const struct round *round, size_t index);

/* Notes how the text is divided, and whether that is as it was; notes of quiet
 * elements that it makes worthless are forgotten. */
void round_divide(struct round *round);

/* Looks at the stretches that may have changed, and keeps the others; then at
 * what is about whole reports. */
void round_stretches(struct round *round);
void round_reports(struct round *round);

#endif
