/*
 * place.h - places in a text as the server counts them, and as the client does.
 */
#ifndef SESSION_PLACE_H
#define SESSION_PLACE_H

#include "lsp.h"
#include "text.h"

/* Total, as text.h says; a range that ends before it starts is turned round. */
struct span place_span(struct text *text, struct lsp_range range,
                       enum lsp_encoding encoding);
size_t place_offset(struct text *text, struct lsp_position position,
                    enum lsp_encoding encoding);
struct lsp_range place_range(struct text *text, struct span span,
                             enum lsp_encoding encoding);

#endif
