/*
 * writer.h - stdout: whole messages, queued while the client does not read.
 */
#ifndef LOOP_WRITER_H
#define LOOP_WRITER_H

#include <stdbool.h>
#include <stddef.h>
#include <uv.h>

struct writer_events {
    void *context;                  /* handed to both functions */
    /* Some of what was queued has been written. */
    void (*on_progress)(void *context);
    /* Nobody reads any more; may be called more than once. */
    void (*on_failure)(void *context);
};

/* Belongs to its loop from writer_open() on, until the handles are closed. */
struct writer {
    union {
        uv_handle_t any;
        uv_stream_t stream;
        uv_pipe_t pipe;
        uv_tcp_t tcp;
        uv_tty_t tty;
    } handle;
    bool is_file;                   /* written at once; HANDLE is not used */
    struct writer_events events;
};

/* False if stdout cannot be written. */
bool writer_open(struct writer *writer, uv_loop_t *loop,
                 struct writer_events events);

/*
 * Writes the message with the body BYTES, which it takes over (memory_free()),
 * and its header before that, in one piece.
 */
void writer_send(struct writer *writer, char *bytes, size_t length);

/* How many bytes are queued. */
size_t writer_pending(const struct writer *writer);

#endif
