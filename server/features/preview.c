/* A text as Bugzilla shows it once it has been posted. */
#include "preview.h"

#include <string.h>

#include "angle.h"
#include "array.h"
#include "characters.h"
#include "front_matter.h"
#include "shorthand.h"
#include "utf8.h"

/* What Bugzilla puts in place of a "<" while cmark reads, so that it is no
 * markup; the text's own are dropped. */
#define STAND_IN "\xEF\xBF\xBD"

/* On the first line this keeps Bugzilla from taking the text for Markdown. */
#define MARKDOWN_OFF "#[markdown(off)]"

/* A walk through cmark's HTML, from tag to tag. */
struct walker {
    struct buffer *html;
    bool *linked; /* of each open element: whether its own words are linked */
    size_t depth, room;
};

static size_t space_at_start(struct slice text)
{
    size_t offset = 0;
    size_t size;

    while (offset < text.length &&
           character_is_space(utf8_character(text.bytes + offset, &size)))
        offset += size;
    return offset;
}

static struct slice without_space_at_end(struct slice text)
{
    while (text.length) {
        size_t start = text.length - 1;
        size_t size;

        while (byte_continues(text.bytes[start]))
            start--;
        if (!character_is_space(utf8_character(text.bytes + start, &size)))
            break;
        text.length = start;
    }
    return text;
}

/* Adds COMMENT as Bugzilla stores it: with LF as the only line end, and no
 * white space after it. Front matter isn't posted: its lines are empty here. */
static void add_stored(struct buffer *stored, struct slice comment)
{
    size_t front = front_matter(comment);

    buffer_add(stored, "", 0);
    comment = without_space_at_end(comment);
    for (size_t i = 0; i < comment.length; i++) {
        char byte = comment.bytes[i];

        if (byte == '\r' && slice_at(comment, i + 1) == '\n')
            continue;
        if (i >= front || byte_is_line_end(byte))
            buffer_add_char(stored, byte == '\r' ? '\n' : byte);
    }
}

/* Adds TEXT without stand-ins of its own. */
static void add_without_stand_ins(struct buffer *buffer, struct slice text)
{
    while (text.length) {
        bool stand_in = slice_begins(text, STAND_IN);

        if (!stand_in)
            buffer_add_char(buffer, *text.bytes);
        text = slice_from(text, stand_in ? strlen(STAND_IN) : 1);
    }
}

/* Adds HTML, a tag or text, as it is but for what stands for a "<". */
static void add_armed(struct buffer *buffer, struct slice html)
{
    while (html.length) {
        if (slice_begins(html, STAND_IN)) {
            buffer_add_string(buffer, "&lt;");
            html = slice_from(html, strlen(STAND_IN));
        } else {
            buffer_add_char(buffer, *html.bytes);
            html = slice_from(html, 1);
        }
    }
}

/* Adds the text that HTML, without tags, stands for. */
static void add_unescaped(struct buffer *text, struct slice html)
{
    static const struct {
        const char *escaped;
        char byte;
    } escapes[] = {{STAND_IN, '<'},
                   {"&amp;", '&'},
                   {"&lt;", '<'},
                   {"&gt;", '>'},
                   {"&quot;", '"'}};

    while (html.length) {
        size_t length = 1;
        char byte = *html.bytes;

        for (size_t i = 0; i < LENGTH_OF(escapes); i++) {
            if (slice_begins(html, escapes[i].escaped)) {
                length = strlen(escapes[i].escaped);
                byte = escapes[i].byte;
            }
        }
        buffer_add_char(text, byte);
        html = slice_from(html, length);
    }
}

static void add_text(struct walker *walker, struct slice html)
{
    struct buffer text = {NULL, 0, 0};

    if (!walker->depth || !walker->linked[walker->depth - 1]) {
        add_armed(walker->html, html);
        return;
    }
    add_unescaped(&text, html);
    shorthand_add(walker->html, buffer_slice(&text));
    buffer_free(&text);
}

/* Whether TAG, "<...>", opens or closes an element called NAME. */
static bool is_tag(struct slice tag, const char *name)
{
    size_t slash = tag.bytes[1] == '/';
    size_t length = strlen(name);

    return slice_begins(slice_from(tag, 1 + slash), name) &&
           strchr(" >", tag.bytes[1 + slash + length]);
}

static bool is_any_tag(struct slice tag, const char *const *names)
{
    for (; *names; names++) {
        if (is_tag(tag, *names))
            return true;
    }
    return false;
}

/* Follows TAG into its element or out of it. */
static void follow(struct walker *walker, struct slice tag)
{
    static const char *const linked[] = {"p",  "li", "td", "h1", "h2",
                                         "h3", "h4", "h5", "h6", NULL};

    if (tag.bytes[1] == '/') {
        walker->depth--;
        return;
    }
    *memory_append(walker->linked, walker->depth, walker->room) =
        is_any_tag(tag, linked);
}

static void add_tag(struct walker *walker, struct slice tag)
{
    static const char *const empty[] = {"br", "hr", NULL};

    if (is_tag(tag, "img"))
        return;
    if (!is_any_tag(tag, empty))
        follow(walker, tag);
    add_armed(walker->html, tag);
}

/* In cmark's HTML, "<" and ">" are where tags begin and end, nowhere else. */
static void add_worked_on(struct buffer *html, struct slice rendered)
{
    struct walker walker = {.html = html};

    buffer_add(html, "", 0); /* a string even where nothing is shown */
    while (rendered.length) {
        char last = *rendered.bytes == '<' ? '>' : '<';
        const char *end = memchr(rendered.bytes, last, rendered.length);
        size_t length = end ? (size_t)(end - rendered.bytes) + (last == '>')
                            : rendered.length;
        struct slice part = {rendered.bytes, length};

        if (last == '>')
            add_tag(&walker, part);
        else
            add_text(&walker, part);
        rendered = slice_from(rendered, length);
    }
    memory_free(walker.linked);
}

static bool add_markdown(struct buffer *html, struct slice stored,
                         enum html_form form)
{
    struct buffer text = {NULL, 0, 0};
    struct buffer markdown = {NULL, 0, 0};
    struct buffer rendered = {NULL, 0, 0};
    bool added;

    add_without_stand_ins(&text, stored);
    angle_add(&markdown, buffer_slice(&text), STAND_IN);
    added = html_add(&rendered, buffer_slice(&markdown), form);
    if (added)
        add_worked_on(html, buffer_slice(&rendered));
    buffer_free(&rendered);
    buffer_free(&markdown);
    buffer_free(&text);
    return added;
}

static bool is_off(struct slice stored)
{
    return slice_begins(slice_from(stored, space_at_start(stored)),
                        MARKDOWN_OFF "\n");
}

static size_t count_lines(struct slice text)
{
    size_t count = 0;

    for (size_t i = 0; i < text.length; i++)
        count += text.bytes[i] == '\n';
    return count;
}

static void open_paragraph(struct buffer *html, enum html_form form,
                           size_t line)
{
    buffer_add_string(html, "<p");
    if (form == HTML_NUMBERED)
        buffer_addf(html, " data-line=\"%zu\"", line);
    buffer_add_char(html, '>');
}

/* Adds text that isn't Markdown: blank lines part paragraphs. */
static void add_off(struct buffer *html, struct slice stored,
                    enum html_form form)
{
    size_t start = space_at_start(stored);
    size_t line = count_lines(slice_part(stored, 0, start));
    struct buffer linked = {NULL, 0, 0};

    shorthand_add(&linked, slice_from(stored, start));
    open_paragraph(html, form, line);
    for (size_t i = 0; i < linked.length; i++) {
        size_t breaks = strspn(linked.bytes + i, "\n");

        line += breaks;
        if (!breaks) {
            buffer_add_char(html, linked.bytes[i]);
        } else if (breaks == 1) {
            buffer_add_string(html, "<br>\n");
        } else {
            buffer_add_string(html, "</p>\n\n");
            open_paragraph(html, form, line);
            i += breaks - 1;
        }
    }
    buffer_add_string(html, "</p>\n");
    buffer_free(&linked);
}

const char *preview_refusal(struct slice comment)
{
    return comment.length > HTML_TEXT_MOST
               ? "this text is longer than 256 KiB, which is the most that is "
                 "shown (Bugzilla takes 65,535 characters)"
               : "this text has so many marks nested in each other that it "
                 "would take too long to show it";
}

bool preview_add(struct buffer *html, struct slice comment, enum html_form form)
{
    struct buffer stored = {NULL, 0, 0};
    struct slice text;
    bool added = true;

    if (comment.length > HTML_TEXT_MOST)
        return false;
    add_stored(&stored, comment);
    text = buffer_slice(&stored);
    if (is_off(text))
        add_off(html, text, form);
    else
        added = add_markdown(html, text, form);
    buffer_free(&stored);
    return added;
}
