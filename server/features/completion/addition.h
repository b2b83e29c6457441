/*
 * addition.h - one more of what a report may have several of.
 */
#ifndef FEATURES_ADDITION_H
#define FEATURES_ADDITION_H

#include "report.h"
#include "template.h"

enum addition_kind {
    ADDITION_ACTION,
    ADDITION_INCIDENT,
    ADDITION_ENTRY,
    ADDITION_FACTOR,
    ADDITION_COUNT
};

/* One of those kinds. */
struct addition_rule {
    const char *keyword;            /* "action-item", for a command */
    enum section_id section;        /* that it goes into */
    enum fix_id title;              /* "Add an action item" */
};

extern const struct addition_rule addition_rules[ADDITION_COUNT];

/* What goes in: the snippet, with LF, in place of SPAN. */
struct addition {
    struct span span;               /* empty where nothing is replaced */
    struct snippet snippet;         /* the caller's, for snippet_free() */
};

/* False if there is no kind of that keyword. */
bool addition_find(struct slice keyword, enum addition_kind *kind);

/*
 * Fills ADDITION, whose snippet's skill the caller has set, with one more of
 * KIND for the report of REPORTS at OFFSET: in place of the first that the
 * template put in and nobody has written in; else after the row or entry that
 * OFFSET is in; else after the last. False, with nothing in it, if the report
 * does not have the section.
 */
bool addition_read(struct addition *addition, const struct reports *reports,
                   size_t offset, enum addition_kind kind,
                   const struct template_facts *facts);

/* Is OFFSET in the section that KIND goes into? */
bool addition_belongs(const struct reports *reports, size_t offset,
                      enum addition_kind kind);

#endif
