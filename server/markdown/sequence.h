/*
 * sequence.h - the blocks of a text, in an array with a gap.
 *
 * Blocks before the gap count their start and line from the start of the text,
 * those after it from its end, so that an edit at the gap leaves them true.
 */
#ifndef MARKDOWN_SEQUENCE_H
#define MARKDOWN_SEQUENCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "blocks.h"

/* A single node, as that of a table's row, needs no memory of its own. */
struct record {
    uint32_t start, line;
    uint32_t node_count;
    bool continues;
    union {
        struct node one;            /* if there is only one */
        struct node *all;           /* else; owned by the sequence */
    } nodes;
    uint64_t identity;
};

/* All zeros is empty. LENGTH and LINE_COUNT are of the text and for the owner
 * to set, when all that an edit touched is out of the sequence. */
struct sequence {
    struct record *records;
    size_t room;
    size_t gap;                     /* blocks before the gap */
    size_t after;                  /* blocks after it, at the array's end */
    size_t length, line_count;
};

void sequence_free(struct sequence *sequence);      /* leaves it empty */

/* How many blocks there are. */
size_t sequence_count(const struct sequence *sequence);
/* The block of that INDEX, with places of the whole text. */
struct block sequence_at(const struct sequence *sequence, size_t index);
/* The last block that starts at or before OFFSET, or on or before LINE; the
 * sequence isn't empty. */
size_t sequence_find_offset(const struct sequence *sequence, size_t offset);
size_t sequence_find_line(const struct sequence *sequence, size_t line);

/* Moves the gap to INDEX and drops the COUNT blocks that are then after it. */
void sequence_open(struct sequence *sequence, size_t index, size_t count);
/* Puts a block at the gap, with places of the whole text; takes its nodes. */
void sequence_add(struct sequence *sequence, struct record record);

#endif
