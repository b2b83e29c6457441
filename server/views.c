/* Turns what the features say of a document into what its editor shows. */
#include "views.h"

#include <string.h>

#include "folding.h"
#include "hints.h"
#include "hover.h"
#include "lenses.h"
#include "links.h"
#include "memory.h"
#include "place.h"
#include "selection.h"
#include "symbols.h"
#include "uri.h"

/* Deeper than this nothing of a report is. */
#define DEPTH_MOST 8

static bool is_off(const struct document *document, enum feature feature)
{
    return document->settings.off & feature;
}

static size_t offset_at(const struct workspace *workspace,
                        const struct document *document,
                        struct lsp_position position)
{
    return place_span(document->text, (struct lsp_range){position, position},
                      workspace->client.facts.encoding)
        .start;
}

static struct lsp_range range_of(const struct workspace *workspace,
                                 const struct document *document,
                                 struct span span)
{
    return place_range(document->text, span, workspace->client.facts.encoding);
}

json_t *view_hover(struct workspace *workspace, struct document *document,
                   size_t offset)
{
    bool markdown = workspace->client.facts.hovers_markdown;
    struct hover hover;
    json_t *view;

    if (is_off(document, FEATURE_HOVER))
        return NULL;
    workspace_check(workspace, document);
    if (!hover_at(
            &(struct hover_question){
                .reports = document_model(document),
                .findings = &document->findings,
                .guideline = document->settings.checks.guideline,
                .today = client_today(&workspace->client),
                .markdown = markdown,
                .offset = offset},
            &hover))
        return NULL;
    view = lsp_write_hover(
        range_of(workspace, document, hover.span),
        (struct lsp_string){hover.words.bytes, hover.words.length}, markdown);
    buffer_free(&hover.words);
    return view;
}

static const enum lsp_symbol_kind symbol_kinds[] = {
    [SYMBOL_REPORT] = LSP_SYMBOL_MODULE,
    [SYMBOL_SECTION] = LSP_SYMBOL_NAMESPACE,
    [SYMBOL_FACTOR] = LSP_SYMBOL_CLASS,
    [SYMBOL_FIELD] = LSP_SYMBOL_FIELD,
    [SYMBOL_ENTRY] = LSP_SYMBOL_EVENT,
    [SYMBOL_INCIDENT] = LSP_SYMBOL_KEY,
    [SYMBOL_ACTION] = LSP_SYMBOL_FUNCTION,
};

static struct lsp_symbol lsp_symbol_of(const struct workspace *workspace,
                                       const struct document *document,
                                       const struct symbol *symbol)
{
    return (struct lsp_symbol){
        .name = symbol->name,
        .detail = symbol->detail,
        .kind = symbol_kinds[symbol->kind],
        .range = range_of(workspace, document, symbol->span),
        .heading = range_of(workspace, document, symbol->heading)};
}

static json_t *nested_symbols(const struct workspace *workspace,
                              const struct document *document,
                              const struct symbols *symbols)
{
    json_t *array = json_array();
    json_t *last[DEPTH_MOST] = {NULL};

    for (size_t index = 0; index < symbols->count; index++) {
        const struct symbol *symbol = &symbols->items[index];
        struct lsp_symbol shown = lsp_symbol_of(workspace, document, symbol);
        json_t *value = lsp_write_symbol(&shown);

        last[symbol->depth] = value;
        if (symbol->depth)
            lsp_add_symbol(last[symbol->depth - 1], value);
        else
            json_array_append_new(array, value);
    }
    return array;
}

static json_t *flat_symbols(const struct workspace *workspace,
                            const struct document *document,
                            const struct symbols *symbols)
{
    struct lsp_string uri = {document->uri.bytes, document->uri.length};
    const char *names[DEPTH_MOST] = {NULL};
    json_t *array = json_array();

    for (size_t index = 0; index < symbols->count; index++) {
        const struct symbol *symbol = &symbols->items[index];
        struct lsp_symbol shown = lsp_symbol_of(workspace, document, symbol);

        names[symbol->depth] = symbol->name;
        json_array_append_new(
            array,
            lsp_write_flat_symbol(
                &shown, uri, symbol->depth ? names[symbol->depth - 1] : NULL));
    }
    return array;
}

json_t *view_symbols(struct workspace *workspace, struct document *document)
{
    struct symbols symbols;
    json_t *array;

    if (is_off(document, FEATURE_SYMBOLS))
        return json_array();
    symbols_read(document_model(document), &symbols);
    array = workspace->client.facts.nests_symbols
                ? nested_symbols(workspace, document, &symbols)
                : flat_symbols(workspace, document, &symbols);
    symbols_free(&symbols);
    return array;
}

json_t *view_folding(struct workspace *workspace, struct document *document)
{
    size_t most = workspace->client.facts.folds_most;
    json_t *array = json_array();
    struct folds folds;

    if (is_off(document, FEATURE_FOLDING))
        return array;
    folds_read(document_model(document), document->blocks,
               most && most < FOLDS_MOST ? most : FOLDS_MOST, &folds);
    for (size_t index = 0; index < folds.count; index++)
        json_array_append_new(array, lsp_write_fold(folds.items[index].first,
                                                    folds.items[index].last));
    folds_free(&folds);
    return array;
}

static json_t *selection_of(const struct workspace *workspace,
                            struct document *document,
                            struct lsp_position position)
{
    struct selection selection;
    json_t *value = NULL;

    selection_at(document_model(document),
                 offset_at(workspace, document, position), &selection);
    while (selection.count--)
        value = lsp_write_selection(
            range_of(workspace, document, selection.spans[selection.count]),
            value);
    return value;
}

json_t *view_selections(struct workspace *workspace, struct document *document,
                        const struct lsp_selection_params *params)
{
    json_t *array = json_array();

    for (size_t index = 0; index < params->count; index++)
        json_array_append_new(
            array, selection_of(workspace, document,
                                lsp_read_selection_position(params, index)));
    return array;
}

/* The URI of the file that TARGET means; NULL if the document has no folder. */
static char *file_of(const struct document *document, struct slice target)
{
    char *path = uri_path(document->uri);
    char *resolved = path ? uri_resolve(document->uri, target) : NULL;

    memory_free(path);
    return resolved;
}

static json_t *link_of(const struct workspace *workspace,
                       const struct document *document, const struct link *link)
{
    bool tips = workspace->client.facts.shows_link_tips;
    struct slice target = {link->target, strlen(link->target)};
    char *resolved = link->file ? file_of(document, target) : NULL;
    json_t *value;

    if (link->file && !resolved)
        return NULL;
    value = lsp_write_link(range_of(workspace, document, link->span),
                           resolved ? resolved : link->target,
                           tips ? link->tooltip : NULL);
    memory_free(resolved);
    return value;
}

json_t *view_links(struct workspace *workspace, struct document *document)
{
    json_t *array = json_array();
    struct links links;

    if (is_off(document, FEATURE_LINKS))
        return array;
    links_read(document_model(document), &links);
    for (size_t index = 0; index < links.count; index++) {
        json_t *link = link_of(workspace, document, &links.items[index]);

        if (link)
            json_array_append_new(array, link);
    }
    links_free(&links);
    return array;
}

json_t *view_lenses(struct workspace *workspace, struct document *document)
{
    struct check_options options = document->settings.checks;
    json_t *array = json_array();
    struct lenses lenses;

    if (is_off(document, FEATURE_LENSES))
        return array;
    options.today = client_today(&workspace->client);
    workspace_check(workspace, document);
    lenses_read(document_model(document), &document->findings, &options,
                &lenses);
    for (size_t index = 0; index < lenses.count; index++) {
        const struct lens *lens = &lenses.items[index];

        json_array_append_new(
            array, lsp_write_lens(range_of(workspace, document, lens->span),
                                  lens->words));
    }
    lenses_free(&lenses);
    return array;
}

json_t *view_hints(struct workspace *workspace, struct document *document,
                   struct span span)
{
    json_t *array = json_array();
    struct hints hints;

    if (is_off(document, FEATURE_HINTS))
        return array;
    hints_read(document_model(document), span,
               client_today(&workspace->client), &hints);
    for (size_t index = 0; index < hints.count; index++) {
        size_t offset = hints.items[index].offset;
        struct span at = {offset, offset};

        json_array_append_new(
            array, lsp_write_hint(range_of(workspace, document, at).start,
                                  hints.items[index].words));
    }
    hints_free(&hints);
    return array;
}
