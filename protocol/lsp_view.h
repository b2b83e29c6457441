/*
 * lsp_view.h - what an editor shows of a document beside its text: hovers,
 * symbols, folding, places that belong together. lsp.h says what holds for all
 * of these.
 */
#ifndef PROTOCOL_LSP_VIEW_H
#define PROTOCOL_LSP_VIEW_H

#include "lsp.h"

/* A part of a document. */
struct lsp_part {
    struct slice uri;
    struct range range;
};

struct lsp_selection_params {
    struct slice uri;
    const json_t *positions;        /* for lsp_read_selection_position() */
    size_t count;
};

/* Of requests about a part of a document. */
bool lsp_read_part(const json_t *params, struct lsp_part *part,
                   const char **fault);
/* True only if all the positions are good. */
bool lsp_read_selection(const json_t *params,
                        struct lsp_selection_params *selection,
                        const char **fault);
/* The position at INDEX of what lsp_read_selection() has found good. */
struct position lsp_read_selection_position(
    const struct lsp_selection_params *selection, size_t index);

/* What to look for among the symbols of all documents. */
bool lsp_read_query(const json_t *params, struct slice *query,
                    const char **fault);

/* WORDS, Markdown or plain, about what is at RANGE. */
json_t *lsp_write_hover(struct range range, struct slice words, bool markdown);

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
    const char *name, *detail;      /* DETAIL may be "" */
    enum lsp_symbol_kind kind;
    struct range range, heading;
};

/* Without children. */
json_t *lsp_write_symbol(const struct lsp_symbol *symbol);
/* CHILD is given up. */
void lsp_add_symbol(json_t *symbol, json_t *child);
/* For clients that do not nest symbols; CONTAINER is NULL for none. */
json_t *lsp_write_flat_symbol(const struct lsp_symbol *symbol,
                              struct slice uri, const char *container);

/* Lines from 0. */
json_t *lsp_write_fold(size_t first, size_t last);
/* PARENT, given up, is the selection around this one; NULL if none. */
json_t *lsp_write_selection(struct range range, json_t *parent);
/* TOOLTIP is NULL for none. */
json_t *lsp_write_link(struct range range, const char *target,
                       const char *tooltip);
/* Words above a line. COMMAND, with its ARGUMENTS, an array that is given
 * up, is executed when they are clicked; NULL for none. */
json_t *lsp_write_lens(struct range range, const char *words,
                       const char *command, json_t *arguments);
/* Of window/showDocument. */
json_t *lsp_write_show(struct slice uri, struct position position);
/* Words within a line, at POSITION. */
json_t *lsp_write_hint(struct position position, const char *words);
/* HTML, whose line numbers are those of that VERSION of the document. */
json_t *lsp_write_preview(struct slice html, struct lsp_version version);

/* Whether references are to include the declarations; yes by default. */
bool lsp_read_declarations(const json_t *params);
/* A place in the document of URI. */
json_t *lsp_write_location(struct slice uri, struct range range);
/* DECLARES: the place declares what is highlighted, instead of using it. */
json_t *lsp_write_highlight(struct range range, bool declares);

#endif
