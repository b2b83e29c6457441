/*
 * lsp_edit.h - what the server offers to write: completions, and edits with the
 * code actions, renames and requests that make them. lsp.h says what holds for
 * all of these.
 */
#ifndef PROTOCOL_LSP_EDIT_H
#define PROTOCOL_LSP_EDIT_H

#include "lsp.h"

/* The numbers of CompletionItemKind in use. */
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
    struct slice label, detail;     /* DETAIL may be empty */
    struct slice documentation;     /* Markdown; may be empty */
    struct slice filter, text;
    bool snippet;                   /* TEXT is one; only for clients that can */
    struct range range;             /* what TEXT replaces */
    size_t place;                   /* among the others, below 10,000 */
};

/* One item, in the form that CLIENT takes. */
json_t *lsp_write_completion(const struct lsp_completion *completion,
                             const struct lsp_client *client);
/* The whole answer; ITEMS is an array of completions, given up. What is typed
 * next may make others fit, so that clients are to ask again. */
json_t *lsp_write_completions(json_t *items);
/* True if a client asks again, because more has been typed. */
bool lsp_read_typing(const json_t *params);

struct lsp_edit {
    struct range range;
    const char *text;
};

/* The edits of one file. */
struct lsp_file_edit {
    struct slice uri;
    struct lsp_version version;     /* unknown if it is not open */
    bool create;                    /* the file does not exist yet; only for a
                                       client that can create it */
    const struct lsp_edit *edits;
    size_t edit_count;
};

/* An array of the edits of one document. */
json_t *lsp_write_edits(const struct lsp_edit *edits, size_t count);

/* For workspace/applyEdit; users see LABEL in an undo list. */
json_t *lsp_write_apply_edit(const char *label,
                             const struct lsp_file_edit *file,
                             const struct lsp_client *client);

/* Kinds of code actions, one bit each. */
enum lsp_action_kind {
    LSP_QUICK_FIX = 1,              /* for a finding at a place */
    LSP_FIX_ALL = 2,                /* for all findings of a document */
    LSP_REFACTOR = 4,               /* for no finding */
    LSP_REWRITE = 8,                /* likewise, rewriting what is there */
    LSP_CERTIFICATES = 16           /* making a list of certificates of it */
};

struct lsp_code_action_params {
    struct slice uri;
    struct range range;             /* may end before it starts */
    unsigned kinds;                 /* the kinds asked for */
};

/*
 * If the client names no kinds, it gets the quick fixes when the editor asks,
 * and all kinds when the user does.
 */
bool lsp_read_code_action(const json_t *params,
                          struct lsp_code_action_params *action,
                          const char **fault);

struct lsp_code_action {
    const char *title;
    enum lsp_action_kind kind;
    bool preferred;
    json_t *diagnostics;            /* an array, given up; NULL for none */
    struct lsp_file_edit file;      /* no edits: there is a command alone */
    const char *command;            /* executed after the edits; or NULL */
    json_t *arguments;              /* of that: an array, given up */
};

/* In the form that CLIENT takes. */
json_t *lsp_write_code_action(const struct lsp_code_action *action,
                              const struct lsp_client *client);

struct lsp_rename {
    struct lsp_place place;
    struct slice name;              /* the new one */
};

/* Of textDocument/rename. */
bool lsp_read_rename(const json_t *params, struct lsp_rename *rename,
                     const char **fault);
/* What there is to rename; its text is WORDS now. */
json_t *lsp_write_renamable(struct range range, struct slice words);
/* A WorkspaceEdit, in the form that CLIENT takes. */
json_t *lsp_write_rename(const struct lsp_file_edit *file,
                         const struct lsp_client *client);

#endif
