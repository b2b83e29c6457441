/*
 * reader.c - reads stdin.
 */
#include "reader.h"

#include "process.h"

static void take(struct reader *reader, ssize_t length)
{
    if (length > 0) {
        reader->events.on_bytes(reader->events.context, reader->chunk,
                                (size_t)length);
        return;
    }
    reader_stop(reader);
    reader->events.on_end(reader->events.context);
}

static void give_room(uv_handle_t *handle, size_t suggested, uv_buf_t *buffer)
{
    struct reader *reader = handle->data;

    (void)suggested;
    *buffer = uv_buf_init(reader->chunk, sizeof reader->chunk);
}

/* A length of 0 is not the end here, but means "nothing just now". */
static void on_read(uv_stream_t *stream, ssize_t length,
                    const uv_buf_t *buffer)
{
    (void)buffer;
    if (length)
        take(stream->data, length);
}

static void on_turn(uv_idle_t *turn)
{
    struct reader *reader = turn->data;
    uv_buf_t buffer = uv_buf_init(reader->chunk, sizeof reader->chunk);
    uv_fs_t request;
    int length = uv_fs_read(turn->loop, &request, PROCESS_INPUT, &buffer, 1, -1,
                            NULL);

    uv_fs_req_cleanup(&request);
    take(reader, length);
}

static bool open_stream(struct reader *reader, uv_loop_t *loop)
{
    switch (uv_guess_handle(PROCESS_INPUT)) {
    case UV_NAMED_PIPE:
        return !uv_pipe_init(loop, &reader->handle.pipe, 0) &&
               !uv_pipe_open(&reader->handle.pipe, PROCESS_INPUT);
    case UV_TCP:
        return !uv_tcp_init(loop, &reader->handle.tcp) &&
               !uv_tcp_open(&reader->handle.tcp, PROCESS_INPUT);
    case UV_TTY:
        return !uv_tty_init(loop, &reader->handle.tty, PROCESS_INPUT, 0);
    case UV_FILE:
        reader->is_file = true;
        return !uv_idle_init(loop, &reader->handle.turn);
    default:
        return false;
    }
}

bool reader_open(struct reader *reader, uv_loop_t *loop,
                 struct reader_events events)
{
    reader->is_file = false;
    reader->events = events;
    if (!open_stream(reader, loop))
        return false;
    reader->handle.any.data = reader;
    return true;
}

void reader_start(struct reader *reader)
{
    if (reader->is_file)
        uv_idle_start(&reader->handle.turn, on_turn);
    else
        uv_read_start(&reader->handle.stream, give_room, on_read);
}

void reader_stop(struct reader *reader)
{
    if (reader->is_file)
        uv_idle_stop(&reader->handle.turn);
    else
        uv_read_stop(&reader->handle.stream);
}
