/*
 * soup.h - Markdown made at random, to try the block parser on.
 *
 * The same seed makes the same text. Seeds are advanced by what they make.
 */
#ifndef PROPERTY_SOUP_H
#define PROPERTY_SOUP_H

#include <stddef.h>
#include <stdint.h>

#include "memory.h"

/* A number below BOUND, which is at least 1. */
size_t soup_below(uint64_t *seed, size_t bound);

/* A piece of a line: a construct of CommonMark or of tables, or a mark. */
void soup_piece(uint64_t *seed, struct buffer *text);
/* A line with marks of containers before it and any of three line ends. */
void soup_line(uint64_t *seed, struct buffer *text);
/* LINES such lines, mostly with one kind of line end. */
void soup_lines(uint64_t *seed, struct buffer *text, size_t lines);
/* Something like an incident report, of that many sections. */
void soup_report(uint64_t *seed, struct buffer *text, size_t sections);

#endif
