/*
 * lsp_parts.h - the pieces that messages are made of, for protocol/ alone.
 */
#ifndef PROTOCOL_LSP_PARTS_H
#define PROTOCOL_LSP_PARTS_H

#include "lsp.h"

/* Sets *FAULT to SENTENCE, constant; false. */
bool lsp_refuse(const char **fault, const char *sentence);

/* The member at PATH, names with '/' between them; NULL if there is none. */
const json_t *lsp_member(const json_t *value, const char *path);

/* Empty, {NULL, 0}, for what isn't a string. */
struct lsp_string lsp_string_of(const json_t *value);

/* False if VALUE is no position, or no range. */
bool lsp_read_position(const json_t *value, struct lsp_position *position);
bool lsp_read_range(const json_t *value, struct lsp_range *range);

/* All new; VALUE is given up. */
json_t *lsp_new_string(struct lsp_string string);
json_t *lsp_new_position(struct lsp_position position);
json_t *lsp_new_range(struct lsp_range range);
json_t *lsp_new_array_of(json_t *item);
json_t *lsp_new_object_with(const char *name, json_t *value);

/* A WorkspaceEdit, as CLIENT can take it; new. */
json_t *lsp_new_workspace_edit(const struct lsp_file_edit *file,
                               const struct lsp_client *client);

/* What is announced about code actions, completion and commands, new. */
json_t *lsp_new_code_action_options(void);
json_t *lsp_new_completion_options(void);
json_t *lsp_new_command_options(void);
/* About renaming, for what is ANNOUNCED (bits of enum lsp_capability). */
json_t *lsp_new_rename_options(unsigned announced);
/* Announces what an editor shows beside the text; ANNOUNCED has bits of enum
 * lsp_capability. */
void lsp_add_views(json_t *capabilities, unsigned announced);

#endif
