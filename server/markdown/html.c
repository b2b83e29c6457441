/* The HTML that cmark-gfm makes of a text. */
#include "html.h"

#define CMARK_NO_SHORT_NAMES
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "array.h"
#include "html_cost.h"
#include "memory.h"

#define OPTIONS (CMARK_OPT_HARDBREAKS | CMARK_OPT_VALIDATE_UTF8)

/* What cmark writes into the tag of a block: " data-sourcepos="3:1-4:9"". */
#define PLACE " data-sourcepos=\""

/*
 * Memory for cmark that may be read a little before where it begins. Some
 * versions of cmark-gfm (CVE-2023-22485, which Debian 12 has mended in part)
 * look for the "mailto:" that could stand before a ":", even where the ":" is
 * the first byte of what they have. They find zeros there.
 */
/* Bytes: more than "mailto:" has, and what any type may be aligned to. */
#define GUARD ((size_t)16)

static size_t with_guard(size_t size)
{
    if (size > SIZE_MAX - GUARD)
        memory_or_abort(NULL);
    return size + GUARD;
}

static void *past_guard(void *memory)
{
    return (char *)memory + GUARD;
}

static void *from_guard(void *memory)
{
    return memory ? (char *)memory - GUARD : NULL;
}

static void *guarded_new_zeroed(size_t count, size_t size)
{
    if (size && count > SIZE_MAX / size)
        memory_or_abort(NULL);
    return past_guard(memory_new_zeroed(1, with_guard(count * size)));
}

static void *guarded_resize(void *memory, size_t size)
{
    void *whole = memory_resize(from_guard(memory), with_guard(size));

    if (!memory)
        memset(whole, 0, GUARD);
    return past_guard(whole);
}

static void guarded_free(void *memory)
{
    memory_free(from_guard(memory));
}

static void attach_extensions(cmark_parser *parser)
{
    static const char *const names[] = {"autolink", "tagfilter", "table",
                                        "strikethrough"};

    cmark_gfm_core_extensions_ensure_registered();
    for (size_t i = 0; i < LENGTH_OF(names); i++)
        cmark_parser_attach_syntax_extension(
            parser, cmark_find_syntax_extension(names[i]));
}

/* A string for guarded_free(). */
static char *render(struct slice markdown, int options)
{
    struct cmark_mem memory = {guarded_new_zeroed, guarded_resize,
                               guarded_free};
    cmark_parser *parser = cmark_parser_new_with_mem(options, &memory);
    cmark_node *root;
    char *html;

    attach_extensions(parser);
    cmark_parser_feed(parser, markdown.bytes, markdown.length);
    root = cmark_parser_finish(parser);
    html = cmark_render_html_with_mem(
        root, options, cmark_parser_get_syntax_extensions(parser), &memory);
    cmark_node_free(root);
    cmark_parser_free(parser);
    return html;
}

/*
 * The line that the place at TEXT names, from 1. A paragraph above a table,
 * without a blank line between them, has none; its table then has it.
 */
static size_t line_at(const char *text)
{
    size_t line;

    do {
        line = strtoul(text + strlen(PLACE), NULL, 10);
        text = strstr(text + 1, PLACE);
    } while (!line && text);
    return line;
}

/* Quotes are escaped in the text, so a place can only be in a tag. */
static void add_numbered(struct buffer *html, const char *rendered)
{
    const char *place;
    size_t last = 0;

    while ((place = strstr(rendered, PLACE))) {
        size_t line = line_at(place);

        buffer_add(html, rendered, (size_t)(place - rendered));
        if (line > last) {
            buffer_addf(html, " data-line=\"%zu\"", line - 1);
            last = line;
        }
        rendered = strchr(place + strlen(PLACE), '"') + 1;
    }
    buffer_add_string(html, rendered);
}

bool html_add(struct buffer *html, struct slice markdown, enum html_form form)
{
    char *rendered;

    if (!html_is_cheap(markdown))
        return false;
    rendered =
        render(markdown,
               form == HTML_NUMBERED ? OPTIONS | CMARK_OPT_SOURCEPOS : OPTIONS);
    if (form == HTML_NUMBERED)
        add_numbered(html, rendered);
    else
        buffer_add_string(html, rendered);
    guarded_free(rendered);
    return true;
}
