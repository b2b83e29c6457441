/*
 * edits.h - edits of a text: in order, apart, and applied to a copy.
 *
 * Edits are those of finding.h: offsets into the text as it was before any of
 * them, and LF for a line's end in what they put in.
 */
#ifndef CHECKS_EDITS_H
#define CHECKS_EDITS_H

#include <stdbool.h>
#include <stddef.h>

#include "finding.h"
#include "memory.h"

/*
 * Into the order of the text. Edits that begin and end alike keep the order
 * they had, which is the order of what they insert.
 */
void edits_sort(struct edit *edits, size_t count);

/*
 * True if EDITS, sorted, lie within a text of LENGTH bytes and none begins
 * before its predecessor has ended.
 */
bool edits_apart(const struct edit *edits, size_t count, size_t length);

/*
 * Adds to RESULT the bytes of TEXT with EDITS, sorted and apart, made; each
 * LF they insert becomes LINE_END.
 */
void edits_apply(struct slice text, const struct edit *edits, size_t count,
                 const char *line_end, struct buffer *result);

/* Adds TEXT to RESULT, each LF in it as LINE_END. */
void edits_add_text(struct buffer *result, const char *text,
                    const char *line_end);

/*
 * What ends most of the lines of TEXT, LF or CR LF; LF if there is only one
 * line, or as many of each. A lone CR if all end so; beside others CR LF: a LF
 * after a CR, or a CR before a LF, would end no other line. Constant.
 */
const char *edits_line_end(struct slice text);

#endif
