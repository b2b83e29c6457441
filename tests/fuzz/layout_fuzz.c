/*
 * Formatting and previews: what is formatted once is formatted for good and
 * shows what it showed; a preview has nothing that acts.
 */
#include <string.h>

#include "angle.h"
#include "edits.h"
#include "formatting.h"
#include "found.h"
#include "html.h"
#include "input.h"
#include "preview.h"

/* True and RESULT the formatted SOURCE, if there is anything to format. */
static bool format(const struct buffer *source, struct buffer *result)
{
    struct text *text = text_new(input_slice(source));
    struct blocks *blocks = blocks_new(text);
    struct formatting formatting;
    bool any;

    formatting_read(&formatting, text, blocks,
                    (struct span){0, text_length(text)});
    any = formatting.count > 0;
    if (any)
        input_expect(found_edit(input_slice(source), formatting.edits,
                                formatting.count, result),
                     "edits that can't be made", source);
    formatting_free(&formatting);
    blocks_free(blocks);
    text_free(text);
    return any;
}

/* Adds to HTML what Bugzilla shows of TEXT. */
static bool show(struct buffer *html, const struct buffer *text)
{
    struct buffer disarmed = {NULL, 0, 0};
    bool shown;

    angle_add(&disarmed, input_slice(text), "x");
    shown = html_add(html, buffer_slice(&disarmed), HTML_PLAIN);
    buffer_free(&disarmed);
    return shown;
}

static void compare_shown(const struct buffer *source,
                          const struct buffer *formatted)
{
    struct buffer one = {NULL, 0, 0};
    struct buffer other = {NULL, 0, 0};

    if (show(&one, source) && show(&other, formatted))
        input_expect(one.length == other.length &&
                         !memcmp(one.bytes, other.bytes, one.length),
                     "shown otherwise once formatted", source);
    buffer_free(&one);
    buffer_free(&other);
}

static void preview(const struct buffer *source)
{
    static const char *const acting[] = {"<script", "<img", "<iframe",
                                         "href=\"javascript:"};
    struct buffer html = {NULL, 0, 0};

    if (preview_add(&html, input_slice(source), HTML_NUMBERED)) {
        buffer_add(&html, "", 0);
        for (size_t index = 0; index < sizeof acting / sizeof *acting; index++)
            input_expect(!strstr(html.bytes, acting[index]), acting[index],
                         source);
    }
    buffer_free(&html);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct input input = {bytes, length};
    struct buffer source = {NULL, 0, 0};
    struct buffer once = {NULL, 0, 0};
    struct buffer again = {NULL, 0, 0};

    input_text(&input, &source);
    if (format(&source, &once)) {
        compare_shown(&source, &once);
        input_expect(!format(&once, &again), "formatted again", &source);
    }
    preview(&source);
    buffer_free(&source);
    buffer_free(&once);
    buffer_free(&again);
    return 0;
}
