/*
 * promises_parts.h - the pieces of the yardstick, for promises*.c alone.
 */
#ifndef TESTS_PROMISES_PARTS_H
#define TESTS_PROMISES_PARTS_H

#include "promises.h"

/* One message being held against a client. */
struct look {
    const json_t *client;           /* its params of initialize */
    const json_t *capabilities;
    struct buffer *fault;
};

/* One of those that follow: false, with a fault, if VALUE is too much. */
typedef bool promise(struct look *look, const json_t *value);

/* The value at PATH, names with '/' between them, or NULL. */
const json_t *promises_member(const json_t *value, const char *path);
/* Does the client say true at PATH of its capabilities? */
bool promises_can(const struct look *look, const char *path);
/* Is VALUE in the array that the client has there? */
bool promises_list(const struct look *look, const char *path,
                   const json_t *value);
/* The same of a kind; without an array the first COUNT kinds are known. */
bool promises_kind(struct look *look, const char *path, const json_t *kind,
                   int count);

/* Sets the fault; false. */
bool promises_refuse(struct look *look, const char *what, const char *name);
/* False if VALUE has a member NAME although it is not ALLOWED. */
bool promises_only_if(struct look *look, const json_t *value, const char *name,
                      bool allowed);
/* KEPT of all that are in ARRAY, which may be null. */
bool promises_each(struct look *look, const json_t *array, promise *kept);

/* The parts of answers and calls. */
promise promises_edit;          /* a WorkspaceEdit */
promise promises_diagnostic;
promise promises_completions;
promise promises_symbol;
promise promises_workspace_symbol;
promise promises_fold;
promise promises_link;
promise promises_hover;

#endif
