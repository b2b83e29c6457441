/* Takes places over the border between protocol and text. */
#include "place.h"

static enum encoding encoding_of(enum lsp_encoding encoding)
{
    switch (encoding) {
    case LSP_UTF8:
        return ENCODING_UTF8;
    case LSP_UTF32:
        return ENCODING_UTF32;
    default:
        return ENCODING_UTF16;
    }
}

size_t place_offset(struct text *text, struct lsp_position position,
                    enum lsp_encoding encoding)
{
    return text_offset(text,
                       (struct position){position.line, position.character},
                       encoding_of(encoding));
}

static struct lsp_position position_of(struct text *text, size_t offset,
                                       enum lsp_encoding encoding)
{
    struct position position =
        text_position(text, offset, encoding_of(encoding));

    return (struct lsp_position){position.line, position.character};
}

struct span place_span(struct text *text, struct lsp_range range,
                       enum lsp_encoding encoding)
{
    size_t start = place_offset(text, range.start, encoding);
    size_t end = place_offset(text, range.end, encoding);

    return start <= end ? (struct span){start, end}
                        : (struct span){end, start};
}

struct lsp_range place_range(struct text *text, struct span span,
                             enum lsp_encoding encoding)
{
    return (struct lsp_range){position_of(text, span.start, encoding),
                              position_of(text, span.end, encoding)};
}
