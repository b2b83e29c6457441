/* Edits of a text: in order, apart, and applied to a copy. */
#include "edits.h"

#include <stdlib.h>
#include <string.h>

/* An edit and its place among the others, which breaks ties. */
struct entry {
    struct edit edit;
    size_t index;
};

static int compare(const void *left, const void *right)
{
    const struct entry *a = left;
    const struct entry *b = right;

    if (a->edit.span.start != b->edit.span.start)
        return a->edit.span.start < b->edit.span.start ? -1 : 1;
    if (a->edit.span.end != b->edit.span.end)
        return a->edit.span.end < b->edit.span.end ? -1 : 1;
    return a->index < b->index ? -1 : a->index > b->index;
}

void edits_sort(struct edit *edits, size_t count)
{
    struct entry *entries = memory_new(count * sizeof *entries);

    for (size_t index = 0; index < count; index++)
        entries[index] = (struct entry){edits[index], index};
    qsort(entries, count, sizeof *entries, compare);
    for (size_t index = 0; index < count; index++)
        edits[index] = entries[index].edit;
    memory_free(entries);
}

bool edits_apart(const struct edit *edits, size_t count, size_t length)
{
    size_t end = 0;

    for (size_t index = 0; index < count; index++) {
        struct span span = edits[index].span;

        if (span.start < end || span.end < span.start || span.end > length)
            return false;
        end = span.end;
    }
    return true;
}

void edits_add_text(struct buffer *result, const char *text,
                    const char *line_end)
{
    size_t length;

    while (text[length = strcspn(text, "\n")]) {
        buffer_add(result, text, length);
        buffer_add_string(result, line_end);
        text += length + 1;
    }
    buffer_add(result, text, length);
}

void edits_apply(struct slice text, const struct edit *edits, size_t count,
                 const char *line_end, struct buffer *result)
{
    size_t done = 0;

    for (size_t index = 0; index < count; index++) {
        struct span span = edits[index].span;

        buffer_add(result, text.bytes + done, span.start - done);
        edits_add_text(result, edits[index].text, line_end);
        done = span.end;
    }
    buffer_add(result, text.bytes + done, text.length - done);
}

const char *edits_line_end(struct slice text)
{
    size_t lf = 0, crlf = 0, cr = 0;

    for (size_t at = 0; at < text.length; at++) {
        bool after = at && text.bytes[at - 1] == '\r';

        if (text.bytes[at] == '\r')
            cr++;
        else if (text.bytes[at] == '\n' && after)
            crlf++;
        else if (text.bytes[at] == '\n')
            lf++;
    }
    cr -= crlf;
    if (cr)
        return crlf || lf ? "\r\n" : "\r";
    return crlf > lf ? "\r\n" : "\n";
}
