/*
 * additions.h - one more row, entry or factor, as the client is to get it.
 */
#ifndef SESSION_ADDITIONS_H
#define SESSION_ADDITIONS_H

#include "addition.h"
#include "workspace.h"

/* New, for the client: one more of KIND, and where it goes. NULL if the report
 * at OFFSET of DOCUMENT lacks the section for it. */
json_t *additions_give(struct workspace *workspace, struct document *document,
                       size_t offset, enum addition_kind kind);

/*
 * Asks the client, which must be one that applies edits, to insert it, and to
 * put the cursor into it if it can. False as above.
 */
bool additions_ask(struct workspace *workspace, struct document *document,
                   size_t offset, enum addition_kind kind);

/* Adds to ARRAY the code actions that add something to the section that OFFSET
 * is in. */
void additions_actions(const struct workspace *workspace,
                       struct document *document, size_t offset,
                       json_t *array);

#endif
