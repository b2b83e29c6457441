/*
 * html_cost.h - whether a text can be rendered without anybody waiting for it.
 */
#ifndef MARKDOWN_HTML_COST_H
#define MARKDOWN_HTML_COST_H

#include <stdbool.h>
#include <stddef.h>

#include "slice.h"

/* About how many nanoseconds a rendering of MARKDOWN can take beside those
 * that grow with its length alone. */
size_t html_cost(struct slice markdown);

/* True if MARKDOWN is no longer than HTML_TEXT_MOST and its cost is one that
 * an editor doesn't feel. */
bool html_is_cheap(struct slice markdown);

#endif
