/*
 * listing.h - all there is in findings, as text that can be compared.
 */
#ifndef PROPERTY_LISTING_H
#define PROPERTY_LISTING_H

#include <stdbool.h>

#include "finding.h"
#include "memory.h"

/*
 * Adds FINDINGS to LISTED, with their places, related places and fixes: the
 * same text for the same findings.
 */
void listing_add(struct buffer *listed, const struct findings *findings);

/* Whether all places of FINDINGS lie within a text of LENGTH bytes. */
bool listing_is_within(const struct findings *findings, size_t length);

#endif
