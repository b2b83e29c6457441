/*
 * inline_html.h - what begins with < in a paragraph.
 */
#ifndef REPORT_INLINE_HTML_H
#define REPORT_INLINE_HTML_H

#include <stdbool.h>
#include <stddef.h>

#include "text.h"

struct inline_tag {
    bool closing;
    struct span name;
    size_t end; /* after the > */
};

/* Reads the tag at AT of TEXT, with its attributes; false if there is none. */
bool inline_tag_read(struct slice text, size_t at, struct inline_tag *tag);

/* After the `<https://...>` at AT; 0 if there is none. */
size_t inline_autolink_end(struct slice text, size_t at);

/* Does a comment begin at AT, and after which byte does it end? 0 if it
 * doesn't end. */
bool inline_comment_begins(struct slice text, size_t at);
size_t inline_comment_end(struct slice text, size_t at);

#endif
