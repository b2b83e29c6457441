/* What a client can show: completion, symbols, folds, links, hovers. */
#include <string.h>

#include "promises_parts.h"

/* Without a word from the client only the first kinds are known to it. */
#define SYMBOL_KINDS 18
#define COMPLETION_KINDS 18
#define SNIPPET 2               /* InsertTextFormat */

#define ITEM "textDocument/completion/completionItem/"

static bool allows_text(struct look *look, const json_t *item,
                        const char *text)
{
    bool snippet = json_integer_value(
                       json_object_get(item, "insertTextFormat")) == SNIPPET;

    if (snippet && !promises_can(look, ITEM "snippetSupport"))
        return promises_refuse(look, "a snippet", text);
    if (!snippet && strstr(text, "${"))
        return promises_refuse(look, "a snippet's syntax", text);
    /* Of a list of choices most editors insert none. */
    return !strstr(text, "${1|") || promises_refuse(look, "choices", text);
}

static bool allows_edit(struct look *look, const json_t *item)
{
    const json_t *edit = json_object_get(item, "textEdit");
    const char *text =
        json_string_value(json_object_get(edit ? edit : item,
                                          edit ? "newText" : "insertText"));

    if (json_object_get(edit, "insert") &&
        !promises_can(look, ITEM "insertReplaceSupport"))
        return promises_refuse(look, "insert and replace", "textEdit");
    return !text || allows_text(look, item, text);
}

static bool allows_documentation(struct look *look, const json_t *item)
{
    const json_t *kind = promises_member(item, "documentation/kind");
    const char *name = json_string_value(kind);
    bool said = json_is_array(promises_member(
        look->capabilities, ITEM "documentationFormat"));

    if (!name || (!said && !strcmp(name, "plaintext")))
        return true;
    return promises_list(look, ITEM "documentationFormat", kind) ||
           promises_refuse(look, "documentation in", name);
}

static bool completion(struct look *look, const json_t *item)
{
    const json_t *mode = json_object_get(item, "insertTextMode");

    if (mode &&
        !promises_list(look, ITEM "insertTextModeSupport/valueSet", mode))
        return promises_refuse(look, "an item with", "insertTextMode");
    return promises_kind(look, "textDocument/completion/completionItemKind/"
                               "valueSet",
                         json_object_get(item, "kind"), COMPLETION_KINDS) &&
           promises_only_if(look, item, "labelDetails",
                            promises_can(look, ITEM "labelDetailsSupport")) &&
           promises_only_if(look, item, "deprecated",
                            promises_can(look, ITEM "deprecatedSupport")) &&
           promises_only_if(look, item, "preselect",
                            promises_can(look, ITEM "preselectSupport")) &&
           promises_only_if(look, item, "tags",
                            promises_member(look->capabilities,
                                            ITEM "tagSupport")) &&
           promises_only_if(look, item, "commitCharacters",
                            promises_can(look,
                                         ITEM "commitCharactersSupport")) &&
           allows_documentation(look, item) && allows_edit(look, item);
}

bool promises_completions(struct look *look, const json_t *value)
{
    const json_t *items = json_object_get(value, "items");

    return promises_only_if(look, value, "itemDefaults",
                            promises_member(look->capabilities,
                                            "textDocument/completion/"
                                            "completionList/itemDefaults")) &&
           promises_each(look, items ? items : value, completion);
}

#define SYMBOLS "textDocument/documentSymbol/"

bool promises_symbol(struct look *look, const json_t *value)
{
    bool nests =
        promises_can(look, SYMBOLS "hierarchicalDocumentSymbolSupport");

    return promises_only_if(look, value, "selectionRange", nests) &&
           promises_only_if(look, value, "children", nests) &&
           promises_only_if(look, value, "tags",
                            promises_member(look->capabilities,
                                            SYMBOLS "tagSupport")) &&
           promises_kind(look, SYMBOLS "symbolKind/valueSet",
                         json_object_get(value, "kind"), SYMBOL_KINDS) &&
           promises_each(look, json_object_get(value, "children"),
                         promises_symbol);
}

bool promises_workspace_symbol(struct look *look, const json_t *value)
{
    bool resolves = promises_member(look->capabilities,
                                    "workspace/symbol/resolveSupport") != NULL;

    if (!promises_member(value, "location/range") && !resolves)
        return promises_refuse(look, "a symbol without its", "range");
    return promises_kind(look, "workspace/symbol/symbolKind/valueSet",
                         json_object_get(value, "kind"), SYMBOL_KINDS);
}

#define FOLDING "textDocument/foldingRange/"

bool promises_fold(struct look *look, const json_t *value)
{
    bool lines = promises_can(look, FOLDING "lineFoldingOnly");
    const json_t *kind = json_object_get(value, "kind");

    if (kind && !promises_list(look, FOLDING "foldingRangeKind/valueSet",
                               kind))
        return promises_refuse(look, "a fold of the", "kind");
    return promises_only_if(look, value, "startCharacter", !lines) &&
           promises_only_if(look, value, "endCharacter", !lines) &&
           promises_only_if(look, value, "collapsedText",
                            promises_can(look, FOLDING "foldingRange/"
                                                       "collapsedText"));
}

bool promises_link(struct look *look, const json_t *value)
{
    return promises_only_if(look, value, "tooltip",
                            promises_can(look, "textDocument/documentLink/"
                                               "tooltipSupport"));
}

bool promises_hover(struct look *look, const json_t *value)
{
    static const char path[] = "textDocument/hover/contentFormat";
    const json_t *kind = promises_member(value, "contents/kind");
    const char *name = json_string_value(kind);

    if (!name || (!promises_member(look->capabilities, path) &&
                  !strcmp(name, "plaintext")))
        return true;
    return promises_list(look, path, kind) ||
           promises_refuse(look, "a hover in", name);
}
