/*
 * reader.h - stdin, whatever it is: a pipe, a socket, a terminal or a file.
 */
#ifndef LOOP_READER_H
#define LOOP_READER_H

#include <stdbool.h>
#include <stddef.h>
#include <uv.h>

struct reader_events {
    void *context;                  /* handed to both functions */
    /* BYTES are valid during the call. */
    void (*on_bytes)(void *context, const char *bytes, size_t length);
    /* There is nothing more to read; called once. */
    void (*on_end)(void *context);
};

/* Belongs to its loop from reader_open() on, until the handles are closed. */
struct reader {
    union {
        uv_handle_t any;
        uv_stream_t stream;
        uv_pipe_t pipe;
        uv_tcp_t tcp;
        uv_tty_t tty;
        uv_idle_t turn;             /* a file is read once every turn */
    } handle;
    bool is_file;
    struct reader_events events;
    char chunk[65536];
};

/* False if stdin cannot be read; the reader then has no handle. */
bool reader_open(struct reader *reader, uv_loop_t *loop,
                 struct reader_events events);
void reader_start(struct reader *reader);       /* also after a stop */
void reader_stop(struct reader *reader);

#endif
