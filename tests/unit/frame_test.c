/* Framing: the same messages come out however the stream is cut. */
#include "frame.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define LENGTH_OF(array) (sizeof(array) / sizeof(array)[0])

/* What came out of a stream: the bodies, each in brackets. */
struct heard {
    char bodies[4096];
    size_t length;
    unsigned garbage, too_long, warnings;
};

static void hear_body(struct heard *heard, const char *body, size_t length)
{
    assert_true(heard->length + length + 3 < sizeof heard->bodies);
    heard->bodies[heard->length++] = '[';
    memcpy(heard->bodies + heard->length, body, length);
    heard->length += length;
    heard->bodies[heard->length++] = ']';
    heard->bodies[heard->length] = '\0';
}

static void hear(struct heard *heard, const char *bytes, struct frame frame)
{
    heard->garbage += frame.kind == FRAME_GARBAGE;
    heard->too_long += frame.kind == FRAME_TOO_LONG;
    heard->warnings += frame.kind == FRAME_MESSAGE && frame.problem;
    if (frame.kind == FRAME_MESSAGE)
        hear_body(heard, bytes + frame.start, frame.length);
}

/* Reads all frames there are and returns how many bytes they used up. */
static size_t take(struct frame_reader *reader, const char *bytes,
                   size_t length, struct heard *heard)
{
    size_t used = 0;
    struct frame frame;

    for (;;) {
        frame = frame_next(reader, bytes + used, length - used);
        if (frame.kind == FRAME_MORE)
            return used;
        assert_true(frame.consumed > 0);
        assert_true(frame.consumed <= length - used);
        hear(heard, bytes + used, frame);
        used += frame.consumed;
    }
}

/* The stream in pieces: up to CUT, then STEP bytes at a time. */
static struct heard hear_cut(const char *stream, size_t length, size_t cut,
                             size_t step)
{
    struct heard heard = {.length = 0};
    struct frame_reader reader = {0};
    size_t used = 0;
    size_t received = cut;

    for (;;) {
        used += take(&reader, stream + used, received - used, &heard);
        if (received == length)
            return heard;
        received = length - received < step ? length : received + step;
    }
}

struct stream {
    const char *bytes;
    const char *bodies;
};

static const struct stream streams[] = {
    {"", ""},
    {"Content-Length: 2\r\n\r\n{}", "[{}]"},
    {"Content-Length: 2\n\n{}", "[{}]"},
    {"content-LENGTH:2\r\n\r\n{}", "[{}]"},
    {"Content-Length: \t 2 \r\n\r\n{}", "[{}]"},
    {"Content-Length: 0002\r\n\r\n{}", "[{}]"},
    {"Content-Length: 2\r\n\r\n{}Content-Length: 3\r\n\r\n[1]", "[{}][[1]]"},
    {"Content-Length: 9\r\nContent-Length: 2\r\n\r\n{}", "[{}]"},
    {"Content-Type: a/b; charset=utf-8\r\nContent-Length: 2\r\n\r\n{}",
     "[{}]"},
    {"X-Other: Content\r\nContent-Length: 2\r\n\r\n{}", "[{}]"},
    {"Content-Length: 4\r\n\r\n\r\n\r\nContent-Length: 1\r\n\r\n1",
     "[\r\n\r\n][1]"},
    /* What can't be a message, and the message after it. */
    {"\r\n\r\nContent-Length: 2\r\n\r\n{}", "[{}]"},
    {"{\"a\": 1}Content-Length: 2\r\n\r\n{}", "[{}]"},
    {"hello\r\nContent-Length: 2\r\n\r\n{}", "[{}]"},
    {"hello there\nContent-Length: 2\r\n\r\n{}", "[{}]"},
    {"CContent-Length: 2\r\n\r\n{}", "[{}]"},
    {": 2\r\n\r\nContent-Length: 2\r\n\r\n{}", "[{}]"},
    {"Content-Length: a\r\n\r\n{}Content-Length: 2\r\n\r\n{}", "[{}]"},
    {"Content-Length: 2x\r\n\r\n{}Content-Length: 2\r\n\r\n{}", "[{}]"},
    {"Content-Length:\r\n\r\n{}Content-Length: 2\r\n\r\n{}", "[{}]"},
    {"Content-Length: 0\r\n\r\nContent-Length: 2\r\n\r\n{}", "[{}]"},
    {"Content-Length: -2\r\n\r\n{}Content-Length: 2\r\n\r\n{}", "[{}]"},
    {"Content-Length: +2\r\n\r\n{}Content-Length: 2\r\n\r\n{}", "[{}]"},
    {"Content-Length: 99999999999999999999999\r\n\r\n{}"
     "Content-Length: 2\r\n\r\n{}",
     "[{}]"},
    {"Content-Length: 18446744073709551618\r\n\r\n{}"
     "Content-Length: 2\r\n\r\n{}",
     "[{}]"},
    {"Content-Length: 1073741825\r\n\r\n{}Content-Length: 2\r\n\r\n{}",
     "[{}]"},
    {"X: 1\r\n\r\n{}Content-Length: 2\r\n\r\n{}", "[{}]"},
    {"Content-Content-Length: 2\r\n\r\n{}", "[{}]"},
    {"Content-Length Content-Length: 2\r\n\r\n{}", "[{}]"},
};

static void streams_cut_anywhere(void **state)
{
    size_t i, cut;

    (void)state;
    for (i = 0; i < LENGTH_OF(streams); i++) {
        const char *bytes = streams[i].bytes;
        size_t length = strlen(bytes);

        for (cut = 0; cut <= length; cut++) {
            struct heard whole = hear_cut(bytes, length, cut, length + 1);
            struct heard bytewise = hear_cut(bytes, length, cut, 1);

            assert_string_equal(whole.bodies, streams[i].bodies);
            assert_string_equal(bytewise.bodies, streams[i].bodies);
        }
    }
}

static struct heard hear_all(const char *stream)
{
    return hear_cut(stream, strlen(stream), strlen(stream), 1);
}

static void only_utf8_goes_unremarked(void **state)
{
    static const struct {
        const char *type;
        unsigned warnings;
    } rows[] = {
        {"application/vscode-jsonrpc", 0},
        {"application/vscode-jsonrpc; charset=utf-8", 0},
        {"application/vscode-jsonrpc; charset=utf8", 0},
        {"application/vscode-jsonrpc; CHARSET=\"UTF-8\" ; a=b", 0},
        {"application/vscode-jsonrpc; charset=utf-16", 1},
        {"application/vscode-jsonrpc; charset=", 1},
        {"application/vscode-jsonrpc; charset=\"", 1},
    };
    char stream[256];
    size_t i;

    (void)state;
    for (i = 0; i < LENGTH_OF(rows); i++) {
        struct heard heard;

        snprintf(stream, sizeof stream,
                 "Content-Type: %s\r\nContent-Length: 2\r\n\r\n{}",
                 rows[i].type);
        heard = hear_all(stream);
        assert_string_equal(heard.bodies, "[{}]");
        assert_int_equal(heard.warnings, rows[i].warnings);
    }
}

static void endless_headers_are_garbage(void **state)
{
    static const char end[] = "\nContent-Length: 2\r\n\r\n{}";
    char *stream = malloc(3 * FRAME_HEADER_MAX);
    struct frame_reader reader = {0};
    struct heard heard;
    size_t i;

    (void)state;
    memset(stream, 'x', 2 * FRAME_HEADER_MAX);
    assert_int_equal(
        frame_next(&reader, stream, FRAME_HEADER_MAX - 1).kind, FRAME_MORE);
    assert_int_equal(frame_next(&reader, stream, FRAME_HEADER_MAX).kind,
                     FRAME_GARBAGE);
    for (i = 0; i < 2 * FRAME_HEADER_MAX - 4; i += 4)
        memcpy(stream + i, "a:b\n", 4);
    memcpy(stream + i, end, sizeof end);
    heard = hear_all(stream);
    assert_string_equal(heard.bodies, "[{}]");
    free(stream);
}

/* 64 MiB and one byte in pieces of 1 MiB, then an ordinary message. */
static void a_long_body_is_skipped_in_pieces(void **state)
{
    static const char head[] = "Content-Length: 67108865\r\n\r\n";
    const size_t piece = (size_t)1 << 20;
    char *body = calloc(piece, 1);
    struct frame_reader reader = {0};
    struct heard heard = {.length = 0};
    int i;

    (void)state;
    assert_int_equal(take(&reader, head, strlen(head), &heard), strlen(head));
    assert_int_equal(heard.too_long, 1);
    for (i = 0; i < 64; i++)
        assert_int_equal(take(&reader, body, piece, &heard), piece);
    memcpy(body, "xContent-Length: 2\r\n\r\n{}", 24);
    assert_int_equal(take(&reader, body, 24, &heard), 24);
    assert_string_equal(heard.bodies, "[{}]");
    assert_int_equal(heard.garbage, 0);
    free(body);
}

static void the_longest_body_is_waited_for(void **state)
{
    static const char head[] = "Content-Length: 67108864\r\n\r\n{";
    struct frame_reader reader = {0};

    (void)state;
    assert_int_equal(frame_next(&reader, head, strlen(head)).kind, FRAME_MORE);
}

/* Random bytes from an alphabet that makes near misses likely. */
static void any_stream_is_used_up(void **state)
{
    static const char *const words[] = {
        "Content-Length: ", "content-length:", "Content-", "\r\n", "\n", "\r",
        "1", "2", "-", ":", "{}", "x", " ", "\r\n\r\n", "Content-Type: a",
    };
    char stream[512];
    uint32_t random = 1;
    int round;

    (void)state;
    for (round = 0; round < 20000; round++) {
        struct heard whole, bytewise;
        size_t length = 0;

        while (length < 480) {
            const char *word;

            random = random * 1664525 + 1013904223;
            word = words[(random >> 16) % LENGTH_OF(words)];
            memcpy(stream + length, word, strlen(word));
            length += strlen(word);
        }
        whole = hear_cut(stream, length, length, 1);
        bytewise = hear_cut(stream, length, 0, 1);
        assert_int_equal(whole.length, bytewise.length);
        assert_memory_equal(whole.bodies, bytewise.bodies, whole.length);
    }
}

static void headers_are_written_as_they_are_read(void **state)
{
    char header[FRAME_HEADER_ROOM + 2];
    size_t length = frame_header(header, 2);

    (void)state;
    assert_string_equal(header, "Content-Length: 2\r\n\r\n");
    memcpy(header + length, "{}", 3);
    assert_string_equal(hear_all(header).bodies, "[{}]");
    assert_true(frame_header(header, SIZE_MAX) < FRAME_HEADER_ROOM);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(streams_cut_anywhere),
        cmocka_unit_test(only_utf8_goes_unremarked),
        cmocka_unit_test(endless_headers_are_garbage),
        cmocka_unit_test(a_long_body_is_skipped_in_pieces),
        cmocka_unit_test(the_longest_body_is_waited_for),
        cmocka_unit_test(any_stream_is_used_up),
        cmocka_unit_test(headers_are_written_as_they_are_read),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
