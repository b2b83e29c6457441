/*
 * views.h - what is shown of a document beside its text, as the client gets
 * it. All that is returned is new; NULL where there is nothing to show.
 */
#ifndef SERVER_VIEWS_H
#define SERVER_VIEWS_H

#include "workspace.h"

json_t *view_hover(struct workspace *workspace, struct document *document,
                   struct lsp_position position);

#endif
