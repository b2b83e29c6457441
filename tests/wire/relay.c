/*
 * Plays a session to the program, as an editor would over pipes, on every
 * system: relay SESSION PROGRAM ARGUMENT...
 *
 * Each line of SESSION is a number and a message, which is sent when so many
 * messages as the lines before it say have come back. What comes is printed, a
 * line each, and at last what the program returned. Its log is never read.
 */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <uv.h>

#include "frame.h"
#include "memory.h"

struct relay {
    uv_loop_t loop;
    uv_process_t process;
    uv_pipe_t in, out, log;
    struct buffer session;      /* the lines that are still to be sent */
    struct buffer heard;
    struct frame_reader reader;
    size_t awaited;             /* so many messages must come first */
    int status;
};

static void on_written(uv_write_t *request, int status)
{
    if (status)
        fprintf(stderr, "relay: %s\n", uv_strerror(status));
    memory_free(request->data);
    memory_free(request);
}

/* Sends MESSAGE, of LENGTH bytes. */
static void say(struct relay *relay, const char *message, size_t length)
{
    uv_write_t *request = memory_new(sizeof *request);
    char header[FRAME_HEADER_ROOM];
    struct buffer bytes = {NULL, 0, 0};
    uv_buf_t whole;

    buffer_add(&bytes, header, frame_header(header, length));
    buffer_add(&bytes, message, length);
    whole = uv_buf_init(bytes.bytes, (unsigned)bytes.length);
    request->data = bytes.bytes;
    uv_write(request, (uv_stream_t *)&relay->in, &whole, 1, on_written);
}

/* Sends lines for as long as nothing is awaited. */
static void go_on(struct relay *relay)
{
    while (!relay->awaited && relay->session.length) {
        char *line = relay->session.bytes;
        size_t length = strcspn(line, "\n");
        char *message;

        relay->awaited = strtoul(line, &message, 10);
        message++;
        say(relay, message, (size_t)(line + length - message));
        buffer_drop(&relay->session, length + (line[length] == '\n'));
    }
}

static void print_heard(struct relay *relay)
{
    struct frame frame;

    do {
        struct buffer *heard = &relay->heard;

        frame = frame_next(&relay->reader, heard->bytes, heard->length);
        if (frame.kind == FRAME_MESSAGE) {
            fwrite(heard->bytes + frame.start, 1, frame.length, stdout);
            putchar('\n');
            relay->awaited -= relay->awaited > 0;
        }
        buffer_drop(heard, frame.consumed);
    } while (frame.kind != FRAME_MORE);
}

static void give_room(uv_handle_t *handle, size_t suggested, uv_buf_t *buffer)
{
    (void)handle;
    *buffer = uv_buf_init(memory_new(suggested), (unsigned)suggested);
}

static void on_read(uv_stream_t *stream, ssize_t length,
                    const uv_buf_t *buffer)
{
    struct relay *relay = stream->data;

    if (length > 0)
        buffer_add(&relay->heard, buffer->base, (size_t)length);
    memory_free(buffer->base);
    if (length < 0) {
        uv_close((uv_handle_t *)stream, NULL);
        return;
    }
    print_heard(relay);
    go_on(relay);
}

static void on_returned(uv_process_t *process, int64_t status, int signal)
{
    struct relay *relay = process->data;

    relay->status = signal ? -signal : (int)status;
    uv_close((uv_handle_t *)process, NULL);
    uv_close((uv_handle_t *)&relay->in, NULL);
    uv_close((uv_handle_t *)&relay->log, NULL);
}

static void pipe_open(struct relay *relay, uv_pipe_t *pipe,
                      uv_stdio_container_t *end, unsigned direction)
{
    uv_pipe_init(&relay->loop, pipe, 0);
    pipe->data = relay;
    end->flags = UV_CREATE_PIPE | (uv_stdio_flags)direction;
    end->data.stream = (uv_stream_t *)pipe;
}

static int run(struct relay *relay, char **command)
{
    uv_stdio_container_t ends[3];
    uv_process_options_t options = {.exit_cb = on_returned,
                                    .file = command[0],
                                    .args = command,
                                    .stdio_count = 3,
                                    .stdio = ends};
    int error;

    uv_loop_init(&relay->loop);
    pipe_open(relay, &relay->in, &ends[0], UV_READABLE_PIPE);
    pipe_open(relay, &relay->out, &ends[1], UV_WRITABLE_PIPE);
    pipe_open(relay, &relay->log, &ends[2], UV_WRITABLE_PIPE);
    relay->process.data = relay;
    error = uv_spawn(&relay->loop, &relay->process, &options);
    if (error) {
        fprintf(stderr, "relay: %s: %s\n", command[0], uv_strerror(error));
        return 1;
    }
    uv_read_start((uv_stream_t *)&relay->out, give_room, on_read);
    go_on(relay);
    uv_run(&relay->loop, UV_RUN_DEFAULT);
    printf("returned %d\n", relay->status);
    return 0;
}

int main(int argc, char **argv)
{
    struct relay relay = {.status = -1};
    FILE *file = argc > 2 ? fopen(argv[1], "rb") : NULL;
    char piece[4096];
    size_t got;
    int status;

    if (!file) {
        fputs("usage: relay SESSION PROGRAM ARGUMENT...\n", stderr);
        return 2;
    }
    while ((got = fread(piece, 1, sizeof piece, file)))
        buffer_add(&relay.session, piece, got);
    fclose(file);
    buffer_add(&relay.session, "", 0);
    status = run(&relay, argv + 2);
    buffer_free(&relay.session);
    buffer_free(&relay.heard);
    return status;
}
