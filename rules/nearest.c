/*
 * nearest.c - the word that somebody probably meant.
 */
#include <string.h>

#include "rules.h"

/* Labels are shorter; of longer words nothing is near. */
#define LONGEST 128

/* The last three rows of the table of distances, one column a byte. */
struct rows {
    size_t before[LONGEST + 1];
    size_t above[LONGEST + 1];
    size_t current[LONGEST + 1];
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

/* How many edits make OTHER of ONE; both are at most LONGEST bytes. */
static size_t distance(const char *one, const char *other)
{
    struct rows rows;
    size_t height = strlen(one);
    size_t width = strlen(other);

    for (size_t column = 0; column <= width; column++)
        rows.current[column] = column;
    for (size_t row = 1; row <= height; row++) {
        memcpy(rows.before, rows.above, sizeof rows.before);
        memcpy(rows.above, rows.current, sizeof rows.above);
        rows.current[0] = row;
        for (size_t column = 1; column <= width; column++)
            rows.current[column] = cell(&rows, one, other, row, column);
    }
    return rows.current[width];
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
        edits = distance(folded, *words);
        if (edits < fewest) {
            fewest = edits;
            nearest = *words;
        }
    }
    return nearest;
}
