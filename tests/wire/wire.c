/* Runs the real program and talks to it. */
#include "wire.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "frame.h"

/* What this process ignores, the program has to ignore by itself. */
static void run_program(const char *const *command, int in, int out)
{
    int quiet = open("/dev/null", O_WRONLY);

    signal(SIGPIPE, SIG_DFL);
    dup2(in, STDIN_FILENO);
    dup2(out, STDOUT_FILENO);
    dup2(quiet, STDERR_FILENO);
    execvp(command[0], (char *const *)command);
    _exit(127);
}

static void set_flag(int stream, int get, int set, int flag)
{
    assert_return_code(fcntl(stream, set, fcntl(stream, get) | flag), errno);
}

void wire_run(struct wire *wire, const char *const *command, int in, int out)
{
    int held[2];

    assert_return_code(pipe(held), errno);
    wire->end = held[0];
    set_flag(wire->end, F_GETFD, F_SETFD, FD_CLOEXEC);
    set_flag(wire->to, F_GETFD, F_SETFD, FD_CLOEXEC);
    set_flag(wire->from, F_GETFD, F_SETFD, FD_CLOEXEC);
    set_flag(wire->to, F_GETFL, F_SETFL, O_NONBLOCK);
    wire->process = fork();
    assert_return_code(wire->process, errno);
    if (!wire->process)
        run_program(command, in, out);
    close(held[1]);
}

void wire_open_command(struct wire *wire, const char *const *command)
{
    int in[2], out[2];

    assert_return_code(pipe(in), errno);
    assert_return_code(pipe(out), errno);
    *wire = (struct wire){.process = -1, .to = in[1], .from = out[0]};
    wire_run(wire, command, in[0], out[1]);
    close(in[0]);
    close(out[1]);
}

void wire_open(struct wire *wire)
{
    static const char *const command[] = {INCIDENT_LS, "--stdio", NULL};

    wire_open_command(wire, command);
}

int wire_start(void **state)
{
    struct wire *wire = calloc(1, sizeof *wire);

    wire_open(wire);
    *state = wire;
    return 0;
}

int wire_stop(void **state)
{
    wire_close(*state);
    free(*state);
    return 0;
}

static void close_stream(int *stream)
{
    if (*stream >= 0)
        close(*stream);
    *stream = -1;
}

void wire_close_input(struct wire *wire)
{
    close_stream(&wire->to);
}

void wire_close_output(struct wire *wire)
{
    close_stream(&wire->from);
}

/* Killed at once, a program could not write down what gcov has counted. */
static void await_end(struct wire *wire)
{
    struct pollfd end = {wire->end, POLLIN, 0};

    if (poll(&end, 1, WIRE_PATIENCE) != 1)
        kill(wire->process, SIGKILL);
    waitpid(wire->process, NULL, 0);
}

void wire_close(struct wire *wire)
{
    close_stream(&wire->to);
    close_stream(&wire->from);
    if (wire->process > 0)
        await_end(wire);
    close_stream(&wire->end);
    buffer_free(&wire->unsent);
    buffer_free(&wire->received);
}

void wire_add_bytes(struct wire *wire, const char *bytes, size_t length)
{
    buffer_add(&wire->unsent, bytes, length);
}

void wire_add(struct wire *wire, const char *json)
{
    char header[FRAME_HEADER_ROOM];
    size_t length = strlen(json);
    size_t start;
    char *quote;

    wire_add_bytes(wire, header, frame_header(header, length));
    start = wire->unsent.length;
    wire_add_bytes(wire, json, length);
    while ((quote = strchr(wire->unsent.bytes + start, '\'')))
        *quote = '"';
}

void wire_add_message(struct wire *wire, json_t *message)
{
    char *body = json_dumps(message, JSON_COMPACT);
    char header[FRAME_HEADER_ROOM];
    size_t length = strlen(body);

    wire_add_bytes(wire, header, frame_header(header, length));
    wire_add_bytes(wire, body, length);
    free(body);
    json_decref(message);
}

/* False at the end of the stream. */
static bool read_some(struct wire *wire)
{
    char bytes[65536];
    ssize_t length = read(wire->from, bytes, sizeof bytes);

    if (length > 0)
        buffer_add(&wire->received, bytes, (size_t)length);
    return length > 0;
}

static size_t unsent(const struct wire *wire)
{
    return wire->unsent.length - wire->sent;
}

/* False if the program takes nothing more just now. */
static bool write_some(struct wire *wire)
{
    ssize_t length = write(wire->to, wire->unsent.bytes + wire->sent,
                           unsent(wire));

    if (length < 0 && errno == EAGAIN)
        return false;
    assert_return_code(length, errno);
    wire->sent += (size_t)length;
    if (!unsent(wire)) {
        buffer_cut(&wire->unsent, 0);
        wire->sent = 0;
    }
    return true;
}

/* Waits for either stream, for the one to write only if there is something. */
static void wait_for_either(struct wire *wire, struct pollfd streams[2])
{
    streams[0] = (struct pollfd){wire->from, POLLIN, 0};
    streams[1] = (struct pollfd){unsent(wire) ? wire->to : -1, POLLOUT, 0};
    if (poll(streams, 2, WIRE_PATIENCE) <= 0)
        fail_msg("the program neither reads nor writes");
}

void wire_flush(struct wire *wire)
{
    struct pollfd streams[2];

    while (unsent(wire)) {
        wait_for_either(wire, streams);
        if (streams[0].revents && !read_some(wire))
            fail_msg("the program has ended");
        if (streams[1].revents)
            write_some(wire);
    }
}

void wire_push(struct wire *wire)
{
    struct pollfd stream = {wire->to, POLLOUT, 0};

    while (unsent(wire) && poll(&stream, 1, 500) == 1)
        write_some(wire);
}

void wire_say(struct wire *wire, const char *json)
{
    wire_add(wire, json);
    wire_flush(wire);
}

/*
 * Takes the first message out of what was received; NULL if it isn't whole.
 * The header must be as short as they come: nothing else is on stdout.
 */
static json_t *message_take(struct wire *wire)
{
    struct frame_reader reader = {0};
    char header[FRAME_HEADER_ROOM];
    struct frame frame = frame_next(&reader, wire->received.bytes,
                                    wire->received.length);
    json_t *message;

    if (frame.kind == FRAME_MORE)
        return NULL;
    clock_gettime(CLOCK_MONOTONIC, &wire->heard);
    assert_int_equal(frame.kind, FRAME_MESSAGE);
    assert_int_equal(frame.start, frame_header(header, frame.length));
    assert_memory_equal(wire->received.bytes, header, frame.start);
    message = json_loadb(wire->received.bytes + frame.start, frame.length,
                         JSON_ALLOW_NUL, NULL);
    assert_non_null(message);
    buffer_drop(&wire->received, frame.consumed);
    return message;
}

json_t *wire_hear(struct wire *wire)
{
    json_t *message;
    struct pollfd streams[2];

    while (!(message = message_take(wire))) {
        wait_for_either(wire, streams);
        if (streams[0].revents && !read_some(wire))
            fail_msg("the program has ended");
        if (streams[1].revents)
            write_some(wire);
    }
    return message;
}

json_t *wire_hear_answer(struct wire *wire, json_int_t id)
{
    for (;;) {
        json_t *message = wire_hear(wire);
        const json_t *found = json_object_get(message, "id");

        if (!json_object_get(message, "method") && json_is_integer(found) &&
            json_integer_value(found) == id)
            return message;
        json_decref(message);
    }
}

json_t *wire_hear_call(struct wire *wire, const char *method)
{
    for (;;) {
        json_t *message = wire_hear(wire);
        const char *called =
            json_string_value(json_object_get(message, "method"));

        if (called && !strcmp(called, method))
            return message;
        json_decref(message);
    }
}

/* Only whole messages may have come before the end. */
static void read_to_the_end(struct wire *wire)
{
    struct pollfd streams[2];
    json_t *message;

    do {
        wait_for_either(wire, streams);
    } while (read_some(wire));
    while ((message = message_take(wire)))
        json_decref(message);
    assert_int_equal(wire->received.length, 0);
}

int wire_status(struct wire *wire)
{
    int status;

    if (wire->from >= 0)
        read_to_the_end(wire);
    assert_int_equal(waitpid(wire->process, &status, 0), wire->process);
    wire->process = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

void wire_initialize(struct wire *wire, const char *capabilities)
{
    char call[512];

    snprintf(call, sizeof call,
             "{'jsonrpc': '2.0', 'id': 0, 'method': 'initialize', 'params': "
             "{'capabilities': %s}}",
             capabilities);
    wire_say(wire, call);
    json_decref(wire_hear_answer(wire, 0));
}
