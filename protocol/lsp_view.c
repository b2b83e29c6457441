/* What an editor shows of a document beside its text. */
#include "lsp_view.h"

#include "lsp_parts.h"

static const struct {
    enum lsp_capability capability;
    const char *name;
    bool resolves; /* it takes options, even if only to say no */
} providers[] = {
    {LSP_HOVER, "hoverProvider", false},
    {LSP_SYMBOLS, "documentSymbolProvider", false},
    {LSP_WORKSPACE_SYMBOLS, "workspaceSymbolProvider", false},
    {LSP_FOLDING, "foldingRangeProvider", false},
    {LSP_SELECTION, "selectionRangeProvider", false},
    {LSP_LINKS, "documentLinkProvider", true},
    {LSP_LENSES, "codeLensProvider", true},
    {LSP_HINTS, "inlayHintProvider", false},
    {LSP_DEFINITION, "definitionProvider", false},
    {LSP_REFERENCES, "referencesProvider", false},
    {LSP_HIGHLIGHTS, "documentHighlightProvider", false},
};

void lsp_add_views(json_t *capabilities, unsigned announced)
{
    size_t i;

    for (i = 0; i < sizeof providers / sizeof providers[0]; i++) {
        if (announced & providers[i].capability)
            json_object_set_new(
                capabilities, providers[i].name,
                providers[i].resolves
                    ? lsp_new_object_with("resolveProvider", json_false())
                    : json_true());
    }
    if (announced & LSP_PREVIEW)
        json_object_set_new(
            capabilities, "experimental",
            lsp_new_object_with("incidentReportPreview", json_true()));
}

bool lsp_read_part(const json_t *params, struct lsp_part *part,
                   const char **fault)
{
    return lsp_read_document(params, &part->uri, fault) &&
           (lsp_read_range(json_object_get(params, "range"), &part->range) ||
            lsp_refuse(fault, "range must have a start and an end with line "
                              "and character, whole numbers from 0"));
}

bool lsp_read_selection(const json_t *params,
                        struct lsp_selection_params *selection,
                        const char **fault)
{
    const json_t *positions = json_object_get(params, "positions");
    struct lsp_position position;
    size_t i;

    if (!lsp_read_document(params, &selection->uri, fault))
        return false;
    selection->positions = positions;
    selection->count = json_array_size(positions);
    if (!json_is_array(positions))
        return lsp_refuse(fault, "positions must be an array");
    for (i = 0; i < selection->count; i++) {
        if (!lsp_read_position(json_array_get(positions, i), &position))
            return lsp_refuse(fault, "positions[] must have a line and a "
                                     "character, whole numbers from 0");
    }
    return true;
}

struct lsp_position
lsp_read_selection_position(const struct lsp_selection_params *selection,
                            size_t index)
{
    struct lsp_position position = {0, 0};

    lsp_read_position(json_array_get(selection->positions, index), &position);
    return position;
}

bool lsp_read_query(const json_t *params, struct lsp_string *query,
                    const char **fault)
{
    *query = lsp_string_of(json_object_get(params, "query"));
    return query->bytes || lsp_refuse(fault, "query must be a string");
}

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

enum lsp_symbol_kind lsp_symbol_kind_of(enum lsp_symbol_kind kind,
                                        unsigned known)
{
    if (known & 1u << kind)
        return kind;
    return kind == LSP_SYMBOL_EVENT ? LSP_SYMBOL_CONSTANT : LSP_SYMBOL_FIELD;
}

json_t *lsp_write_symbol(const struct lsp_symbol *symbol)
{
    json_t *value = lsp_new_object_with("name", json_string(symbol->name));

    if (*symbol->detail != '\0')
        json_object_set_new(value, "detail", json_string(symbol->detail));
    json_object_set_new(value, "kind", json_integer(symbol->kind));
    json_object_set_new(value, "range", lsp_new_range(symbol->range));
    json_object_set_new(value, "selectionRange",
                        lsp_new_range(symbol->heading));
    return value;
}

void lsp_add_symbol(json_t *symbol, json_t *child)
{
    json_t *children = json_object_get(symbol, "children");

    if (children)
        json_array_append_new(children, child);
    else
        json_object_set_new(symbol, "children", lsp_new_array_of(child));
}

json_t *lsp_write_flat_symbol(const struct lsp_symbol *symbol,
                              struct lsp_string uri, const char *container)
{
    json_t *value = lsp_new_object_with("name", json_string(symbol->name));
    json_t *location = lsp_new_object_with("uri", lsp_new_string(uri));

    json_object_set_new(location, "range", lsp_new_range(symbol->range));
    json_object_set_new(value, "kind", json_integer(symbol->kind));
    json_object_set_new(value, "location", location);
    if (container)
        json_object_set_new(value, "containerName", json_string(container));
    return value;
}

json_t *lsp_write_fold(size_t first, size_t last)
{
    json_t *fold =
        lsp_new_object_with("startLine", json_integer((json_int_t)first));

    json_object_set_new(fold, "endLine", json_integer((json_int_t)last));
    return fold;
}

json_t *lsp_write_selection(struct lsp_range range, json_t *parent)
{
    json_t *selection = lsp_new_object_with("range", lsp_new_range(range));

    if (parent)
        json_object_set_new(selection, "parent", parent);
    return selection;
}

json_t *lsp_write_link(struct lsp_range range, const char *target,
                       const char *tooltip)
{
    json_t *link = lsp_new_object_with("range", lsp_new_range(range));

    json_object_set_new(link, "target", json_string(target));
    if (tooltip)
        json_object_set_new(link, "tooltip", json_string(tooltip));
    return link;
}

json_t *lsp_write_lens(struct lsp_range range, const char *words)
{
    json_t *command = lsp_new_object_with("title", json_string(words));
    json_t *lens = lsp_new_object_with("range", lsp_new_range(range));

    json_object_set_new(command, "command", json_string(""));
    json_object_set_new(lens, "command", command);
    return lens;
}

json_t *lsp_write_hint(struct lsp_position position, const char *words)
{
    json_t *hint = lsp_new_object_with("position", lsp_new_position(position));

    json_object_set_new(hint, "label", json_string(words));
    json_object_set_new(hint, "paddingLeft", json_true());
    return hint;
}

json_t *lsp_write_preview(struct lsp_string html, long long version)
{
    json_t *preview = lsp_new_object_with("html", lsp_new_string(html));

    json_object_set_new(preview, "version", json_integer(version));
    return preview;
}
