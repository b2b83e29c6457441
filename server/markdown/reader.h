/*
 * reader.h - some lines of a text as cmark reads them: what it has made of
 * them, and where it is. See reader_feed.h for how they are read.
 */
#ifndef MARKDOWN_READER_H
#define MARKDOWN_READER_H

#define CMARK_NO_SHORT_NAMES    /* they are those of our nodes */
#include <cmark-gfm.h>
#include <cmark-gfm-extension_api.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "text.h"

enum mark_kind {
    MARK_NONE,
    MARK_TEXT,          /* of a paragraph, or a row of a table */
    MARK_DELIMITER      /* the row below a table's header */
};

/* What the extension saw on a line. */
struct mark {
    uint32_t start;             /* of the text, from the start of the line */
    uint8_t kind;               /* enum mark_kind */
};

/*
 * A line of paragraph text, and its columns if it is a table's header. A lazy
 * one, which has not the marks of all the containers its paragraph is in,
 * keeps its blanks: a pipe after them ends a column.
 */
struct text_line {
    size_t line;
    bool in_paragraph;          /* false: it is lazy, or begins one */
    size_t columns, lazy_columns;
};

/* The lines that cmark is fed before the text. */
#define READER_LINES_BEFORE 2

/* Lines count from the first one read. */
struct reader {
    struct cmark_mem memory;
    cmark_syntax_extension *extension;
    cmark_parser *parser;
    cmark_node *root;           /* the document; valid until reader_free() */
    struct mark *marks;         /* one a line */
    size_t line_count;
    size_t bom;                 /* bytes of a byte order mark on line 0 */
    bool in_table;              /* a table is open before line 0 */
    struct text_line above;     /* the one last seen */
};

/* Whether what is being read stands before the text. */
bool reader_is_before(const struct reader *reader);
/* The line being read; a number past all of them before and after the text. */
size_t reader_current_line(const struct reader *reader);

/* The line NODE starts on; LINE_COUNT if it is none of those read, as the table
 * that is open before them. */
size_t reader_start_line(const struct reader *reader, cmark_node *node);
/* Bytes from the start of that line to the node's own marks. */
size_t reader_start_column(const struct reader *reader, cmark_node *node);
/*
 * The line after NODE's last one. True for paragraphs, tables and containers,
 * one too many for setext headings, and of no use for other leaves.
 */
size_t reader_end_line(cmark_node *node);
/* Whether NODE is a table; it has no children. */
bool reader_is_table(cmark_node *node);

#endif
