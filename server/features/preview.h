/*
 * preview.h - a text as Bugzilla shows it once it has been posted.
 *
 * Bugzilla lets cmark-gfm make HTML of a comment, and then works on that HTML.
 * Readers see the same here: HTML that was typed is shown as text, images are
 * left out, and what Bugzilla takes for shorthand is a link. The rest is
 * cmark-gfm's, byte for byte.
 */
#ifndef FEATURES_PREVIEW_H
#define FEATURES_PREVIEW_H

#include "html.h"

/* Why preview_add() refused COMMENT; no capital, no full stop. */
const char *preview_refusal(struct slice comment);

/*
 * Adds to HTML what Bugzilla makes of COMMENT, valid UTF-8: the inside of a
 * page's body. In the form HTML_NUMBERED, lines are those of COMMENT. False,
 * and nothing added, if COMMENT is longer than HTML_TEXT_MOST or so intricate
 * that rendering it would take too long.
 */
bool preview_add(struct buffer *html, struct slice comment,
                 enum html_form form);

#endif
