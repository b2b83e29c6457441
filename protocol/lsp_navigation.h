/*
 * lsp_navigation.h - going about in documents: from one place to another that
 * means the same. See lsp.h for what holds of all of these.
 */
#ifndef PROTOCOL_LSP_NAVIGATION_H
#define PROTOCOL_LSP_NAVIGATION_H

#include "lsp.h"

/* Whether references are to include the declarations; yes if it is not said. */
bool lsp_read_declarations(const json_t *params);

json_t *lsp_write_location(struct lsp_string uri, struct lsp_range range);
/* DECLARES: the place doesn't use what is highlighted, it makes it. */
json_t *lsp_write_highlight(struct lsp_range range, bool declares);

#endif
