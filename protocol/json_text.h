/*
 * json_text.h - writes a value of JSON as text.
 *
 * What json_dumps() writes, JSON_COMPACT. That one takes a name for each object
 * and looks it up in a table, to find values that hold themselves; half of the
 * time that a long answer takes is spent so.
 */
#ifndef PROTOCOL_JSON_TEXT_H
#define PROTOCOL_JSON_TEXT_H

#include <jansson.h>

#include "memory.h"

/* Adds VALUE, which must not hold itself, to TEXT. */
void json_text_add(struct buffer *text, const json_t *value);

#endif
