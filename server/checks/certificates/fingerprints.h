/*
 * fingerprints.h - which certificates of a list have been seen, and where.
 *
 * Twelve bytes a certificate and a third more for room, so that a list of a
 * million of them can be held.
 */
#ifndef CHECKS_FINGERPRINTS_H
#define CHECKS_FINGERPRINTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* {NULL, NULL, 0, 0} is empty. */
struct fingerprints {
    uint64_t *keys;             /* 0: nothing here */
    uint32_t *places;
    size_t count, room;
};

/*
 * Adds FINGERPRINT, seen at PLACE. False if it is there already; *FIRST then
 * gets its place.
 */
bool fingerprints_add(struct fingerprints *fingerprints, uint64_t fingerprint,
                      uint32_t place, uint32_t *first);
void fingerprints_free(struct fingerprints *fingerprints); /* leaves it empty */

#endif
