/*
 * fresh.h - blocks that edits have made, beside those of a fresh parse.
 */
#ifndef PROPERTY_FRESH_H
#define PROPERTY_FRESH_H

#include <stdbool.h>

#include "blocks.h"

/* Whether BLOCKS are what a parse of all of TEXT gives, node for node. */
bool fresh_are(struct text *text, const struct blocks *blocks);

/* Whether BLOCKS are, node for node, those of FRESH, just parsed. */
bool fresh_are_those(const struct blocks *fresh, const struct blocks *blocks);

#endif
