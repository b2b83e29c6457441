/* Feeds cmark the lines of a text. */
#include "reader_feed.h"

#include "angle.h"
#include "extension.h"
#include "markers.h"
#include "memory.h"
#include "utf8.h"

/*
 * READER_LINES_BEFORE lines are fed before the text: a paragraph, so that the
 * extension is called and sees the document, and a blank line that closes it;
 * or a line that the extension makes a table of, which stays open. What is fed
 * after the text ends any last line, closes an open paragraph and then, with a
 * line that belongs to no container, all containers. (CR alone, for cmark drops
 * a LF that follows a CR.)
 */
static const char before_text[] = "x\n\n";
static const char before_rows[] = "\nx\n";
static const char after_text[] = "\r\rx\r";

static void make_parser(struct reader *reader)
{
    reader->memory = (struct cmark_mem){memory_new_zeroed, memory_resize,
                                        memory_free};
    reader->parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT,
                                               &reader->memory);
    reader->extension = extension_new(reader);
    cmark_parser_attach_syntax_extension(reader->parser, reader->extension);
}

static void feed_raw(struct reader *reader, struct slice bytes)
{
    if (bytes.length)
        cmark_parser_feed(reader->parser, bytes.bytes, bytes.length);
}

/* Feeds BYTES with a letter in place of each "<" that is text. */
static void feed(struct reader *reader, struct slice bytes)
{
    size_t fed = 0;
    size_t at;

    while ((at = angle_find(bytes, fed)) < bytes.length) {
        feed_raw(reader, slice_part(bytes, fed, at));
        feed_raw(reader, slice_of("x"));
        fed = at + 1;
    }
    feed_raw(reader, slice_from(bytes, fed));
}

static void feed_string(struct reader *reader, const char *string)
{
    feed(reader, slice_of(string));
}

/*
 * Feeds BYTES, the lines from FIRST on, but for the bullets of lists that are
 * nested deeper than cmark can handle at speed: these it gets to see as text.
 */
static void feed_lines(struct reader *reader, const struct text *text,
                       size_t first,
                       struct slice bytes)
{
    size_t start = text_line(text, first).start;
    size_t fed = reader->bom;

    for (size_t i = 0; i < reader->line_count; i++) {
        struct span span = text_line_content(text, first + i);
        struct slice line = {bytes.bytes + (span.start - start),
                             span_length(span)};
        size_t marker = markers_too_deep(line);

        if (marker == line.length)
            continue;
        marker += span.start - start;
        feed(reader, slice_part(bytes, fed, marker));
        feed_string(reader, "x");
        fed = marker + 1;
    }
    feed(reader, slice_from(bytes, fed));
}

void reader_feed(struct reader *reader, const struct text *text, size_t first,
                  size_t end, bool in_table)
{
    struct span span = {text_line(text, first).start,
                        text_line(text, end - 1).end};
    struct slice bytes = text_slice(text, span);

    *reader = (struct reader){.line_count = end - first,
                              .in_table = in_table};
    reader->marks = memory_new_zeroed(reader->line_count,
                                      sizeof *reader->marks);
    reader->above.line = SIZE_MAX - 1;
    if (first == 0 && slice_begins(bytes, UTF8_MARK))
        reader->bom = 3;
    make_parser(reader);
    feed_string(reader, in_table ? before_rows : before_text);
    feed_lines(reader, text, first, bytes);
    feed_string(reader, after_text);
}

void reader_free(struct reader *reader)
{
    cmark_parser_free(reader->parser);
    extension_free(reader->extension);
    memory_free(reader->marks);
}
