/*
 * value_items.h - the values that may stand in a field or a cell.
 */
#ifndef FEATURES_VALUE_ITEMS_H
#define FEATURES_VALUE_ITEMS_H

#include "completer.h"

/* Where a value goes, and what it must be. */
struct value_slot {
    const struct rule_field *field;     /* or NULL */
    const struct rule_column *column;   /* or NULL */
    enum value_type type;
    int list;                   /* enum list_id, or -1 */
    bool na_allowed;
    bool parted;                /* a blank must go in front of the value */
    struct span span;           /* what is replaced */
    struct slice typed;         /* of it, in front of the cursor */
};

/* Adds what may stand in SLOT and goes on as it was typed. */
void value_items_add(struct completer *completer,
                     const struct value_slot *slot);

#endif
