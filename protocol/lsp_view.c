/* What an editor shows of a document beside its text. */
#include "lsp_view.h"

#include "lsp_parts.h"

json_t *lsp_write_hover(struct lsp_range range, struct lsp_string words,
                        bool markdown)
{
    json_t *contents = lsp_new_object_with(
        "kind", json_string(markdown ? "markdown" : "plaintext"));
    json_t *hover = lsp_new_object_with("contents", contents);

    json_object_set_new(contents, "value", lsp_new_string(words));
    json_object_set_new(hover, "range", lsp_new_range(range));
    return hover;
}
