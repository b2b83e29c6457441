/*
 * prose.h - words for people, as Markdown or as plain text.
 *
 * The same calls write either, so that an editor without Markdown is told the
 * same. Texts of the rule tables have no marks and go in as they are; what
 * comes from a report goes through prose_code().
 */
#ifndef FEATURES_PROSE_H
#define FEATURES_PROSE_H

#include <stdbool.h>

#include "slice.h"
#include "memory.h"

/* {MARKDOWN, {NULL, 0, 0}} is empty; the words are for buffer_free(). */
struct prose {
    bool markdown;
    struct buffer words;
};

/* Begins a paragraph with NAME, in strong text, and REMARK ("" for none). */
void prose_title(struct prose *prose, const char *name, const char *remark);
/* A paragraph of its own. TEXT may have lines that begin "- ". */
void prose_paragraph(struct prose *prose, const char *text);
/* Goes on with the paragraph, after a blank; nothing if TEXT is "". */
void prose_more(struct prose *prose, const char *text);
/* A list item "NAME: TEXT"; the first of a list begins one. */
void prose_item(struct prose *prose, bool first, const char *name,
                const char *text);
/* A list item that is TEXT, as it was typed. */
void prose_quote(struct prose *prose, bool first, struct slice text);
/* TEXT, one line, as it was typed or is to be typed. */
void prose_code(struct prose *prose, struct slice text);
/* A link to URL, or to its part ANCHOR unless that is "". */
void prose_link(struct prose *prose, const char *words, const char *url,
                const char *anchor);
/* Parts what follows from what stands there, if anything does. */
void prose_break(struct prose *prose);

#endif
