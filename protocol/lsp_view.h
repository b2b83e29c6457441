/*
 * lsp_view.h - what an editor shows of a document beside its text: hovers,
 * symbols, folding and the like. See lsp.h for what holds of all of these.
 */
#ifndef PROTOCOL_LSP_VIEW_H
#define PROTOCOL_LSP_VIEW_H

#include "lsp.h"

json_t *lsp_write_hover(struct lsp_range range, struct lsp_string words,
                        bool markdown);

#endif
