/* Going from one place of a document to another that means the same. */
#include "lsp_navigation.h"

#include "lsp_parts.h"

/* DocumentHighlightKind. */
#define HIGHLIGHT_READ 2
#define HIGHLIGHT_WRITE 3

bool lsp_read_declarations(const json_t *params)
{
    return !json_is_false(lsp_member(params, "context/includeDeclaration"));
}

json_t *lsp_write_location(struct lsp_string uri, struct lsp_range range)
{
    json_t *location = lsp_new_object_with("uri", lsp_new_string(uri));

    json_object_set_new(location, "range", lsp_new_range(range));
    return location;
}

json_t *lsp_write_highlight(struct lsp_range range, bool declares)
{
    json_t *highlight = lsp_new_object_with("range", lsp_new_range(range));

    json_object_set_new(
        highlight, "kind",
        json_integer(declares ? HIGHLIGHT_WRITE : HIGHLIGHT_READ));
    return highlight;
}
