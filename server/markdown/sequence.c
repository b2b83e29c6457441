/* The blocks of a text, in an array with a gap. */
#include "sequence.h"

#include <string.h>

#include "memory.h"
#include "search.h"

size_t sequence_count(const struct sequence *sequence)
{
    return sequence->gap + sequence->after;
}

/* What counts from one end of the text counts from the other afterwards. */
static struct record turned(const struct sequence *sequence,
                            struct record record)
{
    record.start = (uint32_t)(sequence->length - record.start);
    record.line = (uint32_t)(sequence->line_count - record.line);
    return record;
}

/* Where the record of that INDEX is kept. */
static const struct record *slot_of(const struct sequence *sequence,
                                    size_t index)
{
    if (index < sequence->gap)
        return &sequence->records[index];
    return &sequence->records[sequence->room - sequence_count(sequence) +
                              index];
}

/* The record of that INDEX, counted from the start of the text. */
static struct record record_at(const struct sequence *sequence, size_t index)
{
    struct record record = *slot_of(sequence, index);

    return index < sequence->gap ? record : turned(sequence, record);
}

static const struct node *nodes_of(const struct record *record)
{
    return record->node_count == 1 ? &record->nodes.one : record->nodes.all;
}

static void drop_nodes(const struct record *record)
{
    if (record->node_count > 1)
        memory_free(record->nodes.all);
}

struct block sequence_at(const struct sequence *sequence, size_t index)
{
    struct record record = record_at(sequence, index);
    struct record next = {.start = (uint32_t)sequence->length,
                          .line = (uint32_t)sequence->line_count};

    if (index + 1 < sequence_count(sequence))
        next = record_at(sequence, index + 1);
    return (struct block){
        .start = record.start,
        .line = record.line,
        .length = next.start - record.start,
        .line_count = next.line - record.line,
        .nodes = nodes_of(slot_of(sequence, index)),
        .node_count = record.node_count,
        .continues = record.continues,
        .identity = record.identity,
    };
}

static bool begins_before(const void *sequence, size_t index, size_t offset)
{
    return record_at(sequence, index).start < offset;
}

static bool is_above(const void *sequence, size_t index, size_t line)
{
    return record_at(sequence, index).line < line;
}

size_t sequence_find_offset(const struct sequence *sequence, size_t offset)
{
    size_t after = search_first(sequence, sequence_count(sequence), offset + 1,
                                begins_before);

    return after ? after - 1 : 0;
}

size_t sequence_find_line(const struct sequence *sequence, size_t line)
{
    size_t below =
        search_first(sequence, sequence_count(sequence), line + 1, is_above);

    return below ? below - 1 : 0;
}

void sequence_open(struct sequence *sequence, size_t index, size_t count)
{
    struct record *records = sequence->records;

    while (sequence->gap > index) {
        sequence->gap--;
        sequence->after++;
        records[sequence->room - sequence->after] =
            turned(sequence, records[sequence->gap]);
    }
    while (sequence->gap < index) {
        records[sequence->gap] = turned(
            sequence, records[sequence->room - sequence->after]);
        sequence->gap++;
        sequence->after--;
    }
    for (; count; count--, sequence->after--)
        drop_nodes(&records[sequence->room - sequence->after]);
}

static void make_room(struct sequence *sequence)
{
    size_t before = sequence->room;
    size_t wanted = sequence_count(sequence) + 1;

    if (wanted <= before)
        return;
    sequence->records = memory_grow(sequence->records, &sequence->room, wanted,
                                    sizeof *sequence->records);
    memmove(sequence->records + (sequence->room - sequence->after),
            sequence->records + (before - sequence->after),
            sequence->after * sizeof *sequence->records);
}

void sequence_add(struct sequence *sequence, struct record record)
{
    make_room(sequence);
    sequence->records[sequence->gap++] = record;
}

void sequence_free(struct sequence *sequence)
{
    sequence_open(sequence, 0, sequence_count(sequence));
    memory_free(sequence->records);
    *sequence = (struct sequence){.records = NULL};
}
