/*
 * inbox.c - cuts bytes into messages and keeps those until their turn.
 */
#include "inbox.h"

#include <string.h>

#include "log.h"
#include "lsp.h"

/* An empty buffer larger than this is given back. */
#define INPUT_KEPT ((size_t)1 << 20)

/* Marks the request that MESSAGE cancels, if it is still waiting. */
static void cancel(struct inbox *inbox, const struct rpc_message *message)
{
    json_t *id = lsp_read_cancel(message->params);

    for (size_t i = inbox->first; id && i < inbox->count; i++) {
        struct incoming *waiting = &inbox->items[i];

        if (waiting->message.kind == RPC_REQUEST &&
            json_equal(waiting->message.id, id))
            waiting->cancelled = true;
    }
}

/* Takes MESSAGE over. */
static void add(struct inbox *inbox, struct rpc_message message)
{
    if (message.kind == RPC_NOTIFICATION &&
        !strcmp(message.method, "$/cancelRequest"))
        cancel(inbox, &message);
    *memory_add(inbox) = (struct incoming){message, false};
}

/* Logs it once, however many follow each other. */
static void lose(struct inbox *inbox, const char *problem)
{
    if (!inbox->lost)
        log_line("the client sends something other than messages: %s", problem);
    inbox->lost = true;
}

static void take_message(struct inbox *inbox, char *bytes, struct frame frame)
{
    struct rpc_message message;

    if (frame.problem)
        log_line("a message with %s", frame.problem);
    rpc_mend(bytes + frame.start, frame.length);
    rpc_read(bytes + frame.start, frame.length, &message);
    add(inbox, message);
    inbox->lost = false;
}

static void take(struct inbox *inbox, char *bytes, struct frame frame)
{
    switch (frame.kind) {
    case FRAME_MESSAGE:
        take_message(inbox, bytes, frame);
        break;
    case FRAME_GARBAGE:
        lose(inbox, frame.problem);
        break;
    case FRAME_TOO_LONG:
        add(inbox, (struct rpc_message){.kind = RPC_INVALID,
                                        .method = "",
                                        .code = RPC_INVALID_REQUEST,
                                        .problem = frame.problem});
        break;
    default:
        break;
    }
}

void inbox_receive(struct inbox *inbox, const char *bytes, size_t length)
{
    struct buffer *input = &inbox->input;
    struct frame frame;
    size_t used = 0;

    buffer_add(input, bytes, length);
    do {
        frame = frame_next(&inbox->reader, input->bytes + used,
                           input->length - used);
        take(inbox, input->bytes + used, frame);
        used += frame.consumed;
    } while (frame.kind != FRAME_MORE);
    buffer_drop(input, used);
    if (!input->length && input->room > INPUT_KEPT)
        buffer_free(input);
}

bool inbox_next(struct inbox *inbox, struct incoming *incoming)
{
    if (inbox->first == inbox->count)
        return false;
    *incoming = inbox->items[inbox->first++];
    if (inbox->first == inbox->count)
        inbox->first = inbox->count = 0;
    return true;
}

void inbox_free(struct inbox *inbox)
{
    struct incoming incoming;

    while (inbox_next(inbox, &incoming))
        rpc_message_free(&incoming.message);
    memory_free(inbox->items);
    buffer_free(&inbox->input);
}
