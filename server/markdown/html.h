/*
 * html.h - the HTML that cmark-gfm makes of a text.
 *
 * This is the one place where cmark's inline parser runs. Parts of cmark take
 * time that grows with the square of what it reads, or more; a text for which
 * that would be felt is refused. No report comes near.
 */
#ifndef MARKDOWN_HTML_H
#define MARKDOWN_HTML_H

#include <stdbool.h>

#include "slice.h"
#include "memory.h"

/* No text is rendered that is longer, in bytes. */
#define HTML_TEXT_MOST ((size_t)256 * 1024)

enum html_form {
    HTML_PLAIN,     /* as cmark-gfm prints it */
    HTML_NUMBERED   /* blocks have a data-line, the line they begin on (from
                       0), where no block around them has the same */
};

/*
 * Adds to HTML what cmark-gfm makes of MARKDOWN, valid UTF-8, with every line
 * end a line break and the extensions autolink, tagfilter, table and
 * strikethrough. Raw HTML and dangerous addresses are left out. False, and
 * nothing added, if MARKDOWN is refused.
 */
bool html_add(struct buffer *html, struct slice markdown, enum html_form form);

#endif
