/* Tells what stands out of the template's order: sections, fields. */
#include "check.h"

#include "memory.h"

/* LONGEST[i] becomes the length of the longest rising run of PLACES that
 * begins with place i, not counting what lies between. */
static void find_longest(const size_t *places, size_t count, size_t *longest)
{
    for (size_t index = count; index-- > 0;) {
        longest[index] = 1;
        for (size_t later = index + 1; later < count; later++) {
            if (places[later] > places[index] &&
                longest[later] + 1 > longest[index])
                longest[index] = longest[later] + 1;
        }
    }
}

/* The longest rising run from FIRST on whose places are above FLOOR - 1. */
static size_t best_from(const size_t *places, const size_t *longest,
                        size_t first, size_t count, size_t floor)
{
    size_t best = 0;

    for (size_t index = first; index < count; index++) {
        if (places[index] >= floor && longest[index] > best)
            best = longest[index];
    }
    return best;
}

size_t check_out_of_order(const size_t *places, size_t count)
{
    size_t *longest = memory_new(count * sizeof *longest);
    size_t floor = 0;
    size_t wanted;
    size_t index;

    find_longest(places, count, longest);
    wanted = best_from(places, longest, 0, count, 0);
    if (wanted == count)
        index = count;
    else {
        for (index = 0; index < count; index++) {
            if (best_from(places, longest, index + 1, count, floor) == wanted)
                break;      /* as many stay in place without this one */
            floor = places[index] + 1;
            wanted--;
        }
    }
    memory_free(longest);
    return index;
}
