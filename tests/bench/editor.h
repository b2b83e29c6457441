/*
 * editor.h - one document in an editor, and a language server behind it.
 *
 * All times are from the first byte of a message sent to the last one of what
 * was waited for, in milliseconds. A server that doesn't answer within
 * WIRE_PATIENCE ends the program.
 */
#ifndef BENCH_EDITOR_H
#define BENCH_EDITOR_H

#include <stdbool.h>

#include "spots.h"
#include "wire.h"

/* A server to start. */
struct server {
    const char *const *command;     /* ends with NULL */
    bool pulled;                    /* it waits to be asked for diagnostics */
};

struct editor {
    struct wire wire;
    struct buffer text;             /* as it is shown */
    bool sends_all;                 /* the server wants it after a change */
    bool pulls;                     /* diagnostics */
    json_int_t id, version;         /* the last ones used */
};

/* Starts SERVER; the time until it has answered initialize. */
double editor_start(struct editor *editor, const struct server *server);
void editor_stop(struct editor *editor);

/* The time until the diagnostics have come. One document at a time. */
double editor_open(struct editor *editor, struct slice text);
void editor_close(struct editor *editor);
/* Opens a document beside that one, which is left alone. */
void editor_open_another(struct editor *editor, struct slice text);

/*
 * Types a letter at SPOT, or deletes the one typed there; sent later. The spot
 * is one of the text as it was opened, and has to be typed at before another.
 */
void editor_type(struct editor *editor, struct spot spot);
void editor_delete(struct editor *editor, struct spot spot);
/* Sends what was typed: the time until the diagnostics of all of it. */
double editor_sync(struct editor *editor);

/*
 * Asks METHOD for the document, at SPOT unless that is NULL, after sending
 * what was typed: the time until the answer.
 */
double editor_ask(struct editor *editor, const char *method,
                  const struct spot *spot);

/*
 * Milliseconds that the server's first thread has had of a processor so far:
 * unlike times, that isn't of what else the machine does. 0 if it isn't known.
 */
double editor_work(const struct editor *editor);
/* The server's resident memory in bytes. */
size_t editor_memory(const struct editor *editor);

#endif
