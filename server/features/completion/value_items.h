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

/* What an item shows and inserts; borrowed. */
struct value_offer {
    enum completion_kind kind;
    const char *label;
    const char *detail, *means;         /* or NULL */
    const char *text;                   /* NULL: the label */
};

/* The item, valid until the next is added; NULL if it doesn't go on as SLOT
 * was typed. More may be added to its text. */
struct completion *value_item_add(struct completer *completer,
                                  const struct value_slot *slot,
                                  const struct value_offer *offer);

/* Adds what may stand in SLOT and goes on as it was typed. */
void value_items_add(struct completer *completer,
                     const struct value_slot *slot);
/* The same of a slot for a bug. */
void value_items_add_bugs(struct completer *completer,
                          const struct value_slot *slot);

#endif
