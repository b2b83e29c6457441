/*
 * formatting.h - tables aligned, bullets and blank lines as in the templates.
 *
 * Nothing else is touched, and nothing that a reader sees is changed: what
 * would come out is parsed, and if its blocks or cells were others, there are
 * no edits; nor if there were more than twenty thousand. Formatting what has
 * been formatted makes no edits either.
 */
#ifndef FEATURES_FORMATTING_H
#define FEATURES_FORMATTING_H

#include <stddef.h>

#include "blocks.h"
#include "finding.h"
#include "text.h"

/* In order and apart; their texts have LF. {NULL, 0, 0} is empty. */
struct formatting {
    struct edit *edits;
    size_t count, room;
};

/* Fills FORMATTING with the edits that touch SPAN of TEXT. */
void formatting_read(struct formatting *formatting, const struct text *text,
                     const struct blocks *blocks, struct span span);
void formatting_free(struct formatting *formatting);    /* leaves it empty */

#endif
