/*
 * lsp.h - the Language Server Protocol 3.17 as plain C structs, in and out:
 * the life of a session and of its documents.
 *
 * Only protocol/ knows the names of JSON's members. What is read points into
 * the JSON it was read from, lives as long, and ends in a NUL, though it may
 * hold others. A reader returns false when a member that must be there is
 * missing or has the wrong type; *FAULT is then a constant sentence that names
 * it. Unknown members are ignored. What is written is new and belongs to the
 * caller, or to the message it is put in; strings to write are UTF-8.
 */
#ifndef PROTOCOL_LSP_H
#define PROTOCOL_LSP_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

#include "position.h"
#include "slice.h"

/* What a client says about itself when it initializes. */
struct lsp_client {
    long process_id;            /* 0 if there is none to watch */
    struct slice name;          /* {NULL, 0} if it has none */
    struct slice root;          /* URI of its first folder; {NULL, 0} */
    const json_t *options;      /* initializationOptions, or NULL */
    enum encoding encoding;     /* the first it lists that we know */
    bool pulls_diagnostics;     /* and does not want them pushed */
    bool refreshes_diagnostics; /* can be told to ask again for these, */
    bool shows_documents;       /* window/showDocument */
    bool refreshes_lenses;      /* for these, */
    bool refreshes_hints;       /* and for these */
    bool shows_related;         /* relatedInformation of a diagnostic, */
    bool links_codes;           /* and codeDescription */
    bool hovers_markdown;       /* else plain text in a hover */
    bool nests_symbols;         /* else a list with containers' names */
    unsigned symbol_kinds;      /* that it knows in a document, bit N for kind
                                   N, */
    unsigned found_kinds;       /* in a search, */
    unsigned completion_kinds;  /* and in completion */
    bool shows_link_tips;       /* tooltips of document links */
    size_t folds_most;          /* folding ranges it takes; 0: any number */
    bool takes_snippets;        /* in completion */
    bool documents_markdown;    /* in completion; else plain text */
    bool inserts_as_is;         /* leaves indents alone when told to */
    bool applies_edits;         /* workspace/applyEdit */
    bool shows_work;            /* progress of what the server does unasked */
    bool has_configuration;     /* answers workspace/configuration */
    bool registers_configuration;   /* can be asked to notify us of changes in
                                       settings, */
    bool registers_watching;        /* and in files */
    bool has_code_actions;      /* as literals: with their edits */
    bool marks_preferred;       /* isPreferred of a code action */
    bool versions_edits;        /* documentChanges of a workspace edit, */
    bool creates_files;         /* which may also create files */
    bool prepares_rename;       /* first asks what there is to rename */
};

/* Of initialize. What CLIENT points to lives as long as PARAMS. */
bool lsp_read_initialize(const json_t *params, struct lsp_client *client,
                         const char **fault);

/* What a method adds to the server's capabilities, one bit each. */
enum lsp_capability {
    LSP_NOTHING = 0,
    LSP_SYNC = 1 << 0,
    LSP_SAVE = 1 << 1,              /* together with _SYNC */
    LSP_DIAGNOSTICS = 1 << 2,       /* they can be pulled */
    LSP_COMPLETION = 1 << 3,
    LSP_COMMANDS = 1 << 4,
    LSP_FORMATTING = 1 << 5,
    LSP_RANGE_FORMATTING = 1 << 6,
    LSP_CODE_ACTIONS = 1 << 7,
    LSP_HOVER = 1 << 8,
    LSP_SYMBOLS = 1 << 9,
    LSP_WORKSPACE_SYMBOLS = 1 << 10,
    LSP_FOLDING = 1 << 11,
    LSP_SELECTION = 1 << 12,
    LSP_LINKS = 1 << 13,
    LSP_LENSES = 1 << 14,
    LSP_HINTS = 1 << 15,
    LSP_DEFINITION = 1 << 16,
    LSP_REFERENCES = 1 << 17,
    LSP_HIGHLIGHTS = 1 << 18,
    LSP_RENAME = 1 << 19,
    LSP_PREPARE_RENAME = 1 << 20,   /* together with _RENAME */
    LSP_PREVIEW = 1 << 21,          /* not in the protocol: our own */
    LSP_DUE = 1 << 22               /* the same */
};

struct lsp_server {
    const char *name, *version;
    enum encoding encoding;
    unsigned capabilities;          /* bits of enum lsp_capability */
    bool whole_texts;               /* clients are to send whole texts */
};

/* The result of initialize. */
json_t *lsp_write_initialize(const struct lsp_server *server);

/* The client's number for a text. A text without one is as good as another. */
struct lsp_version {
    bool known;
    json_int_t number;
};

struct lsp_did_open {
    struct slice uri, text;
    struct lsp_version version;
};

struct lsp_did_change {
    struct slice uri;
    struct lsp_version version;
    const json_t *changes;          /* for lsp_read_change() */
    size_t change_count;
};

struct lsp_change {
    bool whole;                     /* TEXT is the whole document: no RANGE */
    struct range range;             /* may end before it starts */
    struct slice text;
};

/* A place in a document. */
struct lsp_place {
    struct slice uri;
    struct position position;
};

struct lsp_pull {
    struct slice uri;
    struct slice previous;          /* result id; {NULL, 0} if none */
};

/* Of textDocument/didOpen. */
bool lsp_read_did_open(const json_t *params, struct lsp_did_open *open,
                       const char **fault);
/* True only if all the changes are good. */
bool lsp_read_did_change(const json_t *params, struct lsp_did_change *change,
                         const char **fault);
/* The change at INDEX of what lsp_read_did_change() has found good. */
struct lsp_change lsp_read_change(const struct lsp_did_change *change,
                                  size_t index);
/* textDocument.uri, which is all there is to read in many messages. */
bool lsp_read_document(const json_t *params, struct slice *uri,
                       const char **fault);
/* The same and a position, likewise common. */
bool lsp_read_place(const json_t *params, struct lsp_place *place,
                    const char **fault);
/* Of textDocument/diagnostic. */
bool lsp_read_pull(const json_t *params, struct lsp_pull *pull,
                   const char **fault);

/* The id to cancel, borrowed; NULL if PARAMS has none. */
json_t *lsp_read_cancel(const json_t *params);

/* The settings of didChangeConfiguration, or NULL. */
const json_t *lsp_read_settings(const json_t *params);
/* The first value in a result of workspace/configuration, or NULL. */
const json_t *lsp_read_configuration(const json_t *result);

struct lsp_related {
    struct range range;             /* in the same document */
    const char *message;
};

struct lsp_diagnostic {
    struct range range;
    int severity;                   /* 1 error ... 4 hint */
    const char *code, *href;        /* NULL for none */
    const char *source, *message;
    struct slice uri;               /* of the document; for RELATED */
    const struct lsp_related *related;
    size_t related_count;
};

/* One diagnostic. */
json_t *lsp_write_diagnostic(const struct lsp_diagnostic *diagnostic);
/* ITEMS is an array of diagnostics; it is given up here and below. */
json_t *lsp_write_publish(struct slice uri, struct lsp_version version,
                          json_t *items);
/* The same for a file that is not open and so has no version. */
json_t *lsp_write_publish_unversioned(struct slice uri, json_t *items);
/* The document has been closed: no diagnostics, no version. */
json_t *lsp_write_publish_none(struct slice uri);
/* RESULT_ID is NULL if the client cannot refer to this later. */
json_t *lsp_write_report(const char *result_id, json_t *items);
/* The client has what RESULT_ID names, and may go on showing it. */
json_t *lsp_write_report_unchanged(const char *result_id);

enum lsp_message_type {
    LSP_MESSAGE_ERROR = 1,
    LSP_MESSAGE_WARNING = 2,
    LSP_MESSAGE_INFO = 3,
    LSP_MESSAGE_LOG = 4
};

/* For window/showMessage and window/logMessage. */
json_t *lsp_write_message(enum lsp_message_type type, const char *message);
/* Asks for SECTION of the configuration. */
json_t *lsp_write_configuration(const char *section);
/* For client/registerCapability: to be told of changes in SECTION of the
 * configuration, and in the files that match the glob PATTERN. */
json_t *lsp_write_register_configuration(const char *section);
json_t *lsp_write_register_watching(const char *pattern);

/*
 * Progress of work that the server does unasked. A token stands for one piece
 * of such work; the client has to agree to it first, by its answer to
 * window/workDoneProgress/create.
 */
json_t *lsp_write_work_create(json_int_t token);
/* For $/progress: the user can cancel the work; PERCENT is out of 100. */
json_t *lsp_write_work_begin(json_int_t token, const char *title,
                             unsigned percent);
json_t *lsp_write_work_report(json_int_t token, unsigned percent);
json_t *lsp_write_work_end(json_int_t token);
/* Of window/workDoneProgress/cancel; *TOKEN is 0 if it is not one of ours. */
bool lsp_read_work_cancel(const json_t *params, json_int_t *token,
                          const char **fault);

#endif
