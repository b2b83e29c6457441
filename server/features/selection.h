/*
 * selection.h - what to select around a place, from the word to the text.
 */
#ifndef FEATURES_SELECTION_H
#define FEATURES_SELECTION_H

#include "report.h"

/* Word, spot, element, line, answer, field, factor, section, report, text. */
#define SELECTION_MOST 10

struct selection {
    struct span spans[SELECTION_MOST];  /* each within the one after it */
    size_t count;                       /* at least 1: the text is the last */
};

/* Fills SELECTION for OFFSET, which is clamped to the text. */
void selection_at(const struct reports *reports, size_t offset,
                  struct selection *selection);

#endif
