/*
 * shown.c - keeps the texts of others from doing anything to a terminal.
 */
#include "shown.h"

#include <stdbool.h>

#include "glyph.h"
#include "memory.h"
#include "process.h"

/*
 * True if the byte of TEXT at AT is kept: a tab, a line end, or the CR of one.
 */
static bool is_layout(struct slice text, size_t at)
{
    char byte = text.bytes[at];

    return byte == '\t' || byte == '\n' ||
           (byte == '\r' && at + 1 < text.length && text.bytes[at + 1] == '\n');
}

static void add_shown(struct buffer *shown, struct slice text)
{
    size_t start = 0;

    for (size_t at = 0; at < text.length; at++) {
        if (!is_layout(text, at))
            continue;
        glyph_add_safe(shown, (struct slice){text.bytes + start, at - start});
        buffer_add_char(shown, text.bytes[at]);
        start = at + 1;
    }
    glyph_add_safe(shown,
                   (struct slice){text.bytes + start, text.length - start});
}

void shown_write(FILE *stream, struct slice bytes)
{
    struct buffer shown = {NULL, 0, 0};

    if (!bytes.length)
        return;
    if (!process_is_terminal(PROCESS_OUTPUT)) {
        fwrite(bytes.bytes, 1, bytes.length, stream);
        return;
    }
    add_shown(&shown, bytes);
    fwrite(shown.bytes, 1, shown.length, stream);
    buffer_free(&shown);
}
