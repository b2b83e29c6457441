/*
 * lsp_due.h - what is due in the client's folders: a request of our own.
 *
 *     incidentReport/due          {folders?, again?}
 *         FOLDERS are URIs, those of initialize by default. Their reports are
 *         read in the background, at the first request and when the client has
 *         said that they have changed (workspace/didChangeWatchedFiles), with
 *         AGAIN: true in any case; open documents go before files. Answers at
 *         once, with what is known by then:
 *         {reading, expires, threads: [{name?, state, closed,
 *           files: [{uri, line}],
 *           due: [{title, when, by, why, href, uri, line, overdue, derived}]}]}
 *         A thread is a bug, the most urgent first, and so is what is DUE in
 *         it; lines count from 0. READING: not all files have been read.
 *         EXPIRES: after so many seconds the answer changes by itself.
 *     incidentReport/dueChanged   sent to the client, without parameters
 *         The answer may be another one now: a document or a file has changed,
 *         files have been read, or a day has begun. Comes once after each
 *         request, so who never asks never gets it.
 */
#ifndef PROTOCOL_LSP_DUE_H
#define PROTOCOL_LSP_DUE_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

#include "slice.h"

#define LSP_DUE_CHANGED "incidentReport/dueChanged"

struct lsp_due_params {
    const json_t *folders;          /* for lsp_read_due_folder() */
    size_t folder_count;
    bool given;                     /* there is a list, be it empty */
    bool again;
};

/* It points into PARAMS; false as in lsp.h. */
bool lsp_read_due(const json_t *params, struct lsp_due_params *due,
                  const char **fault);
/* The URI of the folder at INDEX of what lsp_read_due() has found good. */
struct slice lsp_read_due_folder(const struct lsp_due_params *due,
                                 size_t index);

struct lsp_due {
    const char *title, *when, *by, *why, *href;
    struct slice uri;
    size_t line;
    bool overdue, derived;
};

struct lsp_thread {
    const char *name;               /* NULL for none */
    const char *state;
    bool closed;
};

/* The parts of the answer, as the head of this file has them: what is due, and
 * a file with a report. */
json_t *lsp_write_due(const struct lsp_due *due);
json_t *lsp_write_due_file(struct slice uri, size_t line);
/* FILES and DUE are arrays, given up, as THREADS is below. */
json_t *lsp_write_thread(const struct lsp_thread *thread, json_t *files,
                         json_t *due);
json_t *lsp_write_agenda(json_t *threads, bool reading, long long expires);

#endif
