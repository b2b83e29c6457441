/* The edit that inserts a template into a text. */
#include "edits.h"
#include "memory.h"
#include "template.h"

static bool is_blank(const struct text *text, size_t line)
{
    return slice_is_blank(text_line_bytes(text, line));
}

void template_insert(const struct text *text, size_t offset,
                     const struct template *template,
                     const struct template_facts *facts, struct edit *edit)
{
    struct snippet snippet = {{NULL, 0, 0}, SNIPPET_NONE, 0};
    struct buffer bytes = {NULL, 0, 0};
    size_t line = text_line_at(text, offset);
    bool blank = is_blank(text, line);

    edit->span = blank ? text_line(text, line) : text_line_content(text, line);
    if (!blank)
        edit->span.end = edit->span.start;
    if (line && !is_blank(text, line - 1))
        snippet_add_string(&snippet, "\n");
    template_add(&snippet, template, facts);
    if (!blank || (line + 1 < text_line_count(text) &&
                   !is_blank(text, line + 1)))
        snippet_add_string(&snippet, "\n");
    edits_add_text(&bytes, snippet.text.bytes,
                   edits_line_end(text_bytes(text)));
    edit->text = buffer_take(&bytes);
    snippet_free(&snippet);
}
