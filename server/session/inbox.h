/*
 * inbox.h - messages that have come and wait to be handled.
 *
 * Bytes are cut into messages as they come. A request is answered in its turn,
 * so there is only one way to cancel it: a cancellation that has already come
 * by then. That is why messages wait here instead of being handled at once.
 */
#ifndef SESSION_INBOX_H
#define SESSION_INBOX_H

#include <stdbool.h>

#include "frame.h"
#include "memory.h"
#include "jsonrpc.h"

struct incoming {
    struct rpc_message message;
    bool cancelled;                 /* by a later message */
};

/* {0} is empty. */
struct inbox {
    struct frame_reader reader;
    struct buffer input;            /* what has arrived of the next message */
    struct incoming *items;         /* those from FIRST on are waiting */
    size_t first, count, room;
    bool lost;                      /* the last bytes were not a message */
};

/* Takes in the LENGTH bytes that came next, in pieces of any size. */
void inbox_receive(struct inbox *inbox, const char *bytes, size_t length);
/*
 * The message that has waited longest; false if there is none. The caller
 * releases it with rpc_message_free().
 */
bool inbox_next(struct inbox *inbox, struct incoming *incoming);
/* Drops all messages that wait. */
void inbox_free(struct inbox *inbox);

#endif
