/*
 * lsp_edit.h - completion, and edits.
 */
#ifndef PROTOCOL_LSP_EDIT_H
#define PROTOCOL_LSP_EDIT_H

#include "lsp.h"

/* The numbers of CompletionItemKind that are used. */
enum lsp_completion_kind {
    LSP_COMPLETION_FIELD = 5,
    LSP_COMPLETION_CLASS = 7,
    LSP_COMPLETION_PROPERTY = 10,
    LSP_COMPLETION_VALUE = 12,
    LSP_COMPLETION_SNIPPET = 15,
    LSP_COMPLETION_REFERENCE = 18,
    LSP_COMPLETION_EVENT = 23
};

struct lsp_completion {
    enum lsp_completion_kind kind;
    struct lsp_string label, detail;    /* DETAIL may be empty */
    struct lsp_string documentation;    /* Markdown; may be empty */
    struct lsp_string filter, text;
    bool snippet;                   /* TEXT is one; only for clients that can */
    struct lsp_range range;         /* what TEXT replaces */
    size_t place;                   /* among the others, below 10,000 */
};

json_t *lsp_write_completion(const struct lsp_completion *completion,
                             const struct lsp_client *client);
/* The whole answer; ITEMS is an array of completions, given up. */
json_t *lsp_write_completions(json_t *items);

/* An array of the edits of one document. */
json_t *lsp_write_edits(const struct lsp_edit *edits, size_t count);

/* Of workspace/applyEdit; LABEL is shown to the user, in an undo list. */
json_t *lsp_write_apply_edit(const char *label,
                             const struct lsp_file_edit *file,
                             const struct lsp_client *client);

#endif
