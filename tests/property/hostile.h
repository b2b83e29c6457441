/*
 * hostile.h - texts made to hold up a Markdown parser.
 */
#ifndef PROPERTY_HOSTILE_H
#define PROPERTY_HOSTILE_H

#include <stddef.h>

#include "memory.h"

/* HEAD and then BODY, each so many times; each BODY is indented by INDENT more
 * blanks than the one before it. */
struct hostile {
    const char *name;
    const char *head;
    size_t head_times;
    const char *body;
    size_t times;
    size_t indent;
};

extern const struct hostile hostiles[];
extern const size_t hostile_count;

void hostile_text(const struct hostile *hostile, struct buffer *text);

#endif
