/*
 * nearest.c - the word that somebody probably meant.
 */
#include <string.h>

#include "rules.h"

/* Labels are shorter; of longer words nothing is near. */
#define LONGEST 128

/* The last three rows of the table of distances, one column a byte. */
struct rows {
    const size_t *before;
    const size_t *above;
    size_t *current;
};

static size_t least(size_t one, size_t other)
{
    return one < other ? one : other;
}

/* The cell of byte ROW of ONE and byte COLUMN of OTHER, both from 1. */
static size_t cell(const struct rows *rows, const char *one,
                   const char *other, size_t row, size_t column)
{
    size_t changed = one[row - 1] != other[column - 1];
    size_t edits = rows->above[column - 1] + changed;

    edits = least(edits, rows->above[column] + 1);
    edits = least(edits, rows->current[column - 1] + 1);
    if (row > 1 && column > 1 && one[row - 1] == other[column - 2] &&
        one[row - 2] == other[column - 1])
        edits = least(edits, rows->before[column - 2] + 1);
    return edits;
}

/*
 * How many edits make OTHER of ONE, if these are fewer than MOST; both are at
 * most LONGEST bytes. No row has a smaller distance than the least of the one
 * above it.
 */
static size_t distance(const char *one, const char *other, size_t most)
{
    size_t room[3][LONGEST + 1];
    size_t height = strlen(one);
    size_t width = strlen(other);
    size_t fewest = 0;

    for (size_t column = 0; column <= width; column++)
        room[0][column] = column;
    for (size_t row = 1; row <= height && fewest < most; row++) {
        struct rows rows = {room[(row + 1) % 3], room[(row + 2) % 3],
                            room[row % 3]};

        rows.current[0] = fewest = row;
        for (size_t column = 1; column <= width; column++) {
            rows.current[column] = cell(&rows, one, other, row, column);
            fewest = least(fewest, rows.current[column]);
        }
    }
    return fewest < most ? room[height % 3][width] : most;
}

/* One edit in four characters, three at most, is a slip; more makes another
 * word. */
static size_t edits_allowed(size_t length)
{
    if (length < 8)
        return 1;
    return length < 12 ? 2 : 3;
}

const char *rule_nearest(const char *folded, const char *const *words)
{
    size_t length = strlen(folded);
    size_t fewest = edits_allowed(length) + 1;
    const char *nearest = NULL;

    if (length == 0 || length > LONGEST)
        return NULL;
    for (; *words; words++) {
        size_t other = strlen(*words);
        size_t edits = other > length ? other - length : length - other;

        if (strcmp(*words, folded) == 0)
            return NULL;
        if (other > LONGEST || edits >= fewest)
            continue;       /* so many are needed for the length alone */
        edits = distance(folded, *words, fewest);
        if (edits < fewest) {
            fewest = edits;
            nearest = *words;
        }
    }
    return nearest;
}
