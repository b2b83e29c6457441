/*
 * actions.h - code actions, in the client's terms.
 */
#ifndef SESSION_ACTIONS_H
#define SESSION_ACTIONS_H

#include "workspace.h"

/*
 * A new array of what can be done at SPAN of DOCUMENT, which has been checked:
 * actions of the KINDS asked for, fixes first, the nearest of them first.
 */
json_t *actions_at(const struct workspace *workspace,
                   struct document *document, struct span span,
                   unsigned kinds);

#endif
