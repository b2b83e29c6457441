/*
 * found.h - what is found in a text that is opened afresh.
 */
#ifndef FUZZ_FOUND_H
#define FUZZ_FOUND_H

#include "checks.h"
#include "finding.h"
#include "memory.h"

/* The day of all targets: 2026-11-01. */
#define FOUND_TODAY 20758

/* A text with its blocks and its findings. */
struct found {
    struct text *text;
    struct blocks *blocks;
    struct findings findings;
};

/* What all is checked with. */
struct check_options found_options(void);

/* Opens SOURCE; found_close() gives the memory back. */
void found_open(struct found *found, struct slice source);
void found_close(struct found *found);

/* Makes COUNT edits, which are sorted, of SOURCE. False if they can't be made
 * or don't leave UTF-8. */
bool found_edit(struct slice source, struct edit *edits, size_t count,
                struct buffer *result);

#endif
