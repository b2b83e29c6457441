/*
 * formatting_parts.h - what is formatted, one function each, for formatting.c.
 */
#ifndef FEATURES_FORMATTING_PARTS_H
#define FEATURES_FORMATTING_PARTS_H

#include <stdbool.h>

#include "formatting.h"
#include "whole.h"

/* A text that is being formatted, borrowed, and its blocks. */
struct formatted {
    const struct text *text;
    struct wholes wholes;
};

/* True if there are more edits than an editor makes in a moment. */
bool formatting_is_too_much(const struct formatting *formatting);

/* Adds an edit, unless there are too many; TEXT is copied. */
void formatting_add(struct formatting *formatting, struct span span,
                    struct slice text);

/* Each adds the edits for one top-level block of the text. */
void format_tables(struct formatting *formatting, const struct text *text,
                   const struct block *block);
void format_bullets(struct formatting *formatting,
                    const struct formatted *formatted, size_t index);
void format_blank_lines(struct formatting *formatting,
                        const struct formatted *formatted, size_t index);

#endif
