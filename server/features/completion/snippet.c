/* Writes snippets as the Language Server Protocol has them, or plain text. */
#include "snippet.h"

#include <string.h>

void snippet_add(struct snippet *snippet, struct slice text)
{
    for (size_t at = 0; at < text.length; at++) {
        if (snippet->skill != SNIPPET_NONE &&
            byte_is_in(text.bytes[at], "\\$}"))
            buffer_add_char(&snippet->text, '\\');
        buffer_add_char(&snippet->text, text.bytes[at]);
    }
}

void snippet_add_string(struct snippet *snippet, const char *text)
{
    snippet_add(snippet, slice_of(text));
}

void snippet_add_stop(struct snippet *snippet, struct slice placeholder)
{
    if (!snippet->places++)
        snippet->first = snippet->text.length;
    if (snippet->skill != SNIPPET_NONE)
        buffer_addf(&snippet->text, "${%zu:", ++snippet->stops);
    snippet_add(snippet, placeholder);
    if (snippet->skill != SNIPPET_NONE)
        buffer_add_char(&snippet->text, '}');
}

void snippet_add_prompts(struct snippet *snippet, struct slice text)
{
    size_t done = 0;

    for (size_t at = 0; at < text.length; at++) {
        const char *close = text.bytes[at] != '['
                                ? NULL
                                : memchr(text.bytes + at, ']',
                                         text.length - at);

        if (!close)
            continue;
        snippet_add(snippet, slice_part(text, done, at));
        done = (size_t)(close - text.bytes) + 1;
        snippet_add_stop(snippet, slice_part(text, at, done));
        at = done - 1;
    }
    snippet_add(snippet, slice_from(text, done));
}

void snippet_add_repeat(struct snippet *snippet)
{
    if (snippet->skill == SNIPPET_NONE)
        return;
    buffer_addf(&snippet->text, "${%zu}", snippet->stops);
}

void snippet_free(struct snippet *snippet)
{
    buffer_free(&snippet->text);
    snippet->stops = 0;
}
