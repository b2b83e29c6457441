/*
 * search.h - places in what is sorted.
 */
#ifndef BASE_SEARCH_H
#define BASE_SEARCH_H

#include <stdbool.h>
#include <stddef.h>

/*
 * The index of the first of COUNT items that is not before KEY; COUNT if all
 * are. IS_BEFORE tells that of the item at an index of ITEMS; once it is false,
 * it is false for all items after that one.
 */
static inline size_t search_first(const void *items, size_t count, size_t key,
                                  bool (*is_before)(const void *items,
                                                    size_t index, size_t key))
{
    size_t low = 0;
    size_t high = count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (is_before(items, middle, key))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

#endif
