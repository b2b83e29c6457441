/* Finds the lines that can be folded away. */
#include "folding.h"

#include <stdlib.h>

#include "memory.h"
#include "whole.h"

/* Folds being gathered; those of nested lists can be as many as lines. */
struct gatherer {
    const struct reports *reports;
    struct folds *folds;
};

static void add(struct gatherer *gatherer, size_t start, size_t end)
{
    const struct text *text = gatherer->reports->text;
    struct fold fold = {text_line_at(text, start), text_line_at(text, end)};

    if (fold.last > fold.first)
        *memory_add(gatherer->folds) = fold;
}

static void add_section(struct gatherer *gatherer,
                        const struct report_section *section)
{
    add(gatherer, section->heading.start,
        report_section_end(gatherer->reports, section));
    for (size_t index = 0; index < section->factor_count; index++) {
        const struct report_factor *factor = &section->factors[index];

        add(gatherer, factor->heading.start,
            report_factor_end(section, factor));
    }
}

static void add_report(struct gatherer *gatherer, const struct report *report)
{
    add(gatherer, report->heading.start, report_end(gatherer->reports, report));
    for (size_t index = 0; index < report->section_count; index++)
        add_section(gatherer, &report->sections[index]);
}

static bool is_folded(const struct node *node)
{
    switch ((enum node_kind)node->kind) {
    case NODE_QUOTE:
    case NODE_LIST:
    case NODE_ITEM:
    case NODE_CODE:
    case NODE_TABLE:
        return true;
    case NODE_PARAGRAPH:
    case NODE_HEADING:
    case NODE_BREAK:
    case NODE_ROW:
    case NODE_DEFINITION:
        break;
    }
    return false;
}

static void add_block(struct gatherer *gatherer, const struct block *block)
{
    for (size_t index = 0; index < block->node_count; index++) {
        const struct node *node = &block->nodes[index];

        if (is_folded(node))
            add(gatherer, block->start + node->start, block->start + node->end);
    }
}

static int compare(const void *left, const void *right)
{
    const struct fold *a = left;
    const struct fold *b = right;

    if (a->first != b->first)
        return a->first < b->first ? -1 : 1;
    return (a->last < b->last) - (a->last > b->last);
}

/* Sorts FOLDS, and keeps one of several that fold the same lines, MOST in
 * all. */
static void finish(struct folds *folds, size_t most)
{
    size_t kept = 0;

    if (folds->count)
        qsort(folds->items, folds->count, sizeof *folds->items, compare);
    for (size_t index = 0; index < folds->count && kept < most; index++) {
        if (!kept || compare(&folds->items[kept - 1], &folds->items[index]))
            folds->items[kept++] = folds->items[index];
    }
    folds->count = kept;
}

void folds_read(const struct reports *reports, const struct blocks *blocks,
                size_t most, struct folds *folds)
{
    struct gatherer gatherer = {reports, folds};
    struct wholes wholes;

    *folds = (struct folds){NULL, 0, 0};
    for (size_t index = 0; index < reports->count; index++)
        add_report(&gatherer, &reports->items[index]);
    wholes_read(&wholes, blocks);
    for (size_t index = 0; folds->count && index < wholes.count; index++)
        add_block(&gatherer, &wholes.items[index]);
    wholes_free(&wholes);
    finish(folds, most);
}

void folds_free(struct folds *folds)
{
    memory_free(folds->items);
    *folds = (struct folds){NULL, 0, 0};
}
