/*
 * element.h - the document as the sequence of lines that a report is read by.
 *
 * Labels, dates and section names stand at the beginning of lines, in whatever
 * container their author put them. So the recognisers don't walk a tree: they
 * read headings, lines of paragraphs and table rows one after the other, and
 * each says how deep in lists it is. What nothing may be recognised in (code,
 * quotes) comes as one opaque element: it is content, no more.
 */
#ifndef REPORT_ELEMENT_H
#define REPORT_ELEMENT_H

#include <stdbool.h>
#include <stddef.h>

#include "blocks.h"
#include "rules.h"
#include "text.h"

enum element_kind {
    ELEMENT_HEADING,        /* its text, without the marks */
    ELEMENT_LINE,           /* one line of a paragraph, without its indent */
    ELEMENT_ROW,            /* one line of a table, not the delimiter row */
    ELEMENT_OPAQUE,         /* code or a quote, as a whole */
    ELEMENT_BREAK,          /* a thematic break: no content */
    ELEMENT_DEFINITION      /* link reference definitions: not rendered */
};

struct element {
    enum element_kind kind;
    bool first;             /* first line of its paragraph; a table's header */
    bool last;              /* last line of its paragraph */
    bool item;              /* begins a list item, or is meant to */
    bool code;              /* opaque: it is code */
    bool underlined;        /* a heading with a line of = or - below, no #s */
    bool begins;            /* a group of its own */
    bool divides;           /* a heading, or a line whose words may stand for
                               one: a report's or a section's name */
    unsigned char level;    /* of a heading; of a bullet that was typed: 0.. */
    bool inlines;           /* it holds a [, a < or a `: more than text */
    uint16_t depth;         /* in how many list items it stands */
    uint32_t group;         /* the same for all lines of a paragraph, all rows
                               of a table; rising */
    uint32_t first_cell;    /* of a row, among the cells of all */
    uint32_t cell_count;
    uint64_t mentions;      /* the lists of phrases that it may hold one of:
                               see rule_mentions(); none if it is opaque */
    struct span bullet;     /* of a line: what was typed for one, with the
                               blanks after it, and Bugzilla prints; mostly
                               empty. The line is an item all the same */
    struct span span;       /* trimmed; of the whole text */
};

/* All zeros is empty. */
struct elements {
    struct element *items;
    size_t count, room;
    uint32_t *marks;        /* which of them divide or are definitions */
    size_t mark_count, mark_room;
    struct span *cells;     /* of all rows, as table_cells() finds them; spans
                               of the whole text */
    size_t cell_count, cell_room;
};

/* Fills ELEMENTS with those of the BLOCKS of TEXT that end before END or there;
 * free them with elements_free(). */
void elements_read(struct elements *elements, const struct text *text,
                   const struct blocks *blocks, size_t end);
void elements_free(struct elements *elements);      /* leaves it empty */

/* False if no phrase of LIST stands in ELEMENT, as a whole or as a part of it;
 * true if one may. */
bool element_mentions(const struct element *element, enum phrases_id list);

/* The index of the first element that begins at OFFSET or after it. */
size_t elements_from(const struct elements *elements, size_t offset);

/*
 * Brings *AT to the first element from it on that divides or is a definition;
 * false if there is none before END. Few elements are.
 */
bool elements_mark(const struct elements *elements, size_t *at, size_t end);

#endif
