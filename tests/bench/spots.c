/* Finds places to type at. */
#include "spots.h"

#include <stdbool.h>
#include <string.h>

#include "memory.h"
#include "soup.h"

static void add(struct spots *spots, enum spot_kind kind,
                struct spot_line line)
{
    spots->lines[kind] =
        memory_grow(spots->lines[kind], &spots->rooms[kind],
                    spots->counts[kind] + 1, sizeof spots->lines[kind][0]);
    spots->lines[kind][spots->counts[kind]++] = line;
}

/* The kind of a line that is no code; ANYWHERE if it is of no other. */
static enum spot_kind kind_of(struct slice line)
{
    size_t indent = 0;

    while (indent < line.length && line.bytes[indent] == ' ')
        indent++;
    if (indent == line.length)
        return SPOT_ANYWHERE;
    switch (line.bytes[indent]) {
    case '|':
        return SPOT_ROW;
    case '-':
        return SPOT_ITEM;
    case '#':
        return SPOT_HEADING;
    default:
        return SPOT_ANYWHERE;
    }
}

static void sort_in(struct spots *spots, struct spot_line line, bool *code)
{
    struct slice words = {spots->text.bytes + line.start,
                          line.end - line.start};
    bool fence = words.length >= 3 && !memcmp(words.bytes, "```", 3);
    enum spot_kind kind = *code ? SPOT_CODE : kind_of(words);

    if (fence)
        *code = !*code;
    if (!words.length || fence)
        return;
    add(spots, SPOT_ANYWHERE, line);
    if (kind != SPOT_ANYWHERE)
        add(spots, kind, line);
}

void spots_find(struct spots *spots, struct slice text)
{
    struct spot_line line = {0, 0, 0};
    bool code = false;

    *spots = (struct spots){.text = text};
    for (; line.start < text.length; line.line++, line.start = line.end + 1) {
        const char *end = memchr(text.bytes + line.start, '\n',
                                 text.length - line.start);

        line.end = end ? (size_t)(end - text.bytes) : text.length;
        sort_in(spots, line, &code);
    }
}

void spots_free(struct spots *spots)
{
    for (size_t kind = 0; kind < SPOT_KINDS; kind++)
        memory_free(spots->lines[kind]);
}

/* How many code units the character has that begins with BYTE; 0 inside. */
static size_t units(char byte)
{
    unsigned char first = (unsigned char)byte;

    if (first >= 0x80 && first < 0xC0)
        return 0;
    return first >= 0xF0 ? 2 : 1;
}

struct spot spots_pick(const struct spots *spots, enum spot_kind kind,
                       uint64_t *seed)
{
    const struct spot_line *line =
        &spots->lines[kind][soup_below(seed, spots->counts[kind])];
    size_t end = line->start + soup_below(seed, line->end - line->start + 1);
    struct spot spot = {line->line, 0, line->start};

    while (spot.offset < end || !units(spots->text.bytes[spot.offset]))
        spot.character += units(spots->text.bytes[spot.offset++]);
    return spot;
}
