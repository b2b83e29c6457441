/*
 * lsp_view.h - what an editor shows of a document beside its text: hovers,
 * symbols, folding and the like. See lsp.h for what holds of all of these.
 */
#ifndef PROTOCOL_LSP_VIEW_H
#define PROTOCOL_LSP_VIEW_H

#include "lsp.h"

/* What folding and inlay hints are asked for within; the whole of a document
 * where a client says nothing. */
struct lsp_part {
    struct lsp_string uri;
    struct lsp_range range;
};

struct lsp_selection_params {
    struct lsp_string uri;
    const json_t *positions;    /* for lsp_read_selection_position() */
    size_t count;
};

bool lsp_read_part(const json_t *params, struct lsp_part *part,
                   const char **fault);
/* True only if all the positions are good. */
bool lsp_read_selection(const json_t *params,
                        struct lsp_selection_params *selection,
                        const char **fault);
struct lsp_position lsp_read_selection_position(
    const struct lsp_selection_params *selection, size_t index);

/* What symbols of all documents are looked for by. */
bool lsp_read_query(const json_t *params, struct lsp_string *query,
                    const char **fault);

json_t *lsp_write_hover(struct lsp_range range, struct lsp_string words,
                        bool markdown);

/* SymbolKind. */
enum lsp_symbol_kind {
    LSP_SYMBOL_MODULE = 2,
    LSP_SYMBOL_NAMESPACE = 3,
    LSP_SYMBOL_CLASS = 5,
    LSP_SYMBOL_FIELD = 8,
    LSP_SYMBOL_FUNCTION = 12,
    LSP_SYMBOL_CONSTANT = 14,
    LSP_SYMBOL_KEY = 20,
    LSP_SYMBOL_EVENT = 24
};

/* KIND if it is among KNOWN, bits by number; else the next best that every
 * client knows. */
enum lsp_symbol_kind lsp_symbol_kind_of(enum lsp_symbol_kind kind,
                                        unsigned known);

struct lsp_symbol {
    const char *name, *detail;  /* DETAIL may be "" */
    enum lsp_symbol_kind kind;
    struct lsp_range range, heading;
};

/* Without children. */
json_t *lsp_write_symbol(const struct lsp_symbol *symbol);
/* CHILD is given up. */
void lsp_add_symbol(json_t *symbol, json_t *child);
/* For those who know no children; CONTAINER is NULL for none. */
json_t *lsp_write_flat_symbol(const struct lsp_symbol *symbol,
                              struct lsp_string uri, const char *container);

/* Lines from 0. */
json_t *lsp_write_fold(size_t first, size_t last);
/* PARENT, given up, is the selection around this one; NULL if none. */
json_t *lsp_write_selection(struct lsp_range range, json_t *parent);
/* TOOLTIP is NULL for none. */
json_t *lsp_write_link(struct lsp_range range, const char *target,
                       const char *tooltip);
/* Words above a line; nothing happens on a click. */
json_t *lsp_write_lens(struct lsp_range range, const char *words);
json_t *lsp_write_hint(struct lsp_position position, const char *words);
/* HTML, of which lines are those of that VERSION of the document. */
json_t *lsp_write_preview(struct lsp_string html, long long version);

#endif
