/*
 * field_fix.h - fixes that put fields, and values for them, in their places.
 *
 * Each adds a fix to FINDING (NULL allowed), or none where the text has no
 * safe place for it. What would fix all findings of a kind in a report is
 * gathered on the way, and added to each of them in the end.
 */
#ifndef CHECKS_FIELD_FIX_H
#define CHECKS_FIELD_FIX_H

#include "layout.h"
#include "scope.h"

/* One fix for many findings. {0} is empty. */
struct gathered {
    struct fix all;   /* its edits only */
    size_t *findings; /* which of the check's get it */
    size_t count, room;
    struct insertion pending; /* of the scope being checked */
    bool is_pending;
};

/* The field RULE into SCOPE, with its sub-fields, where the template has it. */
void field_fix_missing(const struct scope *scope, struct finding *finding,
                       const struct rule_field *rule,
                       struct gathered *gathered);

/* All of the template's fields into SCOPE, which has none of them. */
void field_fix_none(const struct scope *scope, struct finding *finding,
                    struct gathered *gathered);

/* To be called when the missing fields of a scope have been gathered. */
void gathered_end_scope(const struct check *check, struct gathered *gathered);

/* N/A into FIELD, which is empty. */
void field_fix_empty(const struct check *check, struct finding *finding,
                     const struct report_field *field,
                     struct gathered *gathered);

/* Adds to all findings that were gathered, if they are several, the fix for
 * all of them, and leaves GATHERED empty. */
void gathered_add(const struct check *check, struct gathered *gathered,
                  enum fix_id which);

#endif
