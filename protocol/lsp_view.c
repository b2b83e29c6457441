/*
 * lsp_view.c - what an editor shows of a document beside its text, out of JSON
 * and into it.
 */
#include "lsp_view.h"

#include "lsp_parts.h"

/* DocumentHighlightKind. */
#define HIGHLIGHT_READ 2
#define HIGHLIGHT_WRITE 3

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
    struct position position;

    if (!lsp_read_document(params, &selection->uri, fault))
        return false;
    selection->positions = positions;
    selection->count = json_array_size(positions);
    if (!json_is_array(positions))
        return lsp_refuse(fault, "positions must be an array");
    for (size_t i = 0; i < selection->count; i++) {
        if (!lsp_read_position(json_array_get(positions, i), &position))
            return lsp_refuse(fault, "positions[] must have a line and a "
                                     "character, whole numbers from 0");
    }
    return true;
}

struct position
lsp_read_selection_position(const struct lsp_selection_params *selection,
                            size_t index)
{
    struct position position = {0, 0};

    lsp_read_position(json_array_get(selection->positions, index), &position);
    return position;
}

bool lsp_read_query(const json_t *params, struct slice *query,
                    const char **fault)
{
    *query = lsp_string_of(json_object_get(params, "query"));
    return query->bytes || lsp_refuse(fault, "query must be a string");
}

json_t *lsp_write_hover(struct range range, struct slice words, bool markdown)
{
    return json_pack("{s:o, s:o}", "contents", lsp_new_markup(words, markdown),
                     "range", lsp_new_range(range));
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
    return json_pack("{s:s, s:s*, s:i, s:o, s:o}", "name", symbol->name,
                     "detail", *symbol->detail ? symbol->detail : NULL, "kind",
                     (int)symbol->kind, "range", lsp_new_range(symbol->range),
                     "selectionRange", lsp_new_range(symbol->heading));
}

void lsp_add_symbol(json_t *symbol, json_t *child)
{
    json_t *children = json_object_get(symbol, "children");

    if (children)
        json_array_append_new(children, child);
    else
        json_object_set_new(symbol, "children", json_pack("[o]", child));
}

json_t *lsp_write_flat_symbol(const struct lsp_symbol *symbol,
                              struct slice uri, const char *container)
{
    return json_pack("{s:s, s:i, s:o, s:s*}", "name", symbol->name, "kind",
                     (int)symbol->kind, "location",
                     lsp_write_location(uri, symbol->range), "containerName",
                     container);
}

json_t *lsp_write_fold(size_t first, size_t last)
{
    return json_pack("{s:I, s:I}", "startLine", (json_int_t)first, "endLine",
                     (json_int_t)last);
}

json_t *lsp_write_selection(struct range range, json_t *parent)
{
    return json_pack("{s:o, s:o*}", "range", lsp_new_range(range), "parent",
                     parent);
}

json_t *lsp_write_link(struct range range, const char *target,
                       const char *tooltip)
{
    return json_pack("{s:o, s:s, s:s*}", "range", lsp_new_range(range),
                     "target", target, "tooltip", tooltip);
}

json_t *lsp_write_lens(struct range range, const char *words,
                       const char *command, json_t *arguments)
{
    return json_pack("{s:o, s:{s:s, s:s, s:o*}}", "range",
                     lsp_new_range(range), "command", "title", words,
                     "command", command ? command : "", "arguments",
                     arguments);
}

json_t *lsp_write_show(struct slice uri, struct position position)
{
    return json_pack("{s:o, s:b, s:o}", "uri", lsp_new_string(uri),
                     "takeFocus", true, "selection",
                     lsp_new_range((struct range){position, position}));
}

json_t *lsp_write_hint(struct position position, const char *words)
{
    return json_pack("{s:o, s:s, s:b}", "position", lsp_new_position(position),
                     "label", words, "paddingLeft", true);
}

json_t *lsp_write_preview(struct slice html, struct lsp_version version)
{
    return json_pack("{s:o*, s:o}", "html", lsp_new_string(html), "version",
                     lsp_new_version(version));
}

bool lsp_read_declarations(const json_t *params)
{
    return !json_is_false(lsp_member(params, "context/includeDeclaration"));
}

json_t *lsp_write_location(struct slice uri, struct range range)
{
    return json_pack("{s:o, s:o}", "uri", lsp_new_string(uri), "range",
                     lsp_new_range(range));
}

json_t *lsp_write_highlight(struct range range, bool declares)
{
    return json_pack("{s:o, s:i}", "range", lsp_new_range(range), "kind",
                     declares ? HIGHLIGHT_WRITE : HIGHLIGHT_READ);
}
