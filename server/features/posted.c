/* Leaves out of a report what nobody but the checker reads. */
#include "posted.h"

#include "directive.h"
#include "posting.h"

/* A comment being written. */
struct poster {
    const struct text *text;
    struct slice bytes;         /* of all the text */
    struct buffer *posted;
    size_t copied;              /* so far, cut or written */
    size_t end;
    bool parted;                /* the last line written is blank */
};

#define SPACE " \t\r\n"

static bool is_blank(struct slice line)
{
    return slice_skip(line, 0, SPACE) == line.length;
}

/* Is the last line of LINES blank? */
static bool ends_blank(struct slice lines)
{
    if (slice_ends(lines, "\n"))
        lines.length--;
    if (slice_ends(lines, "\r"))
        lines.length--;
    lines = slice_trim_end(lines, " \t");
    return !lines.length || byte_is_line_end(lines.bytes[lines.length - 1]);
}

static void copy_to(struct poster *poster, size_t end)
{
    struct slice lines;

    if (end <= poster->copied)
        return;
    lines = slice_part(poster->bytes, poster->copied, end);
    buffer_add_slice(poster->posted, lines);
    poster->parted = ends_blank(lines);
    poster->copied = end;
}

/* Copies up to END, where a line begins, but no blank lines at the end. */
static void copy_unparted(struct poster *poster, size_t end)
{
    while (end > poster->copied) {
        size_t start = text_line_start(poster->text, end - 1);

        if (!is_blank(slice_part(poster->bytes, start, end)))
            break;
        end = start;
    }
    copy_to(poster, end);
    poster->parted = true;
}

/* Of blank lines on both sides of what was cut, one is enough. */
static void skip_blank(struct poster *poster)
{
    struct span next =
        text_line(poster->text, text_line_at(poster->text, poster->copied));

    if (poster->copied < poster->end && poster->parted &&
        is_blank(slice_part(poster->bytes, next.start, next.end)))
        poster->copied = next.end;
}

/*
 * Cuts out a directive, with its lines where nothing else is on them. Above it
 * stands a blank line, as Markdown wants it; where it stands BETWEEN items,
 * that line goes too, or the list would be shown with gaps.
 */
static void cut(struct poster *poster, struct span directive, bool between)
{
    const struct text *text = poster->text;
    size_t start = text_line_start(text, directive.start);

    if (!is_blank(slice_part(poster->bytes, start, directive.start))) {
        copy_to(poster, directive.start);
        poster->copied = directive.end;
        return;
    }
    if (between)
        copy_unparted(poster, start);
    else
        copy_to(poster, start);
    poster->copied = text_line(text, text_line_at(text, directive.end)).end;
    skip_blank(poster);
}

/* Do the definitions that begin with element AT stand between items of a
 * list? */
static bool are_between_items(const struct elements *elements, size_t at)
{
    size_t below = at + 1;

    while (below < elements->count &&
           elements->items[below].kind == ELEMENT_DEFINITION)
        below++;
    return at && below < elements->count && elements->items[at - 1].depth &&
           elements->items[below].item;
}

/* Cuts the directives out of the definitions in SPAN. */
static void cut_all(struct poster *poster, struct span span, bool between)
{
    struct slice bytes = slice_part(poster->bytes, span.start, span.end);
    struct directive directive;
    size_t from = 0;

    while (directive_next(bytes, &from, &directive))
        cut(poster, span_move(directive.span, span.start), between);
}

static size_t lines_in(struct slice text)
{
    size_t lines = 0;
    bool blank = true;

    for (size_t at = 0; at < text.length; at++) {
        if (byte_is_line_end(text.bytes[at])) {
            blank = true;
        } else if (blank && !byte_is_space(text.bytes[at])) {
            blank = false;
            lines++;
        }
    }
    return lines;
}

/* Cuts out the directives that stand in SPAN, and copies the rest of it. */
static void copy_span(struct poster *poster, const struct elements *elements,
                      struct span span)
{
    bool between = false;

    for (size_t index = 0; index < elements->count; index++) {
        const struct element *element = &elements->items[index];

        if (element->kind != ELEMENT_DEFINITION)
            continue;
        if (!index || element[-1].kind != ELEMENT_DEFINITION)
            between = are_between_items(elements, index);
        if (element->span.start >= span.start && element->span.end <= span.end)
            cut_all(poster, element->span, between);
    }
    copy_to(poster, span.end);
}

/* No blank lines at the beginning, no white space at the end. */
static void trim(struct buffer *posted)
{
    size_t at = slice_skip(buffer_slice(posted), 0, SPACE);

    while (at && !byte_is_line_end(posted->bytes[at - 1]))
        at--;
    buffer_drop(posted, at);
    buffer_cut(posted, slice_trim_end(buffer_slice(posted), SPACE).length);
}

void posted_read(struct posted *posted, const struct reports *reports,
                 size_t offset)
{
    const struct elements *elements = &reports->elements;
    const struct report *report = report_at(reports, offset);
    struct span comment = report
                              ? report_comment(reports, report)
                              : (struct span){0, text_length(reports->text)};
    struct poster poster = {.text = reports->text,
                            .bytes = text_bytes(reports->text),
                            .posted = &posted->text,
                            .copied = comment.start,
                            .end = comment.end,
                            .parted = true};

    *posted = (struct posted){.report = report};
    if (report) {
        struct span above = {
            comment.start,
            text_line_start(reports->text, report->heading.start)};

        copy_span(&poster, elements, above);
        comment.start = above.end;
        posted->above = lines_in(buffer_slice(&posted->text));
    }
    copy_span(&poster, elements, comment);
    buffer_add(&posted->text, "", 0);       /* a string even of nothing */
    trim(&posted->text);
    posted->length = posting_length(buffer_slice(&posted->text));
}

void posted_free(struct posted *posted)
{
    buffer_free(&posted->text);
    posted->length = 0;
}
