/*
 * slice.h - pieces of a text: the bytes themselves, or where they stand.
 *
 * Neither owns anything. A slice is good for as long as the bytes it points
 * to; a span means nothing without the text it was measured in.
 *
 * Places (AT) count in bytes from the start of the slice. All functions are
 * total: a place past the end means the end.
 */
#ifndef BASE_SLICE_H
#define BASE_SLICE_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>
#include <strings.h>

#include "byte.h"

/* A piece of somebody else's text: not ended by a NUL, not to be freed. */
struct slice {
    const char *bytes;
    size_t length;
};

/* The bytes START..END-1 of a text. */
struct span {
    size_t start, end;
};

/* All of STRING, which outlives the slice. */
static inline struct slice slice_of(const char *string)
{
    return (struct slice){string, strlen(string)};
}

/* Where PART, which is a piece of WHOLE, stands in it. */
static inline struct span slice_place(struct slice whole, struct slice part)
{
    size_t start = (size_t)(part.bytes - whole.bytes);

    return (struct span){start, start + part.length};
}

/* The bytes START..END-1 of SLICE. (To a null pointer C lets nothing be added,
 * not even 0.) */
static inline struct slice slice_part(struct slice slice, size_t start,
                                      size_t end)
{
    if (end > slice.length)
        end = slice.length;
    if (start > end)
        start = end;
    return (struct slice){start ? slice.bytes + start : slice.bytes,
                          end - start};
}

static inline struct slice slice_from(struct slice slice, size_t at)
{
    return slice_part(slice, at, slice.length);
}

/* The byte at AT; NUL past the end. */
static inline char slice_at(struct slice slice, size_t at)
{
    return at < slice.length ? slice.bytes[at] : '\0';
}

static inline bool slice_digit_at(struct slice slice, size_t at)
{
    return byte_is_digit(slice_at(slice, at));
}

/* Whether the bytes are the same; slice_same_word() and slice_is_word() take
 * capitals (ASCII) for small letters. */
static inline bool slice_same(struct slice one, struct slice other)
{
    return one.length == other.length &&
           (!one.length || !memcmp(one.bytes, other.bytes, one.length));
}

static inline bool slice_is(struct slice slice, const char *words)
{
    return slice_same(slice, slice_of(words));
}

static inline bool slice_same_word(struct slice one, struct slice other)
{
    return one.length == other.length &&
           /* One without bytes is empty.
              NOLINTNEXTLINE(clang-analyzer-core.NonNullParamChecker) */
           (!one.length || !strncasecmp(one.bytes, other.bytes, one.length));
}

static inline bool slice_is_word(struct slice slice, const char *word)
{
    return slice_same_word(slice, slice_of(word));
}

/* Whether WORDS stand at AT; slice_has_word() takes capitals for small
 * letters. */
static inline bool slice_has(struct slice slice, size_t at, const char *words)
{
    size_t length = strlen(words);

    return at <= slice.length && slice.length - at >= length &&
           !memcmp(slice.bytes + at, words, length);
}

static inline bool slice_has_word(struct slice slice, size_t at,
                                  const char *word)
{
    return slice_is_word(slice_part(slice, at, at + strlen(word)), word);
}

static inline bool slice_begins(struct slice slice, const char *words)
{
    return slice_has(slice, 0, words);
}

static inline bool slice_ends(struct slice slice, const char *words)
{
    size_t length = strlen(words);

    return slice.length >= length &&
           slice_has(slice, slice.length - length, words);
}

/* The first place at or after AT of a byte that is not one of SET; the end if
 * there is none. */
static inline size_t slice_skip(struct slice slice, size_t at, const char *set)
{
    while (at < slice.length && byte_is_in(slice.bytes[at], set))
        at++;
    return at;
}

static inline size_t slice_skip_blanks(struct slice slice, size_t at)
{
    while (at < slice.length && byte_is_blank(slice.bytes[at]))
        at++;
    return at;
}

static inline size_t slice_skip_digits(struct slice slice, size_t at)
{
    while (at < slice.length && byte_is_digit(slice.bytes[at]))
        at++;
    return at;
}

/* The first place at or after AT of a byte of SET; the end if there is none. */
static inline size_t slice_find(struct slice slice, size_t at, const char *set)
{
    while (at < slice.length && !byte_is_in(slice.bytes[at], set))
        at++;
    return at;
}

/* Where the line of AT ends, without its line end. */
static inline size_t slice_line_end(struct slice slice, size_t at)
{
    while (at < slice.length && !byte_is_line_end(slice.bytes[at]))
        at++;
    return at;
}

/* SPAN of SLICE without the bytes of SET at either end. */
static inline struct span slice_trim_span(struct slice slice, struct span span,
                                          const char *set)
{
    while (span.start < span.end && byte_is_in(slice.bytes[span.start], set))
        span.start++;
    while (span.end > span.start && byte_is_in(slice.bytes[span.end - 1], set))
        span.end--;
    return span;
}

/* The same for all of SLICE, and for its end alone. */
static inline struct slice slice_trim(struct slice slice, const char *set)
{
    struct span span =
        slice_trim_span(slice, (struct span){0, slice.length}, set);

    return slice_part(slice, span.start, span.end);
}

static inline struct slice slice_trim_end(struct slice slice, const char *set)
{
    while (slice.length && byte_is_in(slice.bytes[slice.length - 1], set))
        slice.length--;
    return slice;
}

/* Nothing but blanks. */
static inline bool slice_is_blank(struct slice slice)
{
    return slice_skip_blanks(slice, 0) == slice.length;
}

/* The first LENGTH bytes of SLICE, or a few less, so that no character is cut
 * in half. */
static inline struct slice slice_cut(struct slice slice, size_t length)
{
    if (length >= slice.length)
        return slice;
    while (length && byte_continues(slice.bytes[length]))
        length--;
    return (struct slice){slice.bytes, length};
}

static inline size_t span_length(struct span span)
{
    return span.end - span.start;
}

/* SPAN, BY bytes further on. */
static inline struct span span_move(struct span span, size_t by)
{
    return (struct span){span.start + by, span.end + by};
}

/* Whether the spans share a byte, or an end. */
static inline bool span_meets(struct span one, struct span other)
{
    return one.start <= other.end && other.start <= one.end;
}

/* Whether OFFSET is in SPAN or at one of its ends. */
static inline bool span_touches(struct span span, size_t offset)
{
    return span.start <= offset && offset <= span.end;
}

#endif
