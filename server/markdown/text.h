/*
 * text.h - the text of one document, and where its lines begin.
 *
 * The server counts in bytes of UTF-8 from the start of the text ("offset").
 * Only the conversation with the editor counts in lines and code units of the
 * negotiated encoding ("position"). This is the one place where the two meet.
 *
 * Lines end with LF, CR LF or a lone CR, as the Language Server Protocol and
 * CommonMark both have it; text after the last line end is a line too, so
 * there is always one. The text lies in one piece, so that an edit moves what
 * follows it; the starts of lines that follow are not counted again.
 */
#ifndef MARKDOWN_TEXT_H
#define MARKDOWN_TEXT_H

#include <stddef.h>

#include "position.h"
#include "slice.h"

struct text;                        /* opaque: defined in text.c */

/* What an edit did to the lines, for those who keep something by line. */
struct text_change {
    size_t line;                    /* the first line touched */
    size_t removed;                 /* lines that were there, >= 1 */
    size_t added;                   /* lines that stand there now, >= 1 */
    size_t above, below;            /* bytes before and after it */
};

/*
 * A new text with a copy of BYTES, which must be valid UTF-8. The caller frees
 * it with text_free(). Never fails.
 */
struct text *text_new(struct slice bytes);
void text_free(struct text *text);              /* NULL is allowed */

size_t text_length(const struct text *text);    /* in bytes */
size_t text_line_count(const struct text *text);    /* at least 1 */
/* In code points, a line break being one; a glance, not a count. */
size_t text_characters(const struct text *text);

/*
 * Puts BYTES in place of SPAN (clamped to the text) and says which lines
 * that touched. A CR LF that the edit joins or parts counts as touched.
 */
struct text_change text_splice(struct text *text, struct span span,
                               struct slice bytes);

/* The bytes of SPAN (clamped to the text), valid until the text is edited. */
struct slice text_slice(const struct text *text, struct span span);

/* All bytes, likewise; and those of LINE (clamped) before its line end. */
struct slice text_bytes(const struct text *text);
struct slice text_line_bytes(const struct text *text, size_t line);

/* The line OFFSET is in; an offset past the end is in the last line. */
size_t text_line_at(const struct text *text, size_t offset);
/* The span of LINE (clamped): with its line end, or only what is before it. */
struct span text_line(const struct text *text, size_t line);
struct span text_line_content(const struct text *text, size_t line);
/* Where the line that OFFSET is in begins; and ends, before its line end. */
size_t text_line_start(const struct text *text, size_t offset);
size_t text_line_end(const struct text *text, size_t offset);
/* What is on OFFSET's line, before its line end; at most MOST bytes to each
 * side of OFFSET. */
struct span text_line_near(const struct text *text, size_t offset, size_t most);

/*
 * Both directions are total: a position past a line's end means its end
 * (before the line break), one past the last line the end of the text, one
 * inside a character the character's start; likewise an offset.
 */
size_t text_offset(struct text *text, struct position position,
                   enum encoding encoding);
struct position text_position(struct text *text, size_t offset,
                              enum encoding encoding);
/* A range that ends before it starts is turned round. */
struct span text_span(struct text *text, struct range range,
                      enum encoding encoding);
struct range text_range(struct text *text, struct span span,
                        enum encoding encoding);

#endif
