/*
 * lsp_navigation.h - going about in documents: from one place to another that
 * means the same. See lsp.h for what holds of all of these.
 */
#ifndef PROTOCOL_LSP_NAVIGATION_H
#define PROTOCOL_LSP_NAVIGATION_H

#include "lsp.h"

/* Whether references are to include the declarations; yes if it is not said. */
bool lsp_read_declarations(const json_t *params);

struct lsp_rename {
    struct lsp_place place;
    struct lsp_string name;     /* the new one */
};

bool lsp_read_rename(const json_t *params, struct lsp_rename *rename,
                     const char **fault);

json_t *lsp_write_location(struct lsp_string uri, struct lsp_range range);
/* DECLARES: the place doesn't use what is highlighted, it makes it. */
json_t *lsp_write_highlight(struct lsp_range range, bool declares);
/* What there is to rename; WORDS stand there now. */
json_t *lsp_write_renamable(struct lsp_range range, struct lsp_string words);
/* A WorkspaceEdit, as CLIENT can take it. */
json_t *lsp_write_rename(const struct lsp_file_edit *file,
                         const struct lsp_client *client);

#endif
