/*
 * ranges.h - ranges of a text as a client counts, taken at their word.
 */
#ifndef TESTS_RANGES_H
#define TESTS_RANGES_H

#include <jansson.h>
#include <stdbool.h>

#include "memory.h"

/* The bytes of RANGE in TEXT, by ENCODING ("utf-16"); NULL if it doesn't begin
 * and end at characters of its lines. memory_free() them. */
char *ranges_words(const char *text, const char *encoding,
                   const json_t *range);

/* True if all the ranges and positions anywhere in VALUE are such; else FAULT
 * has the first that isn't. */
bool ranges_hold(const char *text, const char *encoding, const json_t *value,
                 struct buffer *fault);

#endif
