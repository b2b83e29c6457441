/*
 * views.h - what is shown of a document beside its text, in the client's
 * terms. All that is returned is new; NULL if there is nothing to show.
 */
#ifndef SESSION_VIEWS_H
#define SESSION_VIEWS_H

#include "lsp_view.h"
#include "workspace.h"

/* What is said about the place at OFFSET; NULL if nothing. */
json_t *view_hover(struct workspace *workspace, struct document *document,
                   size_t offset);

/* Arrays, which may be empty. */
json_t *view_symbols(struct workspace *workspace, struct document *document);
/* The symbols of all open documents that match QUERY, the best first. */
json_t *view_workspace_symbols(struct workspace *workspace,
                               struct slice query);
json_t *view_folding(struct workspace *workspace, struct document *document);
json_t *view_links(struct workspace *workspace, struct document *document);
json_t *view_lenses(struct workspace *workspace, struct document *document);
json_t *view_hints(struct workspace *workspace, struct document *document,
                   struct span span);
/* For a text that cannot be rendered, a paragraph that says so. */
json_t *view_preview(struct workspace *workspace, struct document *document);
/* What is due in all open documents and in the folders that were asked for. */
json_t *view_due(struct workspace *workspace);
/* One for each position. */
json_t *view_selections(struct workspace *workspace,
                        struct document *document,
                        const struct lsp_selection_params *params);

#endif
