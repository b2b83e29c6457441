/*
 * Lets what is for Windows be measured from a system on which Wine runs it:
 * bridge PROGRAM ARGUMENT... has the program's pipes be Windows' own, and hands
 * on what comes on its own stdin and goes to its stdout. The log is dropped.
 */
#include <stdio.h>
#include <stdlib.h>
#include <uv.h>

#define STDIN 0
#define STDOUT 1

/* In each direction one piece is under way at a time. */
struct bridge {
    uv_loop_t *loop;
    uv_process_t process;
    uv_pipe_t in, out;
    uv_fs_t input;              /* what is being read of stdin */
    uv_write_t write;           /* and then given to the program */
    char sent[65536], heard[65536];
    int ends;                   /* of its process and of its stdout */
    int status;
};

static void read_input(struct bridge *bridge);

/* The read of stdin that may be under way can't be taken back. */
static void note_end(struct bridge *bridge)
{
    if (++bridge->ends == 2)
        exit(bridge->status);
}

static void on_written(uv_write_t *write, int status)
{
    if (!status)
        read_input(write->data);
}

static void on_input(uv_fs_t *input)
{
    struct bridge *bridge = input->data;
    ssize_t length = input->result;
    uv_buf_t bytes;

    uv_fs_req_cleanup(input);
    if (length <= 0) {
        uv_close((uv_handle_t *)&bridge->in, NULL);
        return;
    }
    bytes = uv_buf_init(bridge->sent, (unsigned)length);
    bridge->write.data = bridge;
    uv_write(&bridge->write, (uv_stream_t *)&bridge->in, &bytes, 1,
             on_written);
}

static void read_input(struct bridge *bridge)
{
    uv_buf_t room = uv_buf_init(bridge->sent, sizeof bridge->sent);

    bridge->input.data = bridge;
    uv_fs_read(bridge->loop, &bridge->input, STDIN, &room, 1, -1, on_input);
}

static void give_room(uv_handle_t *out, size_t suggested, uv_buf_t *room)
{
    struct bridge *bridge = out->data;

    (void)suggested;
    *room = uv_buf_init(bridge->heard, sizeof bridge->heard);
}

static void print(const char *bytes, size_t length)
{
    while (length) {
        uv_buf_t rest = uv_buf_init((char *)bytes, (unsigned)length);
        uv_fs_t output;
        int written = uv_fs_write(NULL, &output, STDOUT, &rest, 1, -1, NULL);

        uv_fs_req_cleanup(&output);
        if (written <= 0)
            exit(1);
        bytes += written;
        length -= (size_t)written;
    }
}

static void on_heard(uv_stream_t *out, ssize_t length, const uv_buf_t *room)
{
    if (length > 0) {
        print(room->base, (size_t)length);
    } else if (length < 0) {
        uv_read_stop(out);
        note_end(out->data);
    }
}

static void on_returned(uv_process_t *process, int64_t status, int signal)
{
    struct bridge *bridge = process->data;

    bridge->status = signal ? 1 : (int)status;
    note_end(bridge);
}

static uv_stdio_container_t pipe_open(struct bridge *bridge, uv_pipe_t *pipe,
                                      unsigned direction)
{
    uv_pipe_init(bridge->loop, pipe, 0);
    pipe->data = bridge;
    return (uv_stdio_container_t){
        .flags = UV_CREATE_PIPE | (uv_stdio_flags)direction,
        .data.stream = (uv_stream_t *)pipe};
}

int main(int count, char **arguments)
{
    static struct bridge bridge;
    uv_stdio_container_t ends[2];
    uv_process_options_t options = {.exit_cb = on_returned,
                                    .stdio_count = 2,
                                    .stdio = ends};
    int error;

    if (count < 2) {
        fprintf(stderr, "usage: bridge PROGRAM ARGUMENT...\n");
        return 2;
    }
    options.file = arguments[1];
    options.args = arguments + 1;
    bridge.loop = uv_default_loop();
    bridge.process.data = &bridge;
    ends[STDIN] = pipe_open(&bridge, &bridge.in, UV_READABLE_PIPE);
    ends[STDOUT] = pipe_open(&bridge, &bridge.out, UV_WRITABLE_PIPE);
    error = uv_spawn(bridge.loop, &bridge.process, &options);
    if (error) {
        fprintf(stderr, "bridge: %s: %s\n", arguments[1], uv_strerror(error));
        return 1;
    }
    uv_read_start((uv_stream_t *)&bridge.out, give_room, on_heard);
    read_input(&bridge);
    uv_run(bridge.loop, UV_RUN_DEFAULT);
    return bridge.status;
}
