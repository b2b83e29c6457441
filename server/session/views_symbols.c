/*
 * views_symbols.c - shows the parts of reports: as an outline, and in a
 * search.
 */
#include <string.h>

#include "symbol_match.h"
#include "symbols.h"
#include "views.h"

/* No part of a report is deeper than this. */
#define DEPTH_MOST 8

/* No more are found at once; to find others, users type more. */
#define FOUND_MOST 1000

static const enum lsp_symbol_kind symbol_kinds[] = {
    [SYMBOL_REPORT] = LSP_SYMBOL_MODULE,
    [SYMBOL_SECTION] = LSP_SYMBOL_NAMESPACE,
    [SYMBOL_FACTOR] = LSP_SYMBOL_CLASS,
    [SYMBOL_FIELD] = LSP_SYMBOL_FIELD,
    [SYMBOL_ENTRY] = LSP_SYMBOL_EVENT,
    [SYMBOL_INCIDENT] = LSP_SYMBOL_KEY,
    [SYMBOL_ACTION] = LSP_SYMBOL_FUNCTION,
};

/* How the symbols of a document are to be written. */
struct outline {
    const struct document *document;
    enum encoding encoding;
    unsigned kinds;             /* that the client knows, bits by number */
};

static struct lsp_symbol lsp_symbol_of(const struct outline *outline,
                                       const struct symbol *symbol)
{
    struct text *text = outline->document->text;

    return (struct lsp_symbol){
        .name = symbol->name,
        .detail = symbol->detail,
        .kind = lsp_symbol_kind_of(symbol_kinds[symbol->kind], outline->kinds),
        .range = text_range(text, symbol->span, outline->encoding),
        .heading = text_range(text, symbol->heading, outline->encoding)};
}

static json_t *nested_symbols(const struct outline *outline,
                              const struct symbols *symbols)
{
    json_t *array = json_array();
    json_t *last[DEPTH_MOST] = {NULL};

    for (size_t index = 0; index < symbols->count; index++) {
        const struct symbol *symbol = &symbols->items[index];
        struct lsp_symbol shown = lsp_symbol_of(outline, symbol);
        json_t *value = lsp_write_symbol(&shown);

        last[symbol->depth] = value;
        if (symbol->depth)
            lsp_add_symbol(last[symbol->depth - 1], value);
        else
            json_array_append_new(array, value);
    }
    return array;
}

/* CONTAINER is NULL for none. */
static json_t *flat_symbol(const struct outline *outline,
                           const struct symbol *symbol, const char *container)
{
    struct lsp_symbol shown = lsp_symbol_of(outline, symbol);

    return lsp_write_flat_symbol(&shown, outline->document->uri, container);
}

static json_t *flat_symbols(const struct outline *outline,
                            const struct symbols *symbols)
{
    const char *names[DEPTH_MOST] = {NULL};
    json_t *array = json_array();

    for (size_t index = 0; index < symbols->count; index++) {
        const struct symbol *symbol = &symbols->items[index];

        names[symbol->depth] = symbol->name;
        json_array_append_new(
            array,
            flat_symbol(outline, symbol,
                        symbol->depth ? names[symbol->depth - 1] : NULL));
    }
    return array;
}

json_t *view_symbols(struct workspace *workspace, struct document *document)
{
    const struct lsp_client *client = &workspace->client.facts;
    const struct outline outline = {document, client->encoding,
                                    client->symbol_kinds};
    struct symbols symbols;
    json_t *array;

    if (document_is_off(document, FEATURE_SYMBOLS))
        return json_array();
    symbols_read(document_model(document), &symbols);
    array = client->nests_symbols ? nested_symbols(&outline, &symbols)
                                  : flat_symbols(&outline, &symbols);
    symbols_free(&symbols);
    return array;
}

/* What is being looked for, and what was found so far. */
struct search {
    const struct lsp_client *client;
    struct slice query;
    json_t *found[SYMBOL_MATCH_NONE];   /* arrays, by how well it matches */
};

/* Entries of a timeline are left out, as their names are times. */
static void search_in(struct search *search, struct document *document)
{
    const struct outline outline = {document, search->client->encoding,
                                    search->client->found_kinds};
    const char *names[DEPTH_MOST] = {NULL};
    struct symbols symbols;

    symbols_read(document_model(document), &symbols);
    for (size_t index = 0; index < symbols.count; index++) {
        const struct symbol *symbol = &symbols.items[index];
        enum symbol_match match = symbol_match(symbol->name, search->query);

        names[symbol->depth] = symbol->name;
        if (match == SYMBOL_MATCH_NONE || symbol->kind == SYMBOL_ENTRY ||
            json_array_size(search->found[match]) == FOUND_MOST)
            continue;
        json_array_append_new(
            search->found[match],
            flat_symbol(&outline, symbol,
                        symbol->depth ? names[symbol->depth - 1] : NULL));
    }
    symbols_free(&symbols);
}

/* The first FOUND_MOST of what was found, which is given up. */
static json_t *best_of(struct search *search)
{
    json_t *best = json_array();

    for (size_t match = 0; match < SYMBOL_MATCH_NONE; match++) {
        json_array_extend(best, search->found[match]);
        json_decref(search->found[match]);
    }
    while (json_array_size(best) > FOUND_MOST)
        json_array_remove(best, json_array_size(best) - 1);
    return best;
}

json_t *view_workspace_symbols(struct workspace *workspace, struct slice query)
{
    const struct documents *documents = &workspace->documents;
    struct search search = {.client = &workspace->client.facts,
                            .query = query};

    for (size_t match = 0; match < SYMBOL_MATCH_NONE; match++)
        search.found[match] = json_array();
    for (size_t index = 0; index < documents->count; index++) {
        if (!document_is_off(documents->items[index], FEATURE_SYMBOLS))
            search_in(&search, documents->items[index]);
    }
    return best_of(&search);
}
