/*
 * label_fix.h - the fix that writes labels in the template's form.
 */
#ifndef CHECKS_LABEL_FIX_H
#define CHECKS_LABEL_FIX_H

#include "check.h"

/* Adds to FIX (NULL allowed) the edits that make the label of FIELD, which has
 * a rule, strong text ending in a colon; its value stays. */
void label_fix_add(const struct check *check, struct fix *fix,
                   const struct report_field *field);

#endif
