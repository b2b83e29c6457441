/*
 * completion_parts.h - the parts of completion, one file each.
 */
#ifndef FEATURES_COMPLETION_PARTS_H
#define FEATURES_COMPLETION_PARTS_H

#include "completer.h"

/* Each adds what belongs where the cursor is. */
void complete_templates(struct completer *completer);
void complete_headings(struct completer *completer);
void complete_labels(struct completer *completer);
void complete_entries(struct completer *completer);
void complete_events(struct completer *completer);
void complete_moments(struct completer *completer);
void complete_values(struct completer *completer);
void complete_certificates(struct completer *completer);
void complete_directives(struct completer *completer);

/* Adds what may stand in SLOT and goes on as it was typed. */
void value_items_add(struct completer *completer,
                     const struct value_slot *slot);
/* The same for a slot that takes a bug, and for one that takes policies. */
void value_items_add_bugs(struct completer *completer,
                          const struct value_slot *slot);
void value_items_add_policies(struct completer *completer,
                              const struct value_slot *slot);

#endif
