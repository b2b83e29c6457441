/*
 * deadlines.h - what is due in the life of a bug, as constant tables; a part of
 * rules.h.
 */
#ifndef RULES_DEADLINES_H
#define RULES_DEADLINES_H

/* A moment in the life of a bug, as the comments on it tell. */
enum moment_id {
    MOMENT_NONE,
    MOMENT_AWARE,               /* the CA Owner became aware */
    MOMENT_DISCLOSED,           /* the first report was posted */
    MOMENT_FULL_REPORT,         /* the full report was posted */
    MOMENT_LAST_COMMENT,        /* the CA Owner's last comment */
    MOMENT_QUESTION,            /* the oldest one that waits for an answer */
    MOMENT_NEXT_UPDATE,         /* as the whiteboard gives it */
    MOMENT_ACTION_DUE,          /* of an action that is not complete */
    MOMENT_PLANNED_REVOCATION,
    MOMENT_EXPECTED_END,        /* of the incident */
    MOMENT_COUNT
};

/* Which threads a deadline is about. */
enum deadline_only {
    ONLY_ANY,
    ONLY_OPEN,                  /* nobody has asked for closure */
    ONLY_WITHOUT_NEXT_UPDATE,   /* so, and the whiteboard names no day */
    ONLY_DELAYED_REVOCATION     /* so, and a revocation is delayed */
};

/* What is due in the life of a bug: HOURS, or DAYS, after a moment. */
struct rule_deadline {
    const char *name;           /* "Full report" */
    enum moment_id from;
    enum moment_id ends_with;   /* MOMENT_NONE: nothing but another FROM */
    int hours, days;            /* both 0: FROM is the deadline itself */
    const char *binding;        /* "MUST", "SHOULD", "promised" */
    enum deadline_only only;
    const char *why;            /* "within 14 days of the first disclosure" */
    const char *means;
    const char *anchor;
    unsigned versions;
};

extern const struct rule_deadline rule_deadlines[];     /* by deadline_id */

#endif
