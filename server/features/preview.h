/*
 * preview.h - a text as Bugzilla shows it once it has been posted.
 *
 * Bugzilla lets cmark-gfm make HTML of a comment, and then works on that HTML.
 * What this adds to it is what a reader sees: HTML that was typed, as the text
 * it was; no images; and links where Bugzilla finds shorthand. The rest is
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
