/*
 * writer.c - writes stdout.
 */
#include "writer.h"

#include "frame.h"
#include "memory.h"
#include "process.h"

/* A message being written; one allocation beside its body. */
struct letter {
    uv_write_t request;
    char header[FRAME_HEADER_ROOM];
    char *body;
    uv_buf_t pieces[2];
};

static bool open_stream(struct writer *writer, uv_loop_t *loop)
{
    switch (uv_guess_handle(PROCESS_OUTPUT)) {
    case UV_NAMED_PIPE:
        return !uv_pipe_init(loop, &writer->handle.pipe, 0) &&
               !uv_pipe_open(&writer->handle.pipe, PROCESS_OUTPUT);
    case UV_TCP:
        return !uv_tcp_init(loop, &writer->handle.tcp) &&
               !uv_tcp_open(&writer->handle.tcp, PROCESS_OUTPUT);
    case UV_TTY:
        return !uv_tty_init(loop, &writer->handle.tty, PROCESS_OUTPUT, 0);
    case UV_FILE:
        writer->is_file = true;
        return true;
    default:
        return false;
    }
}

bool writer_open(struct writer *writer, uv_loop_t *loop,
                 struct writer_events events)
{
    writer->is_file = false;
    writer->events = events;
    if (!open_stream(writer, loop))
        return false;
    writer->handle.any.data = writer;
    return true;
}

static struct letter *letter_new(char *body, size_t length)
{
    struct letter *letter = memory_new(sizeof *letter);
    size_t header_length = frame_header(letter->header, length);

    letter->body = body;
    letter->pieces[0] =
        uv_buf_init(letter->header, (unsigned int)header_length);
    letter->pieces[1] = uv_buf_init(body, (unsigned int)length);
    return letter;
}

static void letter_free(struct letter *letter)
{
    memory_free(letter->body);
    memory_free(letter);
}

static void on_written(uv_write_t *request, int status)
{
    struct letter *letter = request->data;
    struct writer *writer = request->handle->data;

    letter_free(letter);
    if (status < 0)
        writer->events.on_failure(writer->events.context);
    else
        writer->events.on_progress(writer->events.context);
}

static void queue(struct writer *writer, struct letter *letter)
{
    letter->request.data = letter;
    if (uv_write(&letter->request, &writer->handle.stream, letter->pieces, 2,
                 on_written)) {
        letter_free(letter);
        writer->events.on_failure(writer->events.context);
    }
}

static bool write_piece(uv_buf_t piece)
{
    while (piece.len) {
        uv_fs_t request;
        int written =
            uv_fs_write(NULL, &request, PROCESS_OUTPUT, &piece, 1, -1, NULL);

        uv_fs_req_cleanup(&request);
        if (written <= 0)
            return false;
        piece = uv_buf_init(piece.base + written,
                            (unsigned int)(piece.len - (size_t)written));
    }
    return true;
}

static void write_out(struct writer *writer, struct letter *letter)
{
    bool written =
        write_piece(letter->pieces[0]) && write_piece(letter->pieces[1]);

    letter_free(letter);
    if (!written)
        writer->events.on_failure(writer->events.context);
}

void writer_send(struct writer *writer, char *bytes, size_t length)
{
    struct letter *letter = letter_new(bytes, length);

    if (writer->is_file)
        write_out(writer, letter);
    else
        queue(writer, letter);
}

size_t writer_pending(const struct writer *writer)
{
    if (writer->is_file)
        return 0;
    return uv_stream_get_write_queue_size(&writer->handle.stream);
}
