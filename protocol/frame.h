/*
 * frame.h - where a message begins and ends in a stream of bytes.
 *
 * The Language Server Protocol puts a header block before each message, as
 * HTTP does. This cuts the messages out of whatever bytes have come in so far.
 * It neither reads nor allocates; its caller owns the bytes and drops those
 * that a frame has consumed:
 *
 *     do {
 *         frame = frame_next(&reader, bytes, length);
 *         bytes += frame.consumed, length -= frame.consumed;
 *     } while (frame.kind != FRAME_MORE);
 *
 * No stream can stop it or make its caller keep more than FRAME_HEADER_MAX +
 * FRAME_BODY_MAX bytes: what cannot be a message is skipped up to the next
 * "Content-Length:".
 */
#ifndef PROTOCOL_FRAME_H
#define PROTOCOL_FRAME_H

#include <stddef.h>

#define FRAME_HEADER_MAX ((size_t)4096)         /* bytes of a header block */
#define FRAME_BODY_MAX ((size_t)64 << 20)       /* bytes of a body we keep */
#define FRAME_SKIP_MAX ((size_t)1 << 30)        /* bytes of one we wait for */
#define FRAME_HEADER_ROOM 64                    /* for frame_header() */

enum frame_kind {
    FRAME_MORE,         /* no whole message yet: call again with more bytes */
    FRAME_MESSAGE,      /* START and LENGTH are its body */
    FRAME_GARBAGE,      /* not a message: PROBLEM says why */
    FRAME_TOO_LONG,     /* the body of LENGTH bytes that follows is skipped */
    FRAME_SKIPPED       /* a piece of it */
};

struct frame {
    enum frame_kind kind;
    size_t start, length;       /* in bytes, from the first one given */
    size_t consumed;            /* bytes not to be given again; 0 if more */
    const char *problem;        /* constant, for the log; NULL if none */
};

/* {0} is the beginning of a stream. */
struct frame_reader {
    size_t skip;                /* bytes of an over-long body still to come */
};

/*
 * The first frame in the LENGTH bytes at BYTES, which are all that is not
 * consumed.
 */
struct frame frame_next(struct frame_reader *reader, const char *bytes,
                        size_t length);

/*
 * Writes the header of a message with a body of LENGTH bytes to HEADER, which
 * has room for FRAME_HEADER_ROOM, and returns the header's length.
 */
size_t frame_header(char *header, size_t length);

#endif
