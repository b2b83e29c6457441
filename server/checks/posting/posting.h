/*
 * posting.h - what the checks of how a report will be shown share.
 *
 * Inline Markdown doesn't go beyond a paragraph, a heading or a cell of a
 * table: that is a passage, and its inline items are found once for all.
 */
#ifndef CHECKS_POSTING_H
#define CHECKS_POSTING_H

#include "check.h"
#include "inline.h"

/* So many characters a comment in Bugzilla holds. */
#define POSTING_MOST 65535

/* The characters of TEXT, a CR LF being one. */
size_t posting_characters(struct slice text);

/* The characters of TEXT as Bugzilla counts them: a CR LF is one, and white
 * space at the end none. */
size_t posting_length(struct slice text);

struct passage {
    const struct check *check;
    const struct report_section *section; /* NULL above the first */
    struct span span;
    struct slice text;      /* the bytes of SPAN */
    bool plain;             /* it has no inline items */
    struct inlines inlines; /* spans count from SPAN's start */
};

/* A span of the passage, as bytes, and as a span of the text. */
struct slice passage_slice(const struct passage *passage, struct span span);
struct span passage_span(const struct passage *passage, struct span span);

/* Paragraphs wrapped at a fixed column. {0} is empty. */
struct wraps {
    struct span first;          /* the first such paragraph */
    struct span *breaks;        /* where a blank should stand instead */
    size_t count, room;
};

/* Lines of one paragraph. */
struct paragraph {
    const struct check *check;
    const struct report_section *section; /* NULL above the first */
    size_t first, end;                    /* its elements */
    struct wraps *wraps;                  /* of the report, to be added to */
};

/* The bytes of element AT, one of the check's. */
struct slice posting_line(const struct check *check, size_t at);
/* What stands before a line that is put below element AT: its marker's width
 * in blanks. */
void posting_indent(const struct check *check, size_t at,
                    struct buffer *indent);

/* The parts of the part. */
void posting_html(const struct passage *passage);
void posting_links(const struct passage *passage);
void posting_text(const struct paragraph *paragraph, size_t at);
/* ROW is an element, below a header with that number of COLUMNS. */
void posting_pipes(const struct check *check, size_t columns, size_t row);
void posting_tables(const struct paragraph *paragraph);
void posting_lists(const struct check *check,
                   const struct report_section *section);
/* Adds to the wraps of PARAGRAPH. */
void posting_wraps(const struct paragraph *paragraph);
/* One finding for all WRAPS of a report, if there are any. */
void posting_wrapped(const struct check *check, const struct wraps *wraps);

#endif
