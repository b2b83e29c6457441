/*
 * lsp.h - the Language Server Protocol 3.17 as plain C structs, in and out.
 *
 * This is the only place that knows the names of JSON's members. What is read
 * points into the JSON it was read from and lives as long. A reader returns
 * false when a member that must be there is missing or of a wrong type; *FAULT
 * is then a constant sentence that names it. Members we don't know are passed
 * over. What is written is new and the caller's, or the message's it is put
 * in; strings to write are UTF-8.
 */
#ifndef PROTOCOL_LSP_H
#define PROTOCOL_LSP_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

/* Bytes of a JSON string: UTF-8 that may hold NULs, with one behind them. */
struct lsp_string {
    const char *bytes;
    size_t length;
};

struct lsp_position {
    size_t line, character;     /* both from 0; in units of the encoding */
};

struct lsp_range {
    struct lsp_position start, end;
};

/* What a client may count the characters of a line in. */
enum lsp_encoding {
    LSP_UTF8,
    LSP_UTF16,
    LSP_UTF32
};

/* What a client says of itself when it initializes. */
struct lsp_client {
    long process_id;            /* 0 if there is none to watch */
    struct lsp_string name;     /* {NULL, 0} if it has none */
    struct lsp_string root;     /* URI of its first folder; {NULL, 0} */
    const json_t *options;      /* initializationOptions, or NULL */
    enum lsp_encoding encoding; /* the first it names that we have */
    bool pulls_diagnostics;     /* and wants them in no other way */
    bool refreshes_diagnostics; /* when told to, it asks anew for these, */
    bool refreshes_lenses;      /* for these, */
    bool refreshes_hints;       /* and for these */
    bool shows_related;         /* relatedInformation of a diagnostic, */
    bool links_codes;           /* and codeDescription */
    bool hovers_markdown;       /* in a hover; else plain text */
    bool nests_symbols;         /* a list with containers' names else */
    unsigned symbol_kinds;      /* that it knows in a document, bit N for kind
                                   N, */
    unsigned found_kinds;       /* among what it looks for, */
    unsigned completion_kinds;  /* and in completion */
    bool shows_link_tips;       /* tooltips of document links */
    size_t folds_most;          /* folding ranges it takes; 0: any number */
    bool takes_snippets;        /* in completion */
    bool documents_markdown;    /* in completion; else plain text */
    bool inserts_as_is;         /* told to, leaves indents alone */
    bool applies_edits;         /* workspace/applyEdit */
    bool shows_work;            /* progress of what the server does unasked */
    bool has_configuration;     /* answers workspace/configuration */
    bool registers_configuration;   /* both: can be asked to notify us, */
    bool registers_watching;        /* of settings and of files */
    bool has_code_actions;      /* as literals: with their edits */
    bool marks_preferred;       /* isPreferred of a code action */
    bool versions_edits;        /* documentChanges of a workspace edit */
    bool prepares_rename;       /* asks first what there is to rename */
    bool creates_files;         /* ... which may create files too */
};

struct lsp_did_open {
    struct lsp_string uri, text;
    json_int_t version;
};

struct lsp_did_change {
    struct lsp_string uri;
    json_int_t version;
    const json_t *changes;      /* for lsp_read_change() */
    size_t change_count;
};

struct lsp_change {
    bool whole;                 /* TEXT is all of the document: no RANGE */
    struct lsp_range range;     /* its end may stand before its start */
    struct lsp_string text;
};

/* A place in a document. */
struct lsp_place {
    struct lsp_string uri;
    struct lsp_position position;
};

struct lsp_pull {
    struct lsp_string uri;
    struct lsp_string previous; /* result id; {NULL, 0} if none */
};

/* Kinds of code actions, one bit each. */
enum lsp_action_kind {
    LSP_QUICK_FIX = 1,              /* of what is wrong at a place */
    LSP_FIX_ALL = 2,                /* of all of a document */
    LSP_REFACTOR = 4,               /* nothing is wrong */
    LSP_REWRITE = 8                 /* the same, of what stands there */
};

struct lsp_code_action_params {
    struct lsp_string uri;
    struct lsp_range range;         /* its end may stand before its start */
    unsigned kinds;                 /* that are asked for */
};

bool lsp_read_initialize(const json_t *params, struct lsp_client *client,
                         const char **fault);
bool lsp_read_did_open(const json_t *params, struct lsp_did_open *open,
                       const char **fault);
/* True only if all the changes are good. */
bool lsp_read_did_change(const json_t *params, struct lsp_did_change *change,
                         const char **fault);
/* The change at INDEX of what lsp_read_did_change() has found good. */
struct lsp_change lsp_read_change(const struct lsp_did_change *change,
                                  size_t index);
/* textDocument.uri, which is all there is to read of many messages. */
bool lsp_read_document(const json_t *params, struct lsp_string *uri,
                       const char **fault);
bool lsp_read_place(const json_t *params, struct lsp_place *place,
                    const char **fault);
bool lsp_read_pull(const json_t *params, struct lsp_pull *pull,
                   const char **fault);
/*
 * All the kinds are asked for where the user, not the editor, asks and names
 * none; else a client that names none gets the quick fixes.
 */
bool lsp_read_code_action(const json_t *params,
                          struct lsp_code_action_params *action,
                          const char **fault);

/* The id to cancel, borrowed; NULL if PARAMS has none. */
json_t *lsp_read_cancel(const json_t *params);

/* The member SECTION of OPTIONS, or OPTIONS itself if it has no such member. */
const json_t *lsp_read_options(const json_t *options, const char *section);
/* SECTION of didChangeConfiguration's settings, or NULL. */
const json_t *lsp_read_settings(const json_t *params, const char *section);
/* The first value in a result of workspace/configuration, or NULL. */
const json_t *lsp_read_configuration(const json_t *result);

/* What a method adds to the server's capabilities, one bit each. */
enum lsp_capability {
    LSP_NOTHING = 0,
    LSP_SYNC = 1,
    LSP_SAVE = 2,                   /* together with _SYNC */
    LSP_DIAGNOSTICS = 4,            /* they can be pulled */
    LSP_COMPLETION = 1024,
    LSP_COMMANDS = 2048,
    LSP_FORMATTING = 4096,
    LSP_RANGE_FORMATTING = 8192,
    LSP_CODE_ACTIONS = 8,
    LSP_HOVER = 16,
    LSP_SYMBOLS = 32,
    LSP_FOLDING = 64,
    LSP_SELECTION = 128,
    LSP_LINKS = 256,
    LSP_LENSES = 512,
    LSP_HINTS = 16384,
    LSP_DEFINITION = 32768,
    LSP_REFERENCES = 65536,
    LSP_HIGHLIGHTS = 131072,
    LSP_RENAME = 262144,
    LSP_PREPARE_RENAME = 524288,    /* together with _RENAME */
    LSP_WORKSPACE_SYMBOLS = 1048576,
    LSP_PREVIEW = 2097152           /* not of the protocol: our own */
};

struct lsp_server {
    const char *name, *version;
    enum lsp_encoding encoding;
    unsigned capabilities;          /* bits of enum lsp_capability */
    bool whole_texts;               /* changes are to come as whole texts */
};

struct lsp_related {
    struct lsp_range range;         /* in the same document */
    const char *message;
};

struct lsp_diagnostic {
    struct lsp_range range;
    int severity;                   /* 1 error ... 4 hint */
    const char *code, *href;        /* NULL for none */
    const char *source, *message;
    struct lsp_string uri;          /* of the document; for RELATED */
    const struct lsp_related *related;
    size_t related_count;
};

struct lsp_edit {
    struct lsp_range range;
    const char *text;
};

/* The edits of one file. */
struct lsp_file_edit {
    struct lsp_string uri;
    bool open;                      /* in the editor, as VERSION */
    json_int_t version;
    bool create;                    /* only for a client that can: the file
                                       isn't there yet */
    const struct lsp_edit *edits;
    size_t edit_count;
};

struct lsp_code_action {
    const char *title;
    enum lsp_action_kind kind;
    bool preferred;
    json_t *diagnostics;            /* an array, given up; NULL for none */
    struct lsp_file_edit file;
};

enum lsp_message_type {
    LSP_MESSAGE_ERROR = 1,
    LSP_MESSAGE_WARNING = 2,
    LSP_MESSAGE_INFO = 3,
    LSP_MESSAGE_LOG = 4
};

json_t *lsp_write_initialize(const struct lsp_server *server);
json_t *lsp_write_diagnostic(const struct lsp_diagnostic *diagnostic);
/* ITEMS is an array of diagnostics, given up here and below. */
json_t *lsp_write_publish(struct lsp_string uri, json_int_t version,
                          json_t *items);
/* The same of a file that isn't open, so that it has no version. */
json_t *lsp_write_publish_unversioned(struct lsp_string uri, json_t *items);
/* The document has been closed: no diagnostics, no version. */
json_t *lsp_write_publish_none(struct lsp_string uri);
/* RESULT_ID may be NULL: nothing the client could come back to. */
json_t *lsp_write_report(const char *result_id, json_t *items);
json_t *lsp_write_report_unchanged(const char *result_id);
/* Written as CLIENT can take it. */
json_t *lsp_write_code_action(const struct lsp_code_action *action,
                              const struct lsp_client *client);
/* Of window/showMessage and window/logMessage. */
json_t *lsp_write_message(enum lsp_message_type type, const char *message);
/* Asks for SECTION of the configuration. */
json_t *lsp_write_configuration(const char *section);
/* Of client/registerCapability. */
json_t *lsp_write_register_configuration(const char *section);
json_t *lsp_write_register_watching(const char *pattern);

#endif
