/*
 * excerpt.c - writes a line of the source with marks below a part of it.
 */
#include "excerpt.h"

#include <stdbool.h>

#include "glyph.h"
#include "utf8.h"

#define TAB_STOP 4   /* Markdown's */
#define ELLIPSIS "…" /* one cell wide */
#define WIDTH_MIN 20

/* How far the excerpt is written. Offsets count from the line's start. */
struct writer {
    struct excerpt *excerpt;
    struct slice line;
    struct span span; /* to mark */
    size_t offset;    /* the next character */
    size_t cells;     /* written so far */
};

static void mark(struct writer *writer, size_t cells)
{
    bool marked = writer->offset >= writer->span.start &&
                  writer->offset < writer->span.end;

    writer->cells += cells;
    while (cells--)
        buffer_add_char(&writer->excerpt->marks, marked ? '^' : ' ');
}

static void write_tab(struct writer *writer)
{
    size_t cells = TAB_STOP - writer->cells % TAB_STOP;

    for (size_t i = 0; i < cells; i++)
        buffer_add_char(&writer->excerpt->source, ' ');
    mark(writer, cells);
}

/* Writes the next character, unless it would end beyond cell LIMIT. */
static bool write_character(struct writer *writer, size_t limit)
{
    const char *at = writer->line.bytes + writer->offset;
    size_t size;
    size_t width = glyph_width(utf8_character(at, &size));

    if (writer->cells + (*at == '\t' ? TAB_STOP : width) > limit)
        return false;
    if (*at == '\t') {
        write_tab(writer);
    } else {
        glyph_add_safe(&writer->excerpt->source, (struct slice){at, size});
        mark(writer, width);
    }
    writer->offset += size;
    return true;
}

/* Cuts the blanks off the end of the marks. */
static void trim(struct buffer *marks)
{
    while (marks->length && marks->bytes[marks->length - 1] == ' ')
        marks->bytes[--marks->length] = '\0';
}

static void write_ellipsis(struct writer *writer)
{
    buffer_add_string(&writer->excerpt->source, ELLIPSIS);
    buffer_add_char(&writer->excerpt->marks, ' ');
    writer->cells++;
}

/* The start of the character before OFFSET, which is above 0. */
static size_t previous(struct slice line, size_t offset)
{
    do
        offset--;
    while (offset && byte_continues(line.bytes[offset]));
    return offset;
}

/* How many cells LINE takes up to OFFSET, counted up to about LIMIT. */
static size_t cells_before(struct slice line, size_t offset, size_t limit)
{
    size_t cells = 0;
    size_t at = 0;

    while (at < offset && at < line.length && cells < limit) {
        size_t size;
        uint32_t character = utf8_character(line.bytes + at, &size);

        cells += character == '\t' ? TAB_STOP : glyph_width(character);
        at += size;
    }
    return cells;
}

/*
 * Where to begin so that the span is seen with something before it: at the
 * line's start if the span then fits, else a third of WIDTH before the span.
 */
static size_t beginning(const struct writer *writer, size_t width)
{
    size_t start = writer->span.start;
    size_t cells = 0;

    if (cells_before(writer->line, writer->span.end, width) < width)
        return 0;
    if (cells_before(writer->line, start, width) < width / 3)
        return 0;
    while (start && cells < width / 3) {
        size_t size;

        start = previous(writer->line, start);
        cells += glyph_width(utf8_character(writer->line.bytes + start, &size));
    }
    return start;
}

/*
 * SPAN within the line CONTENT, counted from the line's start, and never
 * empty: if there is nothing to mark, the next character is marked.
 */
static struct span clip(struct span span, struct span content)
{
    size_t length = content.end - content.start;
    struct span clipped = {span.start - content.start,
                           span.end - content.start};

    if (clipped.start > length)
        clipped.start = length;
    if (clipped.end > length)
        clipped.end = length;
    if (clipped.end == clipped.start)
        clipped.end++;
    return clipped;
}

void excerpt_read(struct excerpt *excerpt, struct text *text, struct span span,
                  size_t width)
{
    struct span content =
        text_line_content(text, text_line_at(text, span.start));
    struct writer writer = {excerpt, text_slice(text, content),
                            clip(span, content), 0, 0};

    *excerpt = (struct excerpt){{NULL, 0, 0}, {NULL, 0, 0}};
    buffer_add(&excerpt->source, "", 0); /* strings, even if empty */
    buffer_add(&excerpt->marks, "", 0);
    if (width < WIDTH_MIN)
        width = WIDTH_MIN;
    writer.offset = beginning(&writer, width);
    if (writer.offset)
        write_ellipsis(&writer);
    while (writer.offset < writer.line.length &&
           write_character(&writer, width - 1))
        ;
    if (writer.offset < writer.line.length)
        write_ellipsis(&writer);
    if (writer.span.start >= writer.line.length)
        buffer_add_char(&excerpt->marks, '^');
    trim(&excerpt->marks);
}

void excerpt_free(struct excerpt *excerpt)
{
    buffer_free(&excerpt->source);
    buffer_free(&excerpt->marks);
}
