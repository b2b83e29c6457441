/* Says what may be written at a cursor: the parts asked one by one. */
#include "completion_parts.h"

#include <string.h>

#include "blocks.h"
#include "memory.h"

static void complete(struct completer *completer)
{
    const struct context *context = completer->context;

    if (context->opaque) {
        complete_certificates(completer);
        return;
    }
    complete_directives(completer);
    complete_headings(completer);
    if (!context->report)
        complete_templates(completer);
    if (!context->section || !context->section->rule)
        return;
    complete_labels(completer);
    complete_entries(completer);
    complete_values(completer);
}

/* An item without places to fill in is plain text. */
static void make_plain(struct snippet *snippet)
{
    struct buffer *text = &snippet->text;
    size_t kept = 0;

    if (snippet->stops || snippet->skill == SNIPPET_NONE)
        return;
    for (size_t at = 0; at < text->length; at++) {
        if (text->bytes[at] == '\\' && at + 1 < text->length)
            at++;
        text->bytes[kept++] = text->bytes[at];
    }
    buffer_cut(text, kept);
    snippet->skill = SNIPPET_NONE;
}

/*
 * The words before the cursor that stay as they are, stay out of ITEM.
 * An editor may compare an item with the word at the cursor alone, whatever
 * the item says that it replaces.
 */
static void narrow(struct completion *item, const struct context *context)
{
    size_t start = item->span.start - context->line.start;
    size_t same = 0;
    size_t kept = 0;

    while (start + same < context->column &&
           same < item->snippet.text.length &&
           same + 1 < item->filter.length &&
           item->snippet.text.bytes[same] ==
               context->bytes.bytes[start + same] &&
           item->filter.bytes[same] == context->bytes.bytes[start + same]) {
        same++;
        if (item->filter.bytes[same - 1] == ' ')
            kept = same;
    }
    item->span.start += kept;
    buffer_drop(&item->snippet.text, kept);
    buffer_drop(&item->filter, kept);
}

/*
 * A hyphen below a paragraph makes a heading of it, though it will be a bullet
 * once more is typed; two pairs of stars, between which a label is to be typed,
 * are a line across the page. So the text is also read with that line blank.
 */
struct without_line {
    struct text *text;          /* NULL: there is none */
    struct blocks *blocks;
    struct reports reports;
};

static bool is_misread(const struct context *context)
{
    struct slice line = slice_trim(context->bytes, " \t");
    size_t stars = slice_skip(line, slice_begins(line, "- ") ? 2 : 0, "*");

    if (slice_is(line, "-"))
        return !context->opaque && !context_blank(context, -1);
    return stars == line.length && slice_ends(line, "****");
}

static void without_line(struct without_line *without,
                              const struct context *context)
{
    const struct text *text = context->reports->text;
    struct slice bytes = text_bytes(text);
    char *blank = memory_copy(bytes.bytes, bytes.length);

    memset(blank + context->line.start, ' ', context->bytes.length);
    without->text = text_new((struct slice){blank, bytes.length});
    without->blocks = blocks_new(without->text);
    reports_read_by(&without->reports, without->text, without->blocks,
                    context->reports->guideline);
    memory_free(blank);
}

static void without_line_free(struct without_line *without)
{
    reports_free(&without->reports);
    blocks_free(without->blocks);
    text_free(without->text);
}

/* Reads the context again, but for the bytes of the line, which stay. */
static void complete_misread(struct completer *completer,
                                const struct context *context)
{
    struct without_line without;
    struct context blank;

    without_line(&without, context);
    context_read(&blank, &without.reports, context->offset);
    blank.bytes = context->bytes;
    completer->context = &blank;
    complete(completer);
    completer->context = context;
    without_line_free(&without);
}

void completions_at(struct completions *completions,
                    const struct completion_source *source, size_t offset)
{
    struct context context;
    struct completer completer = {completions, source, &context};

    *completions = (struct completions){NULL, 0, 0};
    if (context_read(&context, source->reports, offset)) {
        if (is_misread(&context))
            complete_misread(&completer, &context);
        else
            complete(&completer);
    }
    for (size_t index = 0; index < completions->count; index++) {
        make_plain(&completions->items[index].snippet);
        narrow(&completions->items[index], &context);
    }
}

void completions_free(struct completions *completions)
{
    completions_cut(completions, 0);
    memory_free(completions->items);
    *completions = (struct completions){NULL, 0, 0};
}
