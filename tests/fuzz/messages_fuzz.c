/*
 * Messages: whatever a client sends, in pieces of any size, is answered in
 * frames of JSON, and each request once.
 *
 * The input is a stream of bytes, or, by its last byte, lines that are sent as
 * one message each behind an initialize.
 */
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "frame.h"
#include "input.h"
#include "session.h"

/* A session, and what is owed by it. */
struct talk {
    struct session *session;
    struct buffer source;       /* the input */
    json_t *owed;               /* by id as JSON, how many answers */
    bool unsure;                /* of something it is a matter of opinion
                                   whether it is a request */
    bool over;                  /* exit was sent */
};

static const char *const opening[] = {
    "{\"jsonrpc\":\"2.0\",\"id\":\"begin\",\"method\":\"initialize\","
    "\"params\":{\"capabilities\":{\"textDocument\":{\"completion\":"
    "{\"completionItem\":{\"snippetSupport\":true}}}}}}",
    "{\"jsonrpc\":\"2.0\",\"method\":\"initialized\",\"params\":{}}",
};

/* Adds BY to what is owed to the request ID. */
static void owe(struct talk *talk, const json_t *id, json_int_t by)
{
    char *key = json_dumps(id, JSON_ENCODE_ANY | JSON_COMPACT);
    json_int_t owed = json_integer_value(json_object_get(talk->owed, key));

    json_object_set_new(talk->owed, key, json_integer(owed + by));
    free(key);
}

static void hear(void *context, char *bytes, size_t length)
{
    struct talk *talk = context;
    json_t *message = json_loadb(bytes, length, JSON_ALLOW_NUL, NULL);
    const json_t *id = json_object_get(message, "id");

    input_expect(json_is_object(message) &&
                     json_is_string(json_object_get(message, "jsonrpc")),
                 "no message", &talk->source);
    if (id && !json_is_null(id) && !json_object_get(message, "method"))
        owe(talk, id, -1);
    json_decref(message);
    memory_free(bytes);
}

static long long now(void *context)
{
    (void)context;
    return 1767225600;              /* 2026-01-01 */
}

static void run(struct talk *talk)
{
    while (session_step(talk->session))
        ;
    while (session_settle(talk->session))
        ;
}

/* A request is an object with a method and an id that can be answered to. */
static void note_request(struct talk *talk, struct slice body)
{
    json_t *message = json_loadb(body.bytes, body.length, JSON_ALLOW_NUL,
                                 NULL);
    const json_t *id = json_object_get(message, "id");
    const char *method = json_string_value(json_object_get(message, "method"));

    if (method && (json_is_string(id) || json_is_integer(id)))
        owe(talk, id, 1);
    else if (id || !message)
        talk->unsure = true;
    if (method && !strcmp(method, "exit"))
        talk->over = true;
    json_decref(message);
}

static void say(struct talk *talk, struct slice body)
{
    char header[FRAME_HEADER_ROOM];

    note_request(talk, body);
    session_receive(talk->session, header, frame_header(header, body.length));
    session_receive(talk->session, body.bytes, body.length);
}

/* Each line of the input is a message; they come in bursts. */
static void say_lines(struct talk *talk, struct slice bytes, size_t burst)
{
    size_t at = 0;

    for (size_t count = 0; at < bytes.length && !talk->over; count++) {
        const char *end = memchr(bytes.bytes + at, '\n', bytes.length - at);
        size_t length =
            end ? (size_t)(end - bytes.bytes) - at : bytes.length - at;

        say(talk, (struct slice){bytes.bytes + at, length});
        at += length + 1;
        if (count % burst == 0)
            run(talk);
    }
    run(talk);
}

static void judge(struct talk *talk)
{
    const char *key;
    json_t *owed;

    json_object_foreach(talk->owed, key, owed) {
        json_int_t left = json_integer_value(owed);

        input_expect(!left || (left < 0 && talk->unsure) || talk->over, key,
                     &talk->source);
    }
}

static void say_stream(struct talk *talk, struct slice bytes, size_t step)
{
    for (size_t at = 0; at < bytes.length; at += step) {
        size_t left = bytes.length - at;

        session_receive(talk->session, bytes.bytes + at,
                        left < step ? left : step);
        run(talk);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct input input = {bytes, length};
    bool stream = input_below(&input, 4) == 0;
    size_t step = 1 + input_below(&input, 64);
    struct talk talk = {.owed = json_object()};
    struct slice said;

    buffer_add(&talk.source, (const char *)bytes, length);
    said = (struct slice){talk.source.bytes, input.length};
    talk.session = session_new((struct host){&talk, hear, now, NULL});
    if (stream) {
        say_stream(&talk, said, step);
    } else {
        for (size_t index = 0; index < sizeof opening / sizeof *opening;
             index++)
            say(&talk, (struct slice){opening[index], strlen(opening[index])});
        say_lines(&talk, said, step);
        judge(&talk);
    }
    session_free(talk.session);
    json_decref(talk.owed);
    buffer_free(&talk.source);
    return 0;
}
