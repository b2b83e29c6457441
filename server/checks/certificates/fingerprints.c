/* A set of 64-bit numbers: open addressing, the next free slot taken. */
#include "fingerprints.h"

#include "memory.h"

#define ROOM_FIRST 64

/* Any part of a fingerprint is as good as random; the upper half, scaled to
 * the room, needs no division and no power of two. */
static size_t slot_of(const struct fingerprints *fingerprints, uint64_t key)
{
    size_t slot = (size_t)(((key >> 32) * fingerprints->room) >> 32);

    while (fingerprints->keys[slot] && fingerprints->keys[slot] != key)
        slot = slot + 1 == fingerprints->room ? 0 : slot + 1;
    return slot;
}

static void grow(struct fingerprints *fingerprints)
{
    struct fingerprints old = *fingerprints;
    size_t room = old.room ? old.room + old.room / 2 : ROOM_FIRST;

    fingerprints->room = room;
    fingerprints->keys = memory_new_zeroed(room, sizeof *old.keys);
    fingerprints->places = memory_new(room * sizeof *old.places);
    for (size_t slot = 0; slot < old.room; slot++) {
        size_t to;

        if (!old.keys[slot])
            continue;
        to = slot_of(fingerprints, old.keys[slot]);
        fingerprints->keys[to] = old.keys[slot];
        fingerprints->places[to] = old.places[slot];
    }
    memory_free(old.keys);
    memory_free(old.places);
}

bool fingerprints_add(struct fingerprints *fingerprints, uint64_t fingerprint,
                      uint32_t place, uint32_t *first)
{
    uint64_t key = fingerprint ? fingerprint : 1;
    size_t slot;

    if (fingerprints->count >= fingerprints->room / 4 * 3)
        grow(fingerprints);
    slot = slot_of(fingerprints, key);
    if (fingerprints->keys[slot]) {
        *first = fingerprints->places[slot];
        return false;
    }
    fingerprints->keys[slot] = key;
    fingerprints->places[slot] = place;
    fingerprints->count++;
    return true;
}

void fingerprints_free(struct fingerprints *fingerprints)
{
    memory_free(fingerprints->keys);
    memory_free(fingerprints->places);
    *fingerprints = (struct fingerprints){NULL, NULL, 0, 0};
}
