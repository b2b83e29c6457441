/*
 * extension.h - what the reader adds to cmark: it marks lines, opens tables.
 *
 * While cmark reads, the extension fills in the reader's ROOT, MARKS and ABOVE.
 * A paragraph whose line is followed by a delimiter row becomes a table: a
 * custom block of cmark's, whose string content stays that of the paragraph.
 */
#ifndef MARKDOWN_EXTENSION_H
#define MARKDOWN_EXTENSION_H

#include "reader.h"

/* An extension for the parser of READER, which must outlive it. */
cmark_syntax_extension *extension_new(struct reader *reader);
void extension_free(cmark_syntax_extension *extension);

#endif
