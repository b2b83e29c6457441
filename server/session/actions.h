/*
 * actions.h - code actions as the client is to get them.
 */
#ifndef SESSION_ACTIONS_H
#define SESSION_ACTIONS_H

#include "workspace.h"

/*
 * A new array of what can be done at SPAN of DOCUMENT, which has been checked:
 * of the KINDS asked for, the fixes first, the nearest first.
 */
json_t *actions_at(const struct workspace *workspace,
                   struct document *document, struct span span,
                   unsigned kinds);

#endif
