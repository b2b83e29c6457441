/*
 * occurrences.h - where else the same is mentioned, in the client's terms.
 */
#ifndef SESSION_OCCURRENCES_H
#define SESSION_OCCURRENCES_H

#include "workspace.h"

/* New arrays, empty where nothing at OFFSET names a contributing factor. */
json_t *occurrences_definitions(struct workspace *workspace,
                               struct document *document, size_t offset);
json_t *occurrences_references(struct workspace *workspace,
                              struct document *document, size_t offset);
/* Both of these. */
json_t *occurrences_mentions(struct workspace *workspace,
                            struct document *document, size_t offset);
json_t *occurrences_highlights(struct workspace *workspace,
                              struct document *document, size_t offset);

/* What could be renamed at OFFSET; NULL if nothing. */
json_t *occurrences_renamable(struct workspace *workspace,
                             struct document *document, size_t offset);
/*
 * The edit that renames what is at OFFSET to NAME, everywhere; it may change
 * nothing. NULL if that is not possible; *REFUSAL then is a constant sentence.
 */
json_t *occurrences_rename(struct workspace *workspace,
                          struct document *document, size_t offset,
                          struct slice name, const char **refusal);

#endif
