/*
 * input.h - what a fuzzer hands in, read as what its target needs.
 *
 * Choices are taken from the end of the bytes, so that what is left at their
 * beginning is a text that people can read.
 */
#ifndef FUZZ_INPUT_H
#define FUZZ_INPUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "fold.h"
#include "memory.h"

/* libFuzzer calls it with each input; it returns 0. */
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

struct input {
    const uint8_t *bytes;       /* borrowed */
    size_t length;              /* what is left */
};

/* A number below BOUND, which is at least 1; 0 when nothing is left. */
size_t input_below(struct input *input, size_t bound);

/* Adds what is left to TEXT, with U+FFFD for what isn't UTF-8; TEXT has bytes
 * then even if it is empty. */
void input_text(const struct input *input, struct buffer *text);

struct slice input_slice(const struct buffer *text);

/* Ends the process, with WHAT and the text in which it didn't hold, unless it
 * HOLDS. */
void input_expect(bool holds, const char *what, const struct buffer *text);

#endif
