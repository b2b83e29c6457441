/* Tells what at the end of a text goes on, whatever is put after it. */
#include "layout.h"

#include <string.h>
#include <strings.h>

/* Blocks of HTML that blank lines don't end, and what does. */
static const struct {
    const char *begin;
    const char *ends[4]; /* any of these; NULL after the last */
} html_blocks[] = {
    {"<!--", {"-->"}},
    {"<![CDATA[", {"]]>"}},
    {"<!", {">"}},
    {"<?", {"?>"}},
    {"<script", {"</script>", "</style>", "</pre>", "</textarea>"}},
    {"<style", {"</script>", "</style>", "</pre>", "</textarea>"}},
    {"<pre", {"</script>", "</style>", "</pre>", "</textarea>"}},
    {"<textarea", {"</script>", "</style>", "</pre>", "</textarea>"}},
};

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t';
}

static size_t run_length(const char *bytes, size_t length, char mark)
{
    size_t run = 0;

    while (run < length && bytes[run] == mark)
        run++;
    return run;
}

/* Where the last line of BYTES begins. */
static size_t last_line(struct slice bytes)
{
    size_t line = bytes.length;

    while (line && bytes.bytes[line - 1] != '\r' &&
           bytes.bytes[line - 1] != '\n')
        line--;
    return line;
}

/* Does BYTES, a fence and all, end with another fence that closes it? */
static bool is_closed_fence(struct slice bytes, unsigned depth)
{
    char mark = *bytes.bytes;
    size_t line = last_line(bytes);
    size_t blanks = 0;
    size_t run;

    while (line + blanks < bytes.length && is_blank(bytes.bytes[line + blanks]))
        blanks++;
    run = run_length(bytes.bytes + line + blanks, bytes.length - line - blanks,
                     mark);
    return line && (depth || blanks <= 3) &&
           line + blanks + run == bytes.length &&
           run >= run_length(bytes.bytes, bytes.length, mark);
}

static bool begins(struct slice bytes, size_t at, const char *with)
{
    size_t length = strlen(with);

    return at + length <= bytes.length &&
           !strncasecmp(bytes.bytes + at, with, length);
}

static bool last_line_holds(struct slice bytes, const char *string)
{
    for (size_t at = last_line(bytes); at < bytes.length; at++) {
        if (begins(bytes, at, string))
            return true;
    }
    return false;
}

/* Is BYTES a block of HTML that waits for its end? With that it would end. */
static bool is_open_html(struct slice bytes)
{
    size_t which = 0;
    bool open = true;

    while (which < COUNT(html_blocks) &&
           !begins(bytes, 0, html_blocks[which].begin))
        which++;
    if (which == COUNT(html_blocks))
        return false;
    for (size_t end = 0; open && end < COUNT(html_blocks[which].ends); end++)
        open = !html_blocks[which].ends[end] ||
               !last_line_holds(bytes, html_blocks[which].ends[end]);
    return open;
}

bool layout_is_open(const struct check *check, size_t element)
{
    const struct elements *elements = &check->reports->elements;
    const struct element *item = &elements->items[element];
    struct slice bytes;

    if (element + 1 < elements->count || element >= elements->count ||
        item->kind != ELEMENT_OPAQUE)
        return false;
    bytes = check_slice(check, item->span);
    if (bytes.length >= 3 && strchr("`~", *bytes.bytes))
        return !is_closed_fence(bytes, item->depth);
    return is_open_html(bytes);
}
