/*
 * jsonrpc.h - JSON-RPC 2.0: tells kinds of messages apart, and makes messages.
 *
 * An id is kept as the client sent it, a number or a string, and goes back the
 * same; nothing here looks at what the parameters mean.
 */
#ifndef PROTOCOL_JSONRPC_H
#define PROTOCOL_JSONRPC_H

#include <jansson.h>
#include <stddef.h>

/* The codes of JSON-RPC and of the Language Server Protocol. */
enum rpc_error {
    RPC_PARSE_ERROR = -32700,
    RPC_INVALID_REQUEST = -32600,
    RPC_METHOD_NOT_FOUND = -32601,
    RPC_INVALID_PARAMS = -32602,
    RPC_INTERNAL_ERROR = -32603,
    RPC_NOT_INITIALIZED = -32002,
    RPC_CANCELLED = -32800,
    RPC_REQUEST_FAILED = -32803     /* well formed, but can't be done */
};

enum rpc_kind {
    RPC_REQUEST,
    RPC_NOTIFICATION,
    RPC_RESPONSE,
    RPC_INVALID             /* to be answered with CODE and PROBLEM */
};

/* What points into ROOT lives as long as the message. */
struct rpc_message {
    enum rpc_kind kind;
    json_t *root;           /* owned; NULL if the body wasn't JSON */
    json_t *id;             /* in ROOT; NULL if there is none */
    const char *method;     /* "" if it holds a NUL: nothing is called that */
    const json_t *params;   /* object or array in ROOT; NULL if absent */
    const json_t *result;   /* of a response; NULL if it failed */
    enum rpc_error code;    /* of what is invalid */
    const char *problem;    /* constant */
};

/*
 * An editor that keeps text in UTF-16 may hold half a character, and writes it
 * as "\ud83d" alone. That is valid JSON but not valid text; jansson would
 * refuse the message, and the document would be lost with it. So this makes
 * each escaped half without its other half U+FFFD, in place. That is one unit
 * of UTF-16 as well, and the editor's positions still hold.
 */
void rpc_mend(char *json, size_t length);

/*
 * Takes the LENGTH bytes of a body apart. Never fails: what isn't JSON-RPC is
 * RPC_INVALID. The caller releases MESSAGE with rpc_message_free().
 */
void rpc_read(const char *bytes, size_t length, struct rpc_message *message);
void rpc_message_free(struct rpc_message *message);     /* leaves it empty */

/*
 * New messages. ID is shared and NULL means null; RESULT and PARAMS are the
 * message's from then on. PARAMS may be NULL for none.
 */
json_t *rpc_write_result(json_t *id, json_t *result);
json_t *rpc_write_error(json_t *id, enum rpc_error code, const char *problem);
json_t *rpc_write_request(json_int_t id, const char *method, json_t *params);
json_t *rpc_write_notification(const char *method, json_t *params);

/*
 * The bytes of MESSAGE, which is given up. They come from jansson's allocator
 * (memory.h's in the server), are the caller's, and end in a NUL after
 * *LENGTH.
 */
char *rpc_bytes(json_t *message, size_t *length);

#endif
