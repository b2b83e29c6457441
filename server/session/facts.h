/*
 * facts.h - facts of a bug that the client has asked its user for.
 */
#ifndef SESSION_FACTS_H
#define SESSION_FACTS_H

#include "lsp_command.h"
#include "workspace.h"

/*
 * Asks the client, which must be one that applies edits, to have the directives
 * of DOCUMENT say what PARAMS do. A sentence on what is wrong with them; NULL
 * if nothing is.
 */
const char *facts_set(struct workspace *workspace, struct document *document,
                      const struct lsp_facts_params *params);

#endif
