/*
 * reply.h - what a handler gives back: a result, or what is wrong.
 */
#ifndef SESSION_REPLY_H
#define SESSION_REPLY_H

#include "jsonrpc.h"

/* Of a notification, only a problem is looked at: it is logged. */
struct reply {
    json_t *result;             /* new; NULL means null */
    enum rpc_error code;        /* with PROBLEM */
    const char *problem;        /* constant; NULL if all went well */
};

/* RESULT is given up. */
struct reply reply_with(json_t *result);
struct reply reply_failed(enum rpc_error code, const char *problem);
/* FAULT says what is wrong with the parameters. */
struct reply reply_bad_params(const char *fault);

#endif
