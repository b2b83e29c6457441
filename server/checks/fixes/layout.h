/*
 * layout.h - how a report is laid out, so that what a fix puts in looks as if
 * its author had written it.
 *
 * Fixes put in whole lines: at an offset where a line begins, or at the end of
 * the text. A "marker" is what stands on a line before its words: blanks and
 * the bullet or number of a list item.
 */
#ifndef CHECKS_LAYOUT_H
#define CHECKS_LAYOUT_H

#include "check.h"
#include "memory.h"

/* Where the line of OFFSET begins (after a byte order mark), where the next
 * one does (or the text's end). */
size_t layout_line(const struct check *check, size_t offset);
size_t layout_next_line(const struct check *check, size_t offset);

/* True if there is nothing on the line that begins at LINE. */
bool layout_is_blank(const struct check *check, size_t line);
/* True if LINE is the first one, or the line above it is blank. */
bool layout_is_parted(const struct check *check, size_t line);

/* Where the line of an element begins; the text's end after the last. */
size_t layout_element(const struct check *check, size_t element);
/* Where the line below an element begins, its underline or the delimiter row
 * of its table taken along. */
size_t layout_after(const struct check *check, size_t element);

/* The first of the directives right above ELEMENT that speak of the next line,
 * which must stay above it; ELEMENT itself if there is none. */
size_t layout_above(const struct check *check, size_t element);

/* Where ELEMENT begins on its line: a heading with its #s. */
size_t layout_mark(const struct check *check, const struct element *element);

/* The element of SECTION's heading. */
size_t layout_heading(const struct report_section *section);
/* The element after SECTION, or REPORT. */
size_t layout_section_end(const struct report_section *section);
size_t layout_report_end(const struct report *report);

/* The level that the headings of this report's sections should have: 1 to 6. */
int layout_level(const struct report *report);

/* Adds the marker before OFFSET, on its line, to MARKER; only the innermost
 * bullet is kept, and blanks in place of others. */
void layout_marker(const struct check *check, size_t offset,
                   struct buffer *marker);
/* The same with blanks in place of every bullet: the indentation of what
 * stands in an item. */
void layout_indent(const struct check *check, size_t offset,
                   struct buffer *indent);

/* Adds the bytes of SPAN with LF as line ends. */
void layout_copy(const struct check *check, struct span span,
                 struct buffer *copy);
/* Adds LINES, each indented by INDENT unless it is empty. */
void layout_add_lines(struct buffer *buffer, struct slice lines,
                      const char *indent);

/* Lines to be put in at an offset, and whether blank lines must part them from
 * what stands above and below. {0} is empty. */
struct insertion {
    size_t at;
    bool above, below;
    struct buffer lines; /* each ends with LF */
};

/* Adds INSERTION to FIX (NULL allowed) as an edit. */
void layout_insert(const struct check *check, struct fix *fix,
                   const struct insertion *insertion);

#endif
