/*
 * offers.h - what the server offers to write, in the client's terms.
 */
#ifndef SESSION_OFFERS_H
#define SESSION_OFFERS_H

#include "template.h"
#include "workspace.h"

/* A new list of what may stand at OFFSET of DOCUMENT. */
json_t *offers_completions(struct workspace *workspace,
                           struct document *document, size_t offset);
/* The same while the client shows such a list and more is typed. */
json_t *offers_more_completions(struct workspace *workspace,
                                struct document *document, size_t offset);

/* New arrays of the edits that format DOCUMENT, or SPAN of it. */
json_t *offers_formatting(struct workspace *workspace,
                           struct document *document);
json_t *offers_range_formatting(struct workspace *workspace,
                                 struct document *document,
                                 struct span span);

/* A new array of the templates that a document may begin with. */
json_t *offers_templates(struct workspace *workspace);

/* Adds to ARRAY the code actions that begin DOCUMENT, if it is blank. */
void offers_actions(const struct workspace *workspace,
                     const struct document *document, json_t *array);

/*
 * Asks the client, which must be one that applies edits, to insert the
 * template called KEYWORD at OFFSET. NULL, or why that is not possible: a
 * constant sentence.
 */
const char *offers_insert(struct workspace *workspace,
                           const struct document *document, size_t offset,
                           struct slice keyword);

/* What goes into templates for DOCUMENT and is not in the tables; borrowed from
 * it. */
struct template_facts offers_facts(const struct workspace *workspace,
                                   const struct document *document);

/* Asks the client, which must be one that applies edits, to make the COUNT
 * EDITS; it shows LABEL. */
void offers_ask_to_edit(struct workspace *workspace,
                        const struct document *document, const char *label,
                        const struct edit *edits, size_t count);

/*
 * Asks the client to remove from DOCUMENT what makes it a draft. False if
 * nothing does, or if the client cannot be asked.
 */
bool offers_end_of_draft(struct workspace *workspace,
                         struct document *document);

#endif
