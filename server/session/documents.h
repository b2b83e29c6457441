/*
 * documents.h - the documents the client has open, and what was found in them.
 *
 * A document is known by its URI, byte for byte. Its findings are kept until
 * its text, its settings or the day change.
 */
#ifndef SESSION_DOCUMENTS_H
#define SESSION_DOCUMENTS_H

#include <stdbool.h>
#include <stddef.h>

#include "attachments.h"
#include "blocks.h"
#include "checks.h"
#include "lsp.h"
#include "report.h"
#include "settings.h"
#include "text.h"

struct document {
    struct slice uri;               /* its own copy */
    struct text *text;
    struct blocks *blocks;
    struct lsp_version version;     /* of the text */
    struct settings settings;       /* the editor's, its folder's over them */
    struct reports model;           /* for document_model() */
    bool modelled;                  /* it is that of the text */
    struct findings findings;       /* of the last check */
    size_t check;                   /* the number of that check; 0 before */
    size_t published;               /* the check the client was told of */
    int day;                        /* on which it was, from 1970-01-01 */
    bool stale;                     /* something has changed since */
    struct attachments attachments; /* linked to at that check */
};

/* {NULL, 0, 0, 0} is empty; in the order of the URIs. */
struct documents {
    struct document **items;        /* each stays where it is until closed */
    size_t count, room;
    size_t checks;                  /* how many there have been */
};

/*
 * Opens a document with a copy of TEXT (valid UTF-8) and of SETTINGS. One of
 * the same URI is replaced. Never NULL.
 */
struct document *documents_open(struct documents *documents, struct slice uri,
                                struct slice text,
                                const struct settings *settings);
/* The open document of URI, or NULL. */
struct document *documents_find(const struct documents *documents,
                                struct slice uri);
/* False if no such document is open. */
bool documents_close(struct documents *documents, struct slice uri);
void documents_free(struct documents *documents);   /* leaves it empty */

/*
 * Replaces SPAN (clamped), or everything, by TEXT. Where the document begins
 * and ends as TEXT does, it is left alone and not parsed again.
 */
void document_edit(struct document *document, struct span span,
                   struct slice text);
void document_replace(struct document *document, struct slice text);

/*
 * Copies SETTINGS; but a document that has been submitted stays no draft.
 * False if the document had the same settings.
 */
bool document_set_settings(struct document *document,
                           const struct settings *settings);

/* Has the user switched FEATURE off for DOCUMENT? */
bool document_is_off(const struct document *document, enum feature feature);

/*
 * DOCUMENT is about to be posted: from now on no setting and no directive
 * makes it a draft. False if that was so already.
 */
bool document_submit(struct document *document);

/* The reports in the text; valid until the document is edited. */
const struct reports *document_model(struct document *document);

/* Brings the findings of DOCUMENT, one of DOCUMENTS, up to date for TODAY. */
void documents_check(struct documents *documents, struct document *document,
                     int today);

#endif
