/*
 * workspace.h - all that a running session knows: the client, its settings and
 * open documents; and what it sends without being asked.
 */
#ifndef SESSION_WORKSPACE_H
#define SESSION_WORKSPACE_H

#include "client.h"
#include "documents.h"
#include "lsp_edit.h"
#include "survey.h"
#include "work_done.h"

/* What the server is called, and its section of an editor's settings. */
#define SERVER_NAME SETTINGS_SECTION

struct workspace {
    struct client client;
    struct documents documents;
    struct settings settings;       /* of the editor; files override them */
    json_t *configuration;          /* what the editor last said; or NULL */
    json_int_t configuration_request;   /* unanswered; 0 if none */
    unsigned capabilities;          /* bits of enum lsp_capability */
    bool refresh_due;               /* the client must ask again */
    int day;                        /* for which it has last asked; 0: none */
    size_t jobs;                    /* started so far; the last one's number */
    struct survey survey;           /* of the client's folders */
    struct works_done works;        /* of those that take long */
    long long started;              /* when, in seconds since 1970-01-01 */
};

/* Closes all documents and drops the rest; sends nothing. */
void workspace_free(struct workspace *workspace);

/* After initialize: reads its options. */
void workspace_begin(struct workspace *workspace);
/* After initialized: asks to be notified of changes, and for the settings. */
void workspace_register(struct workspace *workspace);

/* Opens a document, or replaces it, with the settings of its folder. */
void workspace_open(struct workspace *workspace,
                    const struct lsp_did_open *open);

/* The open document of URI, or NULL. */
struct document *workspace_find(const struct workspace *workspace,
                                struct slice uri);

/*
 * Fills SETTINGS with the editor's, overridden by those of the folder that
 * belongs to URI; tells the user what is wrong with the latter.
 */
void workspace_settings(struct workspace *workspace, struct slice uri,
                        struct settings *settings);

/* SETTINGS is the editor's section (borrowed), or NULL for none. */
void workspace_configure(struct workspace *workspace, const json_t *settings);
/* Asks the client for its settings, which it answers later. */
void workspace_ask_settings(struct workspace *workspace);
/* A client's answer to a request; RESULT is NULL if it failed. */
void workspace_answer(struct workspace *workspace, const json_t *id,
                      const json_t *result);
/* Reads all the settings again, files included. */
void workspace_reload(struct workspace *workspace);

/* Places in DOCUMENT between its text and the client. */
size_t workspace_offset(const struct workspace *workspace,
                        const struct document *document,
                        struct position position);
struct range workspace_range(const struct workspace *workspace,
                             const struct document *document,
                             struct span span);

/*
 * EDITS, of which there are COUNT, as the client makes them in DOCUMENT. Their
 * texts are borrowed; the caller frees the member "edits" of what is returned
 * with memory_free().
 */
struct lsp_file_edit workspace_file_edit(const struct workspace *workspace,
                                         const struct document *document,
                                         const struct edit *edits,
                                         size_t count);

/* Brings the findings of DOCUMENT up to date. */
void workspace_check(struct workspace *workspace, struct document *document);
/*
 * Sends the diagnostics of one document that has changed, or tells the client
 * to ask again when it cannot know that something has changed: a list has been
 * read, settings or the day are different. False if there was nothing to send.
 */
bool workspace_publish(struct workspace *workspace);

#endif
