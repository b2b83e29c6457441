/* Writes words for people, as Markdown or as plain text. */
#include "prose.h"

#include <string.h>

static void add(struct prose *prose, const char *string)
{
    buffer_add_string(&prose->words, string);
}

static void add_mark(struct prose *prose, const char *mark)
{
    if (prose->markdown)
        add(prose, mark);
}

static void begin(struct prose *prose)
{
    if (prose->words.length)
        add(prose, "\n\n");
}

void prose_title(struct prose *prose, const char *name, const char *remark)
{
    begin(prose);
    add_mark(prose, "**");
    add(prose, name);
    add_mark(prose, "**");
    prose_more(prose, remark);
}

/* In Markdown a list must be parted from what stands above it. */
void prose_paragraph(struct prose *prose, const char *text)
{
    const char *list = strstr(text, "\n- ");

    begin(prose);
    if (!list) {
        add(prose, text);
        return;
    }
    buffer_add(&prose->words, text, (size_t)(list - text));
    add_mark(prose, "\n");
    add(prose, list);
}

void prose_more(struct prose *prose, const char *text)
{
    if (*text == '\0')
        return;
    buffer_add_char(&prose->words, ' ');
    add(prose, text);
}

void prose_item(struct prose *prose, bool first, const char *name,
                const char *text)
{
    if (first)
        begin(prose);
    else
        buffer_add_char(&prose->words, '\n');
    add(prose, "- ");
    add(prose, name);
    buffer_add_char(&prose->words, ':');
    prose_more(prose, text);
}

/* The longest run of backticks in TEXT. */
static size_t longest_run(struct slice text)
{
    size_t longest = 0;
    size_t run = 0;

    for (size_t at = 0; at < text.length; at++) {
        run = text.bytes[at] == '`' ? run + 1 : 0;
        if (run > longest)
            longest = run;
    }
    return longest;
}

/* Line ends would end a code span's paragraph or a list item. */
static void add_line(struct prose *prose, struct slice text)
{
    for (size_t at = 0; at < text.length; at++) {
        char byte = text.bytes[at];

        buffer_add_char(&prose->words, byte_is_line_end(byte) ? ' ' : byte);
    }
}

void prose_code(struct prose *prose, struct slice text)
{
    size_t fence = longest_run(text) + 1;
    const char *pad = fence > 1 ? " " : "";

    if (!prose->markdown) {
        add_line(prose, text);
        return;
    }
    buffer_add_times(&prose->words, '`', fence);
    add(prose, pad);
    add_line(prose, text);
    add(prose, pad);
    buffer_add_times(&prose->words, '`', fence);
}

void prose_quote(struct prose *prose, bool first, struct slice text)
{
    if (first)
        begin(prose);
    else
        buffer_add_char(&prose->words, '\n');
    add(prose, "- ");
    prose_code(prose, text);
}

void prose_link(struct prose *prose, const char *words, const char *url,
                const char *anchor)
{
    add_mark(prose, "[");
    add(prose, words);
    add(prose, prose->markdown ? "](" : ": ");
    add(prose, url);
    if (*anchor != '\0') {
        buffer_add_char(&prose->words, '#');
        add(prose, anchor);
    }
    add_mark(prose, ")");
}

void prose_break(struct prose *prose)
{
    if (prose->words.length)
        add(prose, prose->markdown ? "\n\n---" : "\n\n----");
}
