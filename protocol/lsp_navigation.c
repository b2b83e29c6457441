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

bool lsp_read_rename(const json_t *params, struct lsp_rename *rename,
                     const char **fault)
{
    rename->name = lsp_string_of(json_object_get(params, "newName"));
    return lsp_read_place(params, &rename->place, fault) &&
           (rename->name.bytes ||
            lsp_refuse(fault, "newName must be a string"));
}

/* Only a client that asks first may be told that it can. */
json_t *lsp_new_rename_options(unsigned announced)
{
    return announced & LSP_PREPARE_RENAME
               ? lsp_new_object_with("prepareProvider", json_true())
               : json_true();
}

json_t *lsp_write_renamable(struct lsp_range range, struct lsp_string words)
{
    json_t *renamable = lsp_new_object_with("range", lsp_new_range(range));

    json_object_set_new(renamable, "placeholder", lsp_new_string(words));
    return renamable;
}

json_t *lsp_write_rename(const struct lsp_file_edit *file,
                         const struct lsp_client *client)
{
    return lsp_new_workspace_edit(file, client);
}
