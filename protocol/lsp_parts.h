/*
 * lsp_parts.h - the pieces that messages are made of, for protocol/ alone.
 */
#ifndef PROTOCOL_LSP_PARTS_H
#define PROTOCOL_LSP_PARTS_H

#include <jansson.h>
#include <stdbool.h>

#include "lsp.h"

/* Sets *FAULT to SENTENCE, constant; false. */
bool lsp_refuse(const char **fault, const char *sentence);

/* The member at PATH, names with '/' between them; NULL if there is none. */
const json_t *lsp_member(const json_t *value, const char *path);

/* {NULL, 0} if VALUE is not a string. */
struct slice lsp_string_of(const json_t *value);

/* False if VALUE is not a whole number from 0; clamped to 31 bits. */
bool lsp_read_index(const json_t *value, size_t *index);

/* False if VALUE is not a position, or not a range. */
bool lsp_read_position(const json_t *value, struct position *position);
bool lsp_read_range(const json_t *value, struct range *range);

/* New; null if it is not known. */
json_t *lsp_new_version(struct lsp_version version);

/* All new; NULL for {NULL, 0}, which json_pack()'s "o*" leaves out. */
json_t *lsp_new_string(struct slice string);
json_t *lsp_new_position(struct position position);
json_t *lsp_new_range(struct range range);
/* MarkupContent: TEXT as Markdown, or plain. */
json_t *lsp_new_markup(struct slice text, bool markdown);

#endif
