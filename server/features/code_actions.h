/*
 * code_actions.h - what can be done about the findings at a place.
 *
 * Only what proof.h has tried is offered: a fix for one finding makes that
 * finding go, and nothing does harm to the form of the report.
 */
#ifndef FEATURES_CODE_ACTIONS_H
#define FEATURES_CODE_ACTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "blocks.h"
#include "proof.h"
#include "report.h"

/* The most that are offered at one place. */
#define CODE_ACTIONS_MOST 100

struct code_action {
    char *title;
    const struct finding *finding;  /* what goes; NULL if it isn't one alone */
    bool preferred;                 /* the best one for its finding */
    struct edit *edits;             /* in order, apart; with the text's own
                                       line ends */
    size_t edit_count;
};

/* {NULL, 0, 0} is empty. Findings are borrowed, the rest is its own. */
struct code_actions {
    struct code_action *items;
    size_t count, room;
};

/* A document, as the functions below look at it; all borrowed. */
struct code_action_source {
    const struct text *text;
    const struct blocks *blocks;
    const struct findings *findings;        /* of that text */
    const struct check_options *options;    /* they were found with */
    struct proof *proof;                    /* of that text */
};

/* Adds the fixes of the findings that touch SPAN. */
void code_actions_fix(struct code_actions *actions,
                      const struct code_action_source *source,
                      struct span span);

/* Is WHICH among those fixes? */
bool code_actions_has_fix(const struct code_action_source *source,
                          struct span span, enum fix_id which);

/*
 * Adds the action that numbers the contributing factors of a report in REPORTS,
 * if SPAN touches the section they are in and anything would change.
 */
void code_actions_renumbering(struct code_actions *actions,
                              const struct code_action_source *source,
                              const struct reports *reports, struct span span);

/*
 * Adds the actions that record in a directive that a report was posted NOW, or
 * that the question was answered, if SPAN is in its heading or in one of its
 * directives.
 */
void code_actions_directives(struct code_actions *actions,
                             const struct code_action_source *source,
                             const struct reports *reports, struct span span,
                             const struct report_moment *now);

/* Adds the actions that silence the rules of those findings: on the line, in
 * the report. */
void code_actions_suppress(struct code_actions *actions,
                           const struct code_action_source *source,
                           struct span span);

/* Adds the action that makes all fixes that change no meaning, if there are
 * any. */
void code_actions_fix_all(struct code_actions *actions,
                          const struct code_action_source *source);

/* Adds FIX for FINDING (NULL allowed), unless the same is there already, or the
 * try fails. */
void code_actions_add_fix(struct code_actions *actions,
                          const struct code_action_source *source,
                          const struct finding *finding,
                          const struct fix *fix);

/* True if FINDING touches SPAN, a cursor at its end included. */
bool code_actions_concern(const struct finding *finding, struct span span);

void code_actions_free(struct code_actions *actions);   /* leaves it empty */

#endif
